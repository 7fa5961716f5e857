"""Writes what stands on lines of its own. Every paragraph is one line, so that a change shows as one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from docgen.figures.registry import told
from docgen.source import Source
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
    caption_label,
)
from docgen.tree.chart import Chart
from docgen.tree.inline import Inlines, Picture
from docgen.tree.walk import plain_text
from docgen.write.characters import writable
from docgen.write.markdown.cells import callout_title, cell
from docgen.write.markdown.escaping import fence_for, safe_start
from docgen.write.markdown.inlines import bold, caption, line, unlinked_line
from docgen.write.markdown.page import Page
from docgen.write.markdown.tables import write_table

_DEEPEST = 6
_APART = "<!-- -->"
"""Between two lists: without it they would be one."""


def write_blocks(blocks: Blocks, page: Page) -> str:
    """All of them, with an empty line between two."""
    written: list[str] = []
    before: Block | None = None
    for block in blocks:
        pieces = [piece for piece in _write_block(block, page) if piece]
        if pieces and isinstance(before, _LISTS) and isinstance(block, _LISTS):
            written.append(_APART)
        written += pieces
        before = block if pieces else before
    return "\n\n".join(written)


_LISTS = (BulletList, OrderedList, DefinitionList)


def _write_block(block: Block, page: Page) -> list[str]:
    match block:
        case Title() | Heading() | Paragraph() | CodeBlock() | PageBreak() | Rule():
            return _write_simple(block, page)
        case BulletList() | OrderedList():
            return [_list(block, page)]
        case DefinitionList():
            return [_definitions(block, page)]
        case Quote() | PullQuote():
            by = [line(block.by, page)] if isinstance(block, PullQuote) and block.by else []
            return [_quoted("\n\n".join([write_blocks(block.blocks, page), *by]))]
        case Landscape() | Cover():
            return [write_blocks(block.blocks, page)]
        case Callout():
            title = bold(callout_title(block, page))
            return [_quoted("\n\n".join(filter(None, [title, write_blocks(block.blocks, page)])))]
        case Table():
            return write_table(block, page, cell)
        case Figure():
            return _figure(block, page)
        case Contents():
            return _contents(block, page)
        case _:
            assert_never(block)


def _write_simple(block: Title | Heading | Paragraph | CodeBlock | PageBreak | Rule, page: Page) -> list[str]:
    match block:
        case Title():
            subtitle = [line(block.subtitle, page)] if block.subtitle else []
            return [f"# {_on_one_line(block.content, page)}", *subtitle]
        case Heading():
            return [_heading(block, page)]
        case Paragraph():
            return [f"{block.number} {line(block.content, page)}" if block.number else line(block.content, page)]
        case CodeBlock():
            text = writable(block.text, block.source, page.findings).removesuffix("\n")
            fence = fence_for(text)
            return [f"{fence}\n{text}\n{fence}"]
        case PageBreak():
            return []
        case Rule():
            return ["---"]
        case _:
            assert_never(block)


def _heading(heading: Heading, page: Page) -> str:
    """One level below the title, with its number and its footnote marks."""
    marks = "#" * min(heading.level + 1, _DEEPEST)
    number = page.document.properties.printed_number(heading.number)
    return f"{marks} {f'{number} ' if number else ''}{_on_one_line(heading.content, page)}"


def _on_one_line(content: Inlines, page: Page) -> str:
    """What a heading has room for."""
    return line(content, page).replace("\\\n", " ")


def _list(block: BulletList | OrderedList, page: Page) -> str:
    items = []
    for position, item in enumerate(block.items):
        sign = f"{block.start + position}." if isinstance(block, OrderedList) else "-"
        items.append(_hung(f"{sign} ", write_blocks(item.blocks, page)))
    return ("\n" if block.tight else "\n\n").join(items)


def _hung(sign: str, text: str) -> str:
    """Lines that hang at a sign."""
    first, *rest = text.split("\n")
    indent = " " * len(sign)
    return "\n".join([f"{sign}{first}".rstrip(" "), *(f"{indent}{part}" if part else "" for part in rest)])


def _definitions(block: DefinitionList, page: Page) -> str:
    """Markdown has no terms: each is a stressed item, and its explanation stands below it."""
    items = []
    for entry in block.entries:
        term = bold(_on_one_line(entry.term, page))
        items.append(_hung("- ", "\n\n".join(filter(None, [term, write_blocks(entry.blocks, page)]))))
    return "\n\n".join(items)


def _quoted(text: str) -> str:
    return "\n".join(f"> {part}".rstrip(" ") for part in text.split("\n"))


def _figure(figure: Figure, page: Page) -> list[str]:
    below = [caption(figure, page)] if figure.caption else []
    if isinstance(figure.picture, Picture):
        return [line((figure.picture,), page), *below]
    return [*_chart(figure.picture, figure.source, page), *below]


def _chart(chart: Chart, source: Source, page: Page) -> list[str]:
    """What a drawing says, in words: a change of its data then shows as a change of a line."""
    said = told(chart)
    sentences = [f"- {safe_start(page.words(sentence, source))}" for sentence in said.sentences]
    return [safe_start(page.words(said.summary, source)), "\n".join(sentences)]


def _contents(contents: Contents, page: Page) -> list[str]:
    if contents.is_left_out:
        return []
    title = [bold(unlinked_line(contents.title, page))] if contents.title else []
    entries = list(_entries(contents, page))
    return [*title, "\n".join(entries)] if entries else title


def _entries(contents: Contents, page: Page) -> Iterator[str]:
    """Headings lead to their places; tables and figures have none that Markdown could lead to."""
    for entry in contents.entries:
        words = page.words(plain_text(entry.content), entry.source)
        if contents.kind is not ContentsKind.HEADINGS:
            yield f"- {caption_label(contents.kind.captioned, entry.number)}: {words}"
            continue
        number = page.document.properties.printed_number(entry.number)
        shown = f"{number} {words}" if number else words
        anchor = page.anchors.get(entry.anchor)
        yield f"{'  ' * (entry.level - 1)}- {f'[{shown}](#{anchor})' if anchor else shown}"
