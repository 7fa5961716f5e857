"""Short ways to build resolved trees for the tests of writers: `document(heading(1, "Scope"), paragraph("Words."))`.

Every node gets a source of its own, so that a test can see whose place a diagnostic names.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from itertools import count
from typing import Any

from docgen.source import Source
from docgen.tree.block import (
    Block,
    BulletList,
    Callout,
    Cell,
    CodeBlock,
    Column,
    Contents,
    ContentsEntry,
    ContentsKind,
    Cover,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    PullQuote,
    Quote,
    Row,
    RowGroup,
    Rule,
    Table,
    Title,
)
from docgen.tree.document import Document, Footnote, Properties
from docgen.tree.inline import (
    CrossReference,
    Emphasis,
    FootnoteReference,
    Inline,
    Inlines,
    Link,
    Picture,
    ReferenceForm,
    Strong,
    Text,
)

Words = str | Inline | Sequence[str | Inline]
"""A string, an inline, or several of them."""

_lines = count(1)


def here() -> Source:
    """The next line of a made-up content file."""
    return Source("content/example/text.md", next(_lines))


def inlines(words: Words) -> Inlines:
    """Words as the tree holds them."""
    parts = [words] if isinstance(words, str | Inline) else words
    return tuple(Text(part, here()) if isinstance(part, str) else part for part in parts if part != "")


def strong(words: Words) -> Strong:
    """Words of importance."""
    return Strong(inlines(words), here())


def emphasis(words: Words) -> Emphasis:
    """Stressed words."""
    return Emphasis(inlines(words), here())


def link(target: str, words: Words) -> Link:
    """Words that lead out of the document."""
    return Link(target, inlines(words), here())


def reference(label: str, words: str, form: ReferenceForm = ReferenceForm.FULL) -> CrossReference:
    """A resolved cross-reference."""
    return CrossReference(label, form, here(), words)


def note(label: str, number: int) -> FootnoteReference:
    """A resolved mark of a footnote."""
    return FootnoteReference(label, here(), number)


def footnote(label: str, number: int, words: Words) -> Footnote:
    """A resolved footnote of one paragraph."""
    return Footnote(label, (paragraph(words),), here(), number)


def title(words: Words, subtitle: Words = "") -> Title:
    """The name of the document."""
    return Title(inlines(words), here(), inlines(subtitle))


def heading(level: int, words: Words, number: str = "", **fields: Any) -> Heading:
    """A heading; numbered if it is given a number. Its anchor is its number or, without one, its label."""
    named = {"numbered": bool(number), "anchor": f"section-{number}" if number else fields.get("label", ""), **fields}
    return Heading(level, inlines(words), here(), number=number, **named)


def paragraph(words: Words, number: str = "", **fields: Any) -> Paragraph:
    """A paragraph; one with a label is led to by it."""
    return Paragraph(inlines(words), here(), number=number, **{"anchor": fields.get("label", ""), **fields})


def blocks(content: Words | Block | Sequence[Block]) -> tuple[Block, ...]:
    """Words make one paragraph, an empty string none; blocks stay as they are."""
    if isinstance(content, Block):
        return (content,)
    if not isinstance(content, str | Inline) and content and all(isinstance(part, Block) for part in content):
        return tuple(content)  # type: ignore[arg-type]
    return (paragraph(content),) if content else ()  # type: ignore[arg-type]


def item(*content: Words | Block) -> ListItem:
    """An item of paragraphs (from words) and other blocks."""
    return ListItem(tuple(block for part in content for block in blocks(part)), here())


def bullets(*items: Words | ListItem, tight: bool = True) -> BulletList:
    """A list of items, each given whole or by its words."""
    return BulletList(_items(items), here(), tight)


def numbers(*items: Words | ListItem, start: int = 1, tight: bool = True) -> OrderedList:
    """A numbered list."""
    return OrderedList(_items(items), here(), start, tight)


def _items(items: Sequence[Words | ListItem]) -> tuple[ListItem, ...]:
    return tuple(entry if isinstance(entry, ListItem) else item(entry) for entry in items)


def definitions(*entries: tuple[Words, Words | Block | Sequence[Block]]) -> DefinitionList:
    """Terms with their explanations."""
    return DefinitionList(tuple(Definition(inlines(term), blocks(words), here()) for term, words in entries), here())


def quote(*content: Words | Block) -> Quote:
    """Somebody else's words."""
    return Quote(tuple(block for part in content for block in blocks(part)), here())


