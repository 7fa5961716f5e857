"""Fills in what the file says about itself: title, author, organisation, dates, language."""

from __future__ import annotations

from datetime import date, datetime

from lxml import etree

from docgen.codes.outputs import PROPERTY_SHORTENED
from docgen.tree.document import Properties
from docgen.write.docx.draft import Draft
from docgen.write.docx.xml import qualified, serialised

_LONGEST = 255
"""Word holds no more characters in a property."""
_EPOCH = date(1980, 1, 1)
"""The date of a document that bears none: never the clock's, or two builds would differ."""


def write_properties(draft: Draft) -> None:
    """Everything that is not on the pages."""
    _write_core(draft)
    _write_company(draft)
    _write_language(draft.document.properties.language, draft)


def _write_core(draft: Draft) -> None:
    said = draft.document.properties
    core = draft.package.word.core_properties
    core.title = _short(said.title, "title", draft)
    core.author = _short(said.author or said.organisation, "author", draft)
    core.last_modified_by = core.author
    core.language = said.language
    core.version = _short(said.version, "version", draft)
    core.content_status = _short(said.status, "status", draft)
    core.created = core.modified = _midnight(said)


def _midnight(said: Properties) -> datetime:
    day = said.dated or _EPOCH
    return datetime(day.year, day.month, day.day)


def _short(text: str, name: str, draft: Draft) -> str:
    text = draft.writable(text, draft.document.source)
    if len(text) <= _LONGEST:
        return text
    message = f"The {name} is longer than the {_LONGEST} characters that Word keeps in a file's properties"
    draft.findings.add(PROPERTY_SHORTENED.at(draft.document.source, message, f"shorten the {name}"))
    return f"{text[: _LONGEST - 1]}…"


def _write_company(draft: Draft) -> None:
    part = draft.package.extended_properties
    root = etree.fromstring(part.blob)
    company = root.find("{*}Company")
    if company is not None:
        company.text = draft.writable(draft.document.properties.organisation, draft.document.source)
    draft.package.replace(part, serialised(root))


def _write_language(language: str, draft: Draft) -> None:
    for element in draft.package.styles.iterfind(f"{qualified('w:docDefaults')}//{qualified('w:lang')}"):
        element.set(qualified("w:val"), language)
