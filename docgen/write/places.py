"""Gives every place that a link may lead to an id of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct, field

from docgen.tree.block import (
    Block,
    Blocks,
    BulletList,
    Callout,
    CodeBlock,
    Contents,
    ContentsKind,
    Cover,
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


class Ids(Struct):
    """The ids given so far. No two elements of a page may share one."""

    taken: set[str] = field(default_factory=set)

    def claim(self, wanted: str) -> str:
        """The id as wanted, or with the first free number behind it."""
        free, count = wanted, 1
        while free in self.taken:
            count += 1
            free = f"{wanted}-{count}"
        self.taken.add(free)
        return free


class Places(Struct):
    """The ids of headings, tables, figures and labelled paragraphs."""

    headings: list[Heading] = field(default_factory=list)
    """Those with an anchor, in order of reading."""
    anchors: set[str] = field(default_factory=set)
    """The anchors of the headings and paragraphs."""
    labels: dict[str, str] = field(default_factory=dict)
    """What a cross-reference calls a place -> its id."""
    tables: dict[int, str] = field(default_factory=dict)
    """A table's number -> its id."""
    figures: dict[int, str] = field(default_factory=dict)
    """A figure's number -> its id."""

    def table(self, table: Table) -> str | None:
        """The id of a table; `None` where nothing can lead to it."""
        return self.tables.get(table.number) or self.labels.get(table.label)

    def figure(self, figure: Figure) -> str | None:
        """The id of a figure; `None` where nothing can lead to it."""
        return self.figures.get(figure.number) or self.labels.get(figure.label)

    def captioned(self, kind: ContentsKind, number: int) -> str | None:
        """The id of the table or figure of a number."""
        return (self.tables if kind is ContentsKind.TABLES else self.figures).get(number)

    def target(self, fragment: str) -> str | None:
        """The id that a link to `#fragment` means, whether it names an anchor or a label."""
        return fragment if fragment in self.anchors else self.labels.get(fragment)


def find_places(document: Document, ids: Ids) -> Places:
    """Gives ids to everything in the document. Headings keep their anchors; what comes later makes way."""
    places = Places()
    captioned = []
    for block in _all_blocks(document):
        if isinstance(block, Heading) and block.anchor:
            places.headings.append(block)
            _place_anchored(block, places, ids)
        elif isinstance(block, Paragraph) and block.anchor:
            _place_anchored(block, places, ids)
        elif isinstance(block, Table | Figure):
            captioned.append(block)
    for block in captioned:
        _place_captioned(block, places, ids)
    return places


def _place_anchored(block: Heading | Paragraph, places: Places, ids: Ids) -> None:
    places.anchors.add(block.anchor)
    ids.taken.add(block.anchor)
    if block.label:
        places.labels.setdefault(block.label, block.anchor)


def _place_captioned(block: Table | Figure, places: Places, ids: Ids) -> None:
    """Numbered, it is called `table-2`; without a number, but with a label, `table-without-number`."""
    kind, numbered = ("table", places.tables) if isinstance(block, Table) else ("figure", places.figures)
    if not block.number and not block.label:
        return
    place = ids.claim(f"{kind}-{block.number or 'without-number'}")
    if block.number:
        numbered.setdefault(block.number, place)
    if block.label:
        places.labels.setdefault(block.label, place)


def _all_blocks(document: Document) -> Iterator[Block]:
    yield from _with_inner(document.blocks)
    for footnote in document.footnotes:
        yield from _with_inner(footnote.blocks)


def _with_inner(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        yield block
        for inner in _inside(block):
            yield from _with_inner(inner)


def _inside(block: Block) -> Iterator[Blocks]:
    """The blocks directly inside a block. Lines of text are not entered, so that large tables cost little."""
    match block:
        case BulletList() | OrderedList():
            yield from (item.blocks for item in block.items)
        case DefinitionList():
            yield from (entry.blocks for entry in block.entries)
        case Quote() | PullQuote() | Callout() | Landscape() | Cover():
            yield block.blocks
        case Table():
            yield from (cell.blocks for row in block.rows for cell in row.cells if cell.blocks)
        case Title() | Heading() | Paragraph() | CodeBlock() | Figure() | Contents() | PageBreak() | Rule():
            return
        case _:
            assert_never(block)
