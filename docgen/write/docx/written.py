"""What blocks become before they are markup: paragraphs, tables and page breaks.

Only what stands beside a block decides some of its properties: whether it begins a page, ends a section or a cell, or
touches another table. So a paragraph keeps its style, its properties and its content apart until all of that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.write.docx.xml import NOTHING, Xml, joined, paragraph, w


class WrittenParagraph(Struct, frozen=True):
    """A paragraph of Word."""

    style: str
    content: Xml = NOTHING
    """Runs, fields, links and bookmarks."""
    properties: Xml = NOTHING
    """Numbering, indentation, alignment: in the order of the schema."""
    keeps_next: bool = False
    """Whether it stays on one page with what follows."""
    begins_page: bool = False
    section: Xml = NOTHING
    """The properties of the section that ends with it."""

    def led_by(self, lead: Xml) -> WrittenParagraph:
        """The paragraph with something in front of its content."""
        return replace(self, content=joined((lead, self.content)))

    def kept(self) -> WrittenParagraph:
        """The paragraph on one page with what follows."""
        return replace(self, keeps_next=True)

    def followed_by(self, end: Xml) -> WrittenParagraph:
        """The paragraph with something behind its content."""
        return replace(self, content=joined((self.content, end)))


class WrittenTable(Struct, frozen=True):
    """A table of Word."""

    markup: Xml


class NewPage(Struct, frozen=True):
    """What follows begins on a new page."""


Solid = WrittenParagraph | WrittenTable
Written = Solid | NewPage

TABLE_END = WrittenParagraph("TableEnd")
"""A cell, a footnote or a section must not end with a table."""
TABLE_GAP = WrittenParagraph("TableGap")
"""Two tables without a paragraph between them would be one, and without room between them look like one."""


def markup_of(pieces: Iterable[Solid]) -> Xml:
    """All of them, in order."""
    return joined([_paragraph(piece) if isinstance(piece, WrittenParagraph) else piece.markup for piece in pieces])


def _paragraph(piece: WrittenParagraph) -> Xml:
    keeps = w("keepNext") if piece.keeps_next else NOTHING
    begins = w("pageBreakBefore") if piece.begins_page else NOTHING
    return paragraph(piece.style, piece.content, keeps, begins, piece.properties, piece.section)


def settled(pieces: Iterable[Written]) -> list[Solid]:
    """Page breaks as properties of what follows them, and touching tables parted.

    A page break as a paragraph of its own would leave an empty line at the head of the page. One at either end is left
    out: a new page begins there in any case.
    """
    done: list[Solid] = []
    pending = False
    for piece in pieces:
        if isinstance(piece, NewPage):
            pending = bool(done)
            continue
        done += _begun(piece) if pending else _parted(piece, done)
        pending = False
    return done


def _begun(piece: Solid) -> list[Solid]:
    """A table cannot say that it begins on a new page, and its first row is repeated on every page."""
    if isinstance(piece, WrittenParagraph):
        return [replace(piece, begins_page=True)]
    return [replace(TABLE_END, begins_page=True), piece]


def _parted(piece: Solid, before: Sequence[Solid]) -> list[Solid]:
    touches = isinstance(piece, WrittenTable) and before and isinstance(before[-1], WrittenTable)
    return [TABLE_GAP, piece] if touches else [piece]


def closed(pieces: list[Solid], style: str) -> list[Solid]:
    """The same with a paragraph at their end, as Word wants it in cells, footnotes and sections."""
    if not pieces:
        return [WrittenParagraph(style)]
    return [*pieces, TABLE_END] if isinstance(pieces[-1], WrittenTable) else pieces
