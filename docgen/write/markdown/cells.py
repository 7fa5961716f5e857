"""Writes the blocks of a table's cell on a single line, which is all that Markdown has room for there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from docgen.codes.outputs import FLATTENED_IN_MARKDOWN
from docgen.figures.registry import told
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
    Quote,
    Rule,
    Table,
    Title,
)
from docgen.tree.inline import Picture
from docgen.wording import sentence_case
from docgen.write.characters import writable
from docgen.write.markdown.escaping import code_span
from docgen.write.markdown.inlines import bold, line, unlinked_line
from docgen.write.markdown.page import Page

_SIGNS = ("•", "–", "▪")


def cell(blocks: Blocks, page: Page) -> str:
    """Lines with breaks between them."""
    return "<br>".join(part.strip(" ") for part in _lines(blocks, page, 0))


def _lines(blocks: Blocks, page: Page, depth: int) -> Iterator[str]:
    for block in blocks:
        yield from _lines_of(block, page, depth)


def _lines_of(block: Block, page: Page, depth: int) -> Iterator[str]:
    match block:
        case Paragraph() | Heading() | Title():
            yield line(block.content, page)
        case BulletList() | OrderedList():
            yield from _items(block, page, depth)
        case DefinitionList():
            yield from (part for entry in block.entries for part in _definition(entry, page, depth))
        case Quote() | Landscape() | Cover():
            yield from _lines(block.blocks, page, depth)
        case Callout():
            yield bold(callout_title(block, page))
            yield from _lines(block.blocks, page, depth)
        case CodeBlock():
            text = writable(block.text, block.source, page.findings)
            yield from (code_span(part, in_cell=True) for part in text.splitlines() if part.strip())
        case Table() | Figure() | Contents():
            yield from _flattened(block, page, depth)
        case PageBreak() | Rule():
            return
        case _:
            assert_never(block)


def _definition(entry: Definition, page: Page, depth: int) -> Iterator[str]:
    yield bold(line(entry.term, page))
    yield from _lines(entry.blocks, page, depth)


def _items(block: BulletList | OrderedList, page: Page, depth: int) -> Iterator[str]:
    """A sign before each item; a deeper one is another sign."""
    for position, item in enumerate(block.items):
        sign = f"{block.start + position}." if isinstance(block, OrderedList) else _SIGNS[depth % len(_SIGNS)]
        first, *rest = list(_lines(item.blocks, page, depth + 1)) or [""]
        yield f"{sign} {first}"
        yield from rest


def _flattened(block: Table | Figure | Contents, page: Page, depth: int) -> Iterator[str]:
    """What has no place in a cell is told as words."""
    message = "a table, picture or list of contents inside a table is written as lines of words in Markdown"
    page.findings.add(FLATTENED_IN_MARKDOWN.at(block.source, message, "put it before or after the table"))
    match block:
        case Table():
            yield from [line(block.caption, page)] if block.caption else []
            cells = [cell for row in block.rows for cell in row.cells]
            yield from (part for cell in cells for part in _lines(cell.blocks, page, depth))
        case Figure():
            yield _picture(block, page)
            yield from [line(block.caption, page)] if block.caption else []
        case Contents():
            yield from (unlinked_line(entry.content, page) for entry in block.entries)
        case _:
            assert_never(block)


def _picture(figure: Figure, page: Page) -> str:
    if isinstance(figure.picture, Picture):
        return line((figure.picture,), page)
    return page.words(told(figure.picture).description, figure.source)


def callout_title(callout: Callout, page: Page) -> str:
    """The kind is said in words."""
    kind = page.words(sentence_case(callout.kind), callout.source)
    return f"{kind}: {line(callout.title, page)}" if callout.title else kind
