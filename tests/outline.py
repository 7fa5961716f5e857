"""Prints trees and rendered templates as short indented text, for people and for expected outputs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from docgen.figures.registry import told
from docgen.rendered import PLACEHOLDER, Rendered
from docgen.source import Source
from docgen.tree.block import (
    Align,
    Block,
    Blocks,
    BulletList,
    Callout,
    CodeBlock,
    Column,
    Contents,
    ContentsEntry,
    ContentsKind,
    Cover,
    DefinitionList,
    Figure,
    Heading,
    Landscape,
    OrderedList,
    Orientation,
    PageBreak,
    Paragraph,
    PullQuote,
    Quote,
    Row,
    Rule,
    Table,
    Title,
)
from docgen.tree.chart import Chart
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


def outline(document: Document, sources: bool = False) -> str:
    """The blocks and footnotes of a document, one node on a line; with `sources`, the place of every text."""
    lines = list(Outline(sources).blocks(document.blocks, 0))
    for note in document.footnotes:
        lines.append(f"note {note.label}{f' number {note.number}' if note.number else ''}")
        lines += Outline(sources).blocks(note.blocks, 1)
    return "".join(f"{line}\n" for line in lines)


def rendered_lines(rendered: Rendered) -> str:
    """Each line of a rendered template behind its place; `⟦…⟧` stands around a value's words."""
    lines = zip(rendered.text.split("\n"), rendered.origins, strict=True)
    return "".join(f"{place(origin)} | {_with_words(line, rendered)}".rstrip() + "\n" for line, origin in lines)


def _with_words(line: str, rendered: Rendered) -> str:
    return PLACEHOLDER.sub(lambda found: f"⟦{rendered.values[int(found[1])]}⟧", line)


def place(source: Source) -> str:
    """A place by the name of its file alone."""
    return str(source).rpartition("/")[2].replace("template.md.j2:", "")


def chart_of(chart: Chart) -> str:
    """A chart in its own words."""
    return f"{type(chart).__name__}: {told(chart).description}"


