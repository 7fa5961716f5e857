"""Words a document tree as plain text, so that pages of the documentation can show what a document says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from docgen.figures.registry import told
from docgen.tree.block import (
    Block,
    Blocks,
    BulletList,
    Callout,
    CodeBlock,
    Contents,
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
from docgen.tree.inline import FootnoteReference, Inlines, Picture, Text
from docgen.tree.walk import plain_text, rewrite


def plain_document(document: Document) -> str:
    """Blocks with an empty line between them, then the footnotes."""
    notes = [f"[{note.number}] {' '.join(plain_blocks(note.blocks))}" for note in document.footnotes]
    return "\n\n".join([*plain_blocks(document.blocks), *notes]) + "\n"


def plain_blocks(blocks: Blocks) -> list[str]:
    """Each block as one or more lines."""
    return [words for block in blocks if (words := "\n".join(_lines(_with_marks(block))).rstrip())]


def _with_marks(block: Block) -> Block:
    """The block with `[1]` for the mark of footnote 1."""

    def change(node: object) -> object:
        return Text(f"[{node.number}]", node.source) if isinstance(node, FootnoteReference) else node

    marked: Block = rewrite(block, change)
    return marked


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield plain_text(block.content)
            yield plain_text(block.subtitle)
        case Heading():
            yield f"{'#' * block.level} {f'{block.number} {plain_text(block.content)}'.strip()}"
        case Paragraph():
            yield f"{block.number} {plain_text(block.content)}".strip()
        case BulletList():
            yield from (f"• {_in_one_line(item.blocks)}" for item in block.items)
        case OrderedList():
            yield from (f"{n}. {_in_one_line(item.blocks)}" for n, item in enumerate(block.items, block.start))
        case DefinitionList():
            yield from (f"{plain_text(entry.term)}: {_in_one_line(entry.blocks)}" for entry in block.entries)
        case Quote():
            yield f"“{_in_one_line(block.blocks)}”"
        case PullQuote():
            yield f"“{_in_one_line(block.blocks)}” {plain_text(block.by)}".rstrip()
        case CodeBlock():
            yield block.text
        case Callout():
            yield f"[{_joined((Text(block.kind, block.source),), block.title)}] {_in_one_line(block.blocks)}"
        case Table():
            yield from _table(block)
        case Figure():
            caption = f"Figure {block.number}: {plain_text(block.caption)} " if block.caption else ""
            shown = block.picture
            yield caption + (f"[{shown.path}: {shown.alt}]" if isinstance(shown, Picture) else told(shown).description)
        case Contents():
            yield from () if block.is_left_out else _contents(block)
        case Cover():
            yield from plain_blocks(block.blocks)
            yield "[new page]"
        case Landscape():
            yield "[landscape]"
            yield from plain_blocks(block.blocks)
            yield "[portrait]"
        case PageBreak():
            yield "[new page]"
        case Rule():
            yield "---"
        case _:
            assert_never(block)


def _contents(contents: Contents) -> Iterator[str]:
    yield plain_text(contents.title)
    for entry in contents.entries:
        number = f"{contents.kind.captioned} {entry.number}:" if contents.kind.captioned else entry.number
        yield f"  {number} {plain_text(entry.content)}".rstrip()


def _joined(*parts: Inlines) -> str:
    return ": ".join(plain_text(part) for part in parts if part)


def _in_one_line(blocks: Blocks) -> str:
    return " ".join(" ".join(plain_blocks(blocks)).split())


def _table(table: Table) -> Iterator[str]:
    if table.caption and not table.number:
        yield plain_text(table.caption)
    elif table.caption:
        yield f"Table {table.number}: {plain_text(table.caption)}"
    yield " | ".join(plain_text(column.heading) for column in table.columns)
    for group in table.groups:
        if group.heading:
            yield f"— {plain_text(group.heading)} —"
        for row in group.rows:
            yield " | ".join(_in_one_line(cell.blocks) for cell in row.cells).rstrip()
