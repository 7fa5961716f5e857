"""Fills in what the file says about itself, and what stands at the foot of each slide."""

from __future__ import annotations

from datetime import date, datetime

from lxml import etree
from pptx.presentation import Presentation

from docgen.codes.outputs import PROPERTY_SHORTENED
from docgen.write.docx.xml import PARSER, serialised
from docgen.write.pptx.draft import Draft

_LONGEST = 255
"""PowerPoint holds no more characters in a property."""
_EPOCH = date(1980, 1, 1)
"""The date of a deck that bears none: never the clock's."""


def write_properties(presentation: Presentation, draft: Draft) -> None:
    """Title, author, dates, language, version and status."""
    said = draft.document.properties
    core = presentation.core_properties
    core.title = _short(said.title, "title", draft)
    core.author = core.last_modified_by = _short(said.author or said.organisation, "author", draft)
    core.language = said.language
    core.version = _short(said.version, "version", draft)
    core.content_status = _short(said.status, "status", draft)
    day = said.dated or _EPOCH
    core.created = core.modified = datetime(day.year, day.month, day.day)


def with_company(content: bytes, draft: Draft) -> bytes:
    """`docProps/app.xml` with the organisation."""
    root = etree.fromstring(content, PARSER)
    company = root.find("{*}Company")
    if company is not None:
        company.text = draft.writable(draft.document.properties.organisation, draft.document.source)
    return serialised(root)


def footer_words(draft: Draft) -> str:
    """The marking, whether it is a draft, who issues it, and its version."""
    said = draft.document.properties
    status = said.status.upper() if said.is_draft else ""
    version = f"Version {said.version}" if said.version else ""
    parts = filter(None, [said.marking, status, said.organisation, said.title, version])
    return draft.writable(" · ".join(parts).replace("\n", " "), draft.document.source)


def _short(text: str, name: str, draft: Draft) -> str:
    text = draft.writable(text, draft.document.source)
    if len(text) <= _LONGEST:
        return text
    message = f"The {name} is longer than the {_LONGEST} characters that PowerPoint keeps in a file's properties"
    draft.findings.add(PROPERTY_SHORTENED.at(draft.document.source, message, f"shorten the {name}"))
    return f"{text[: _LONGEST - 1]}…"
