"""The first file of a new programme: `programme.yaml`."""

from __future__ import annotations

from docgen.schema.content import Content
from docgen.schema.programme import Programme
from docgen.source import Data
from docgen.start.answers import NewProgramme
from docgen.start.begun import FIRST_VERSION
from docgen.start.content_file import content_file
from docgen.start.unwritten import Known, begun_part

FIRST_STATUS = "draft"


def programme_file(answers: NewProgramme) -> str:
    """The text of `content/<id>/programme.yaml`."""
    given, known = _given(answers), known_at_first(answers)
    about = Content.model_fields["programme"].description or ""
    return content_file("programme", about, Programme, begun_part(Programme, given, known), known)


def known_at_first(answers: NewProgramme) -> Known:
    """What the other files of a new programme may name."""
    return Known(answers.dated, {"organisation": (answers.organisation_id,), "document": answers.types})


def _given(answers: NewProgramme) -> dict[str, Data]:
    organisation: dict[str, Data] = {"name": answers.organisation}
    if answers.abbreviation:
        organisation["abbreviation"] = answers.abbreviation
    given: dict[str, Data] = {
        "title": answers.title,
        "organisation": answers.organisation_id,
        "organisations": {answers.organisation_id: organisation},
        "model": answers.model,
        "packs": list(answers.packs),
        "version": FIRST_VERSION,
        "status": FIRST_STATUS,
        "dated": answers.dated,
        "documents": [{"type": type_} for type_ in answers.types],
    }
    return given | (_start(answers.effective) if answers.effective else {})


def _start(effective: str) -> dict[str, Data]:
    """The day from which the arrangement holds, named once."""
    date: dict[str, Data] = {"date": effective, "label": "The arrangement takes effect"}
    return {"effective": "go_live", "dates": {"go_live": date}}
