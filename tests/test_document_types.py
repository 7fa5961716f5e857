"""What the types of paper that come with docgen say: each case is a small programme, and its paper as a tree."""

from __future__ import annotations

import pytest

from docgen import pipeline
from docgen.diagnostic import Findings
from tests.builds import FORMATS, build, snapshot_of
from tests.casefile import Case, case_parameters, diagnostics_text, expect
from tests.outline import outline

CASES = case_parameters("cases/papers/*.md")
SOUND = [case for case in CASES if "diagnostics" not in case.values[0].blocks]
"""Those whose paper can be written."""


@pytest.mark.parametrize("case", CASES)
def test_a_paper_says_what_its_case_says(case: Case, request: pytest.FixtureRequest) -> None:
    snapshot = snapshot_of(case.files)
    programme = pipeline.load(snapshot, "x")
    findings = Findings()
    about = [job for job in pipeline.jobs(snapshot, programme) if job.type == case.file.stem]
    trees = [pipeline.document_tree(snapshot, programme, job, findings) for job in about]
    findings.extend(programme.findings)
    expect(case, "outline", "\n".join(outline(tree) for tree in trees if tree), request)
    if findings or "diagnostics" in case.blocks:
        expect(case, "diagnostics", diagnostics_text(findings), request)


@pytest.mark.parametrize("case", SOUND)
def test_a_paper_is_written_in_every_format(case: Case) -> None:
    snapshot = snapshot_of(case.files)
    programme = pipeline.load(snapshot, "x")
    for job in (job for job in pipeline.jobs(snapshot, programme) if job.type == case.file.stem):
        made = build(snapshot, programme, job, FORMATS)
        assert set(made.outputs) == set(FORMATS), diagnostics_text(made.findings)
