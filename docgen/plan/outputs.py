"""What the papers of a pack are called, for links from one to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from docgen.load.document_type import has_form
from docgen.plan.jobs import Job
from docgen.snapshot import Snapshot

FORM_ENDING = ".docx"
"""A form is a Word file in every format of the paper that leads to it."""


def outputs_by_name(jobs: Sequence[Job], snapshot: Snapshot) -> Mapping[str, str]:
    """The output of each paper by its own name, by `type/committee`, and by its type where no other is of that type."""
    found: dict[str, str] = {}
    papers_of_type = Counter(job.type for job in jobs)
    for job in jobs:
        output = job.name + (FORM_ENDING if has_form(snapshot, job.type) else "")
        found[job.name] = output
        if job.committee:
            found[f"{job.type}/{job.committee}"] = output
        if papers_of_type[job.type] == 1:
            found.setdefault(job.type, output)
    return found
