"""A Word file that came back, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from docgen.diagnostic import Findings
from docgen.errors import DocgenError
from docgen.ooxml.relations import main_part, relations
from docgen.ooxml.word import word_parts
from docgen.provenance.part import NotARecord, is_record, read_record
from docgen.provenance.reading import read_story
from docgen.provenance.record import Passage, Record
from docgen.provenance.story import Story
from docgen.returned.matching import ReturnedPassage, matched
from docgen.returned.revisions import settle

_ITEM = re.compile(r"customXml/item\d+\.xml", re.IGNORECASE)
_BESIDE = ("footnotes", "endnotes", "header", "footer")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_WITHOUT = (
    "take the file that 'docgen build' wrote, without --clean, or a copy of it that was edited in Word or LibreOffice"
)


class ReturnedFile(Struct, frozen=True):
    """What a Word file says, and where that came from."""

    passages: tuple[ReturnedPassage, ...]
    """In the order of the document."""
    lost: tuple[Passage, ...]
    """Those that are no longer there: they were deleted with all that was in them."""
    files: Mapping[str, str]
    """The SHA-256 of each file of the repository when it was written."""
    stories: tuple[Story, ...]
    """All paragraphs, those too that docgen did not write."""


def read_returned(data: bytes, name: str) -> ReturnedFile:
    """Read a Word file; raises `DocgenError` for what is none, may do harm, or does not tell its sources."""
    parts = _parts(data, name)
    record = _record(parts, name)
    stories = tuple(_story(parts[part], name) for part in _texts(parts))
    passages = matched(record, stories)
    lost = tuple(passage for passage, now in zip(record.passages, passages, strict=True) if now is None)
    return ReturnedFile(tuple(now for now in passages if now), lost, record.files, stories)


def _texts(parts: Mapping[str, bytes]) -> list[str]:
    """The names of the parts that hold text, the pages first."""
    main = main_part(parts)
    others = (relation.target for relation in relations(parts, main) if relation.kind in _BESIDE)
    return [main, *(name for name in dict.fromkeys(others) if name in parts)]


def _parts(data: bytes, name: str) -> Mapping[str, bytes]:
    findings = Findings()
    parts = word_parts(data, name, findings)
    if parts is None:
        refusal = next(iter(findings))
        raise DocgenError(f"'{name}' cannot be read: {refusal.message}", refusal.help)
    return parts


def _record(parts: Mapping[str, bytes], name: str) -> Record:
    try:
        records = [read_record(root) for root in _items(parts, name) if is_record(root)]
    except NotARecord as error:
        message = f"the record of sources in '{name}' is damaged: {error}"
        raise DocgenError(message, "build the document again, or take an earlier copy") from error
    if not records:
        raise DocgenError(f"'{name}' does not tell where its words came from", _WITHOUT)
    return records[0]


def _items(parts: Mapping[str, bytes], name: str) -> Iterator[etree._Element]:
    return (_root(parts[part], name) for part in sorted(parts) if _ITEM.fullmatch(part))


def _story(content: bytes, name: str) -> Story:
    root = _root(content, name)
    settle(root)
    return read_story(root)


def _root(content: bytes, name: str) -> etree._Element:
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise DocgenError(f"'{name}' cannot be read: one of its parts is damaged", "take an earlier copy") from error
