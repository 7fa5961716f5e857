"""What every part of a page needs to know, and what they collect on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from msgspec import Struct, field

from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.tree.document import Document
from docgen.write.characters import writable
from docgen.write.places import Ids, Places, find_places


class Page(Struct):
    """A page in the making."""

    document: Document
    findings: Findings
    preview: bool
    """Whether each block tells its source."""
    ids: Ids
    places: Places
    footnotes: dict[str, str]
    """A footnote's label -> its id."""
    mentions: dict[str, list[str]] = field(default_factory=dict)
    """A footnote's label -> the ids of the marks that lead to it, in order."""
    widths: set[int] = field(default_factory=set)
    """The widths of columns, in per cent, for which the style needs a rule."""
    lists: int = 0
    """How many lists are around what is being written, within its cell, quotation or callout."""

    def source_of(self, source: Source) -> str | None:
        """The value of `data-source`; `None` outside the preview."""
        return str(source) if self.preview else None

    def words(self, text: str) -> str:
        """Words about the document as a whole, as HTML."""
        return escape(writable(text, self.document.source, self.findings), quote=False)

    @contextmanager
    def within_lists(self, count: int) -> Iterator[None]:
        """What is written meanwhile stands in so many lists."""
        before, self.lists = self.lists, count
        yield
        self.lists = before


def new_page(document: Document, findings: Findings, preview: bool) -> Page:
    """A page on which nothing is written yet, but all ids are known."""
    ids = Ids()
    places = find_places(document, ids)
    footnotes = {note.label: ids.claim(f"note-{note.number or note.label}") for note in document.footnotes}
    return Page(document, findings, preview, ids, places, footnotes)