@dataclass(frozen=True)
class Outline:
    """How an outline is printed."""

    sources: bool

    def blocks(self, blocks: Blocks, depth: int) -> Iterator[str]:
        """The lines of blocks."""
        for block in blocks:
            first, *rest = self.block(block)
            yield "  " * depth + first + (f"  @{place(block.source)}" if self.sources else "")
            yield from ("  " * depth + line for line in rest)

    def inner(self, head: str, blocks: Blocks) -> Iterator[str]:
        """A line, and blocks under it."""
        yield head
        yield from self.blocks(blocks, 1)

    def block(self, block: Block) -> Iterator[str]:
        """The lines of one block."""
        match block:
            case Title():
                yield f"title: {self.words(block.content)}"
                if block.subtitle:
                    yield f"  subtitle: {self.words(block.subtitle)}"
            case Heading():
                yield heading_line(block, self.words(block.content))
            case Paragraph():
                number = f"“{block.number}”" if block.number else ""
                known = attributes(label=block.label, number=number, anchor=block.anchor)
                yield f"paragraph{known}: {self.words(block.content)}"
            case BulletList() | OrderedList():
                yield from self.list(block)
            case DefinitionList():
                yield "definitions"
                for entry in block.entries:
                    yield from ("  " + line for line in self.inner(f"term: {self.words(entry.term)}", entry.blocks))
            case Quote():
                yield from self.inner("quote", block.blocks)
            case PullQuote():
                yield from self.inner(f"pull quote: {self.words(block.by)}".rstrip(": "), block.blocks)
            case CodeBlock():
                yield f"code block: {block.text!r}"
            case Callout():
                yield from self.inner(f"callout {block.kind}: {self.words(block.title)}".rstrip(": "), block.blocks)
            case Table():
                yield from self.table(block)
            case Figure():
                shown = self.words((block.picture,)) if isinstance(block.picture, Picture) else chart_of(block.picture)
                yield f"figure{attributes(label=block.label, number=block.number)}: {shown}"
                if block.caption:
                    yield f"  caption: {self.words(block.caption)}"
            case Contents():
                yield from self.contents(block)
            case Cover():
                yield from self.inner("cover", block.blocks)
            case Landscape():
                yield from self.inner("landscape", block.blocks)
            case PageBreak():
                yield "page break"
            case Rule():
                yield "rule"
            case _:
                assert_never(block)

    def contents(self, contents: Contents) -> Iterator[str]:
        """What is listed, and the title; then the entries."""
        optional = " if there are any" if contents.optional else ""
        kind = f"to {contents.depth}" if contents.kind is ContentsKind.HEADINGS else f"of {contents.kind.value}"
        yield f"contents {kind}{optional}: {self.words(contents.title)}".rstrip(": ")
        yield from (f"  {self.entry(line)}".removesuffix(" #") for line in contents.entries)

    def entry(self, entry: ContentsEntry) -> str:
        """One line of a table of contents."""
        number = f"{entry.number} " if entry.number else ""
        return f"{'  ' * (entry.level - 1)}{number}{self.words(entry.content)} #{entry.anchor}"

    def list(self, block: BulletList | OrderedList) -> Iterator[str]:
        """The items of a list, each under a dash or number."""
        kind = "bullets" if isinstance(block, BulletList) else f"numbers from {block.start}"
        yield kind + ("" if block.tight else ", loose") + (", below number" if block.below_number else "")
        for item in block.items:
            lines = list(self.blocks(item.blocks, 0))
            yield f"  - {lines[0] if lines else ''}".rstrip()
            yield from (f"    {line}" for line in lines[1:])

    def table(self, table: Table) -> Iterator[str]:
        """The caption, the columns and the rows of a table."""
        orientation = "" if table.orientation is Orientation.AUTO else table.orientation.value
        more = ("" if table.row_headers else " no row headers") + ("" if table.numbered else " unnumbered")
        yield f"table{attributes(label=table.label, number=table.number, orientation=orientation)}{more}"
        if table.caption:
            yield f"  caption: {self.words(table.caption)}"
        yield f"  columns: {' | '.join(self.column(column) for column in table.columns)}"
        for group in table.groups:
            if group.heading:
                yield f"  group: {self.words(group.heading)}"
            for row in group.rows:
                yield from self.row(row)

    def column(self, column: Column) -> str:
        """The heading of a column, with its width and alignment where they are not the usual ones."""
        width = f" {column.width:g}" if column.width != 1 else ""
        align = f" {column.align.value}" if column.align is not Align.LEFT else ""
        return f"{self.words(column.heading)}{width}{align}"

    def row(self, row: Row) -> Iterator[str]:
        """A row on one line where every cell is a line of words."""
        place_of_row = f"  @{place(row.source)}" if self.sources else ""
        if all(
            len(cell.blocks) < 2 and all(isinstance(block, Paragraph) for block in cell.blocks) for cell in row.cells
        ):
            cells = (cell.blocks[0] if cell.blocks else None for cell in row.cells)
            words = (self.words(cell.content) if isinstance(cell, Paragraph) else "" for cell in cells)
            yield f"  row: {' | '.join(words)}{place_of_row}".rstrip()
            return
        yield f"  row{place_of_row}"
        for cell in row.cells:
            yield "    cell"
            yield from self.blocks(cell.blocks, 3)

    def words(self, content: Inlines) -> str:
        """Inlines on one line."""
        return " ".join(self.inline(inline) for inline in content)

    def inline(self, inline: Inline) -> str:
        """One inline; a text stands in quotation marks, with `~` behind one that docgen words."""
        where = f"@{place(inline.source)}" if self.sources else ""
        match inline:
            case Text():
                return f"“{inline.text}”{'' if inline.verbatim else '~'}{where}"
            case Emphasis():
                return f"em({self.words(inline.content)})"
            case Strong():
                return f"strong({self.words(inline.content)})"
            case Code():
                return f"code({inline.text}){where}"
            case Link():
                title = f" “{inline.title}”" if inline.title else ""
                return f"link({inline.target}{title}: {self.words(inline.content)}){where}"
            case LineBreak():
                return "⏎"
            case CrossReference():
                return (
                    f"{inline.form.value} reference({inline.label}{f': {inline.text}' if inline.text else ''}){where}"
                )
            case Abbreviation():
                return f"abbreviation({inline.short}: {inline.text or inline.expansion}){where}"
            case FootnoteReference():
                return f"note({inline.number or inline.label}){where}"
            case Picture():
                return f"picture({inline.path}: {inline.alt}){where}"
            case _:
                assert_never(inline)


def is_line(blocks: Blocks) -> bool:
    """Whether blocks are one paragraph."""
    return len(blocks) == 1 and isinstance(blocks[0], Paragraph)


def heading_line(heading: Heading, words: str) -> str:
    """A heading with what is known about it."""
    number = f"“{heading.number}”" if heading.number else ""
    known = attributes(label=heading.label, number=number, anchor=heading.anchor)
    marks = ("" if heading.numbered else " unnumbered") + (" appendix" if heading.appendix else "")
    return f"heading {heading.level}{known}{marks}: {words}"


def attributes(**known: object) -> str:
    """What is known of a node, as ` name value`, without what is empty."""
    return "".join(f" {name} {value}" for name, value in known.items() if value)
