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
    ContentsEntry,
    ContentsKind,
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
    caption_label,
)
from docgen.tree.inline import Picture
from docgen.wording import sentence_case
from docgen.write.characters import writable
from docgen.write.markdown.escaping import code_span
from docgen.write.markdown.inlines import bold, caption, line, unlinked_line
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
        case Paragraph():
            yield line(block.content, page)
        case Heading() | Title():
            yield from _heads(block, page)
        case BulletList() | OrderedList():
            yield from _items(block, page, depth)
        case DefinitionList():
            yield from (part for entry in block.entries for part in _definition(entry, page, depth))
        case Quote() | PullQuote() | Landscape() | Cover():
            yield from _lines(block.blocks, page, depth)
            yield from [line(block.by, page)] if isinstance(block, PullQuote) and block.by else []
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


def _heads(block: Heading | Title, page: Page) -> Iterator[str]:
    """A heading with its number; a title with the line below it."""
    if isinstance(block, Title):
        yield bold(line(block.content, page))
        yield from [line(block.subtitle, page)] if block.subtitle else []
        return
    number = page.document.properties.printed_number(block.number)
    yield bold(f"{number} {line(block.content, page)}".strip())


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
            yield from _lines_of_table(block, page, depth)
        case Figure():
            yield _picture(block, page)
            yield from filter(None, [caption(block, page)])
        case Contents():
            yield from filter(None, [bold(unlinked_line(block.title, page)) if block.title else ""])
            yield from (_entry(entry, block, page) for entry in block.entries)
        case _:
            assert_never(block)


def _lines_of_table(table: Table, page: Page, depth: int) -> Iterator[str]:
    """The caption, the headings of the columns in one line, and each cell on a line of its own."""
    yield from filter(None, [caption(table, page)])
    yield from filter(None, [" – ".join(filter(None, (bold(line(each.heading, page)) for each in table.columns)))])
    for group in table.groups:
        yield from [bold(line(group.heading, page))] if group.heading else []
        yield from (part for row in group.rows for each in row.cells for part in _lines(each.blocks, page, depth))


def _entry(entry: ContentsEntry, contents: Contents, page: Page) -> str:
    """With its number: `2.1 Scope`, `Table 2: Functions`."""
    words = unlinked_line(entry.content, page)
    if contents.kind is not ContentsKind.HEADINGS:
        return f"{caption_label(contents.kind.captioned, entry.number)}: {words}"
    return f"{page.document.properties.printed_number(entry.number)} {words}".strip()


def _picture(figure: Figure, page: Page) -> str:
    if isinstance(figure.picture, Picture):
        return line((figure.picture,), page)
    return page.words(told(figure.picture).description, figure.source)


def callout_title(callout: Callout, page: Page) -> str:
    """The kind is said in words."""
    kind = page.words(sentence_case(callout.kind), callout.source)
    return f"{kind}: {line(callout.title, page)}" if callout.title else kind
