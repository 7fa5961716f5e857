"""The words of a document in the order of reading, each piece with the place that it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from docgen.source import Source
from docgen.tree.block import (
    Block,
    Blocks,
    BulletList,
    Callout,
    CodeBlock,
    Contents,
    Cover,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Landscape,
    OrderedList,
    PageBreak,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    Title,
)
from docgen.tree.document import Document
from docgen.tree.inline import (
    Abbreviation,
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
)


class Kind(Enum):
    """Where words stand."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """In a list."""
    CELL = "cell"
    COLUMN = "column"
    """The heading of a column."""
    CAPTION = "caption"
    QUOTE = "quote"
    FOOTNOTE = "footnote"


class Piece(Struct, frozen=True):
    """A run of words from one place."""

    start: int
    """Where it begins among the words of its passage."""
    words: str
    source: Source
    verbatim: bool
    """Whether the words stand at the source as they are. False for what docgen words: a date, a figure."""


class Passage(Struct, frozen=True, eq=False):
    """A paragraph, a heading, a cell: words that are read as one. Compared by identity, so that it is a cheap key."""

    words: str
    """As a reader sees them, without line breaks."""
    pieces: tuple[Piece, ...]
    """In order, without gaps; at least one."""
    kind: Kind
    section: str = ""
    """The heading above it, with its number: `B.II Our plan`."""

    @property
    def source(self) -> Source:
        """Where it begins."""
        return self.pieces[0].source

    def piece(self, at: int) -> Piece:
        """The run of words in which a character stands."""
        starts = [piece.start for piece in self.pieces]
        return self.pieces[max(0, bisect_right(starts, at) - 1)]

    def place(self, at: int) -> Source:
        """Where a character stands in the repository, to the column where that is known."""
        piece = self.piece(at)
        source = piece.source
        if piece.verbatim and source.column and not source.sheet and not source.passage:
            return replace(source, column=source.column + max(0, at - piece.start))
        return source


def passages_of(document: Document) -> Iterator[Passage]:
    """All words of a document in the order of reading; contents, which repeat headings, are left out."""
    reader = _Reader()
    yield from reader.of_blocks(document.blocks, Kind.PARAGRAPH)
    for note in document.footnotes:
        yield from reader.of_blocks(note.blocks, Kind.FOOTNOTE)


class _Reader(Struct):
    """Goes through a document, and knows under which heading it is."""

    section: str = ""

    def of_blocks(self, blocks: Blocks, kind: Kind) -> Iterator[Passage]:
        for block in blocks:
            yield from self._of_block(block, kind)

    def _of_block(self, block: Block, kind: Kind) -> Iterator[Passage]:
        match block:
            case Title() | Heading() | Paragraph() | Figure():
                yield from self._of_words(block, kind)
            case BulletList() | OrderedList() | DefinitionList():
                yield from self._of_list(block, Kind.ITEM if kind is Kind.PARAGRAPH else kind)
            case Callout():
                yield from self._of_lines(kind, block.title)
                yield from self.of_blocks(block.blocks, kind)
            case Quote() | PullQuote():
                yield from self.of_blocks(block.blocks, Kind.QUOTE)
                yield from self._of_lines(Kind.CAPTION, block.by if isinstance(block, PullQuote) else ())
            case Landscape() | Cover():
                yield from self.of_blocks(block.blocks, kind)
            case Table():
                yield from self._of_table(block)
            case CodeBlock() | Contents() | PageBreak() | Rule():
                return
            case _:
                assert_never(block)

    def _of_words(self, block: Title | Heading | Paragraph | Figure, kind: Kind) -> Iterator[Passage]:
        match block:
            case Title():
                return self._of_lines(Kind.TITLE, block.content, block.subtitle)
            case Heading():
                return self._of_heading(block)
            case Paragraph():
                return self._of_lines(kind, block.content)
            case Figure():
                return self._of_lines(Kind.CAPTION, block.caption)
            case _:
                assert_never(block)

    def _of_list(self, block: BulletList | OrderedList | DefinitionList, kind: Kind) -> Iterator[Passage]:
        for item in block.entries if isinstance(block, DefinitionList) else block.items:
            if isinstance(item, Definition):
                yield from self._of_lines(kind, item.term)
            yield from self.of_blocks(item.blocks, kind)

    def _of_heading(self, heading: Heading) -> Iterator[Passage]:
        for passage in self._of_lines(Kind.HEADING, heading.content):
            self.section = f"{heading.number} {passage.words}".strip()
            yield replace(passage, section=self.section)

    def _of_table(self, table: Table) -> Iterator[Passage]:
        yield from self._of_lines(Kind.CAPTION, table.caption)
        yield from self._of_lines(Kind.COLUMN, *(column.heading for column in table.columns))
        for group in table.groups:
            yield from self._of_lines(Kind.CELL, group.heading)
            for row in group.rows:
                yield from (passage for cell in row.cells for passage in self.of_blocks(cell.blocks, Kind.CELL))

    def _of_lines(self, kind: Kind, *lines: Inlines) -> Iterator[Passage]:
        for line in lines:
            is_bare = len(line) == 1 and isinstance(line[0], Text)  # as in most cells: its one piece begins at 0
            pieces = tuple(_pieces(line) if is_bare else _placed(_pieces(line)))
            words = "".join(piece.words for piece in pieces)
            if words.strip():
                yield Passage(words, pieces, kind, self.section)


def _placed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces with their starts."""
    start = 0
    for piece in pieces:
        if piece.words:
            yield replace(piece, start=start)
        start += len(piece.words)


def _pieces(content: Inlines) -> Iterator[Piece]:
    return (piece for inline in content for piece in _pieces_of(inline))


def _pieces_of(inline: Inline) -> Iterator[Piece]:
    match inline:
        case Text():
            words = inline.text.replace("\n", " ")
            yield Piece(0, words, inline.source, inline.verbatim)
        case Emphasis() | Strong() | Link():
            yield from _pieces(inline.content)
        case CrossReference():
            yield Piece(0, inline.text, inline.source, verbatim=False)
        case Abbreviation():
            yield Piece(0, inline.text or inline.short, inline.source, verbatim=False)
        case LineBreak():
            yield Piece(0, " ", inline.source, verbatim=False)
        case Code() | FootnoteReference() | Picture():
            return
        case _:
            assert_never(inline)