def pull_quote(words: Words | Block, by: Words = "") -> PullQuote:
    """A sentence taken out of the text."""
    return PullQuote(blocks(words), here(), inlines(by))


def code(text: str) -> CodeBlock:
    """Lines in the computer's own spelling."""
    return CodeBlock(text, here())


def callout(kind: str, title: Words, *content: Words | Block) -> Callout:
    """A box that stands out."""
    return Callout(kind, inlines(title), tuple(block for part in content for block in blocks(part)), here())


def row(*cells: Words | Block | Sequence[Block]) -> Row:
    """A row; each cell given by its words or its blocks."""
    return Row(tuple(Cell(blocks(cell), here()) for cell in cells), here())


def group(*rows: Row, heading: Words = "") -> RowGroup:
    """Rows under a heading of their own."""
    return RowGroup(rows, here(), inlines(heading))


def column(words: Words, width: float = 1.0, **fields: Any) -> Column:
    """A column with its heading."""
    return Column(inlines(words), here(), width, **fields)


def table(columns: Sequence[str | Column], *rows: Row | RowGroup, caption: Words = "", **fields: Any) -> Table:
    """A table; rows that stand in no group make one without heading."""
    loose = tuple(entry for entry in rows if isinstance(entry, Row))
    groups = tuple(entry for entry in rows if isinstance(entry, RowGroup)) or (group(*loose),)
    heads = tuple(entry if isinstance(entry, Column) else column(entry) for entry in columns)
    return Table(heads, groups, here(), inlines(caption), **fields)


def figure(path: str, alt: str, caption: Words = "", **fields: Any) -> Figure:
    """A picture with a caption."""
    return Figure(Picture(path, alt, here()), here(), inlines(caption), **fields)


def contents(*headings: Heading, depth: int = 3, title: Words = "Contents") -> Contents:
    """A resolved table of contents of the given headings."""
    entries = tuple(
        ContentsEntry(entry.level, entry.number, entry.content, entry.anchor, entry.source) for entry in headings
    )
    return Contents(depth, here(), inlines(title), entries)


def listed(kind: ContentsKind, *entries: tuple[int, Words], title: Words = "") -> Contents:
    """A resolved list of tables or figures, each given by its number and its caption."""
    lines = tuple(ContentsEntry(1, str(number), inlines(words), "", here()) for number, words in entries)
    return Contents(1, here(), inlines(title or kind.value.capitalize()), lines, kind)


def cover(*content: Words | Block) -> Cover:
    """The first page."""
    return Cover(tuple(block for part in content for block in blocks(part)), here())


def page_break() -> PageBreak:
    """A new page."""
    return PageBreak(here())


def rule() -> Rule:
    """A line across the page."""
    return Rule(here())


def document(
    *content: Block,
    footnotes: Sequence[Footnote] = (),
    pictures: dict[str, bytes] | None = None,
    **properties: Any,
) -> Document:
    """A document; what its properties do not say is made up."""
    said = {"title": "Expression of Interest", "organisation": "Example CCG", **properties}
    return Document(Properties(**said), tuple(content), here(), tuple(footnotes), pictures or {})


def png(width: int = 4, height: int = 3, colour: bytes = b"\x00\x5e\xb8") -> bytes:
    """A picture of one colour, in pixels; it says nothing about its resolution."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = (b"\x00" + colour * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
