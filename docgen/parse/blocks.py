"""Block tokens become blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from docgen.codes import markup as codes
from docgen.parse.directives.directive import read_directive
from docgen.parse.directives.registry import run_directive
from docgen.parse.footnotes import report_unused, with_notes
from docgen.parse.inlines import Cursor, inlines_in
from docgen.parse.markdown import is_too_deep, tree_of
from docgen.parse.passage import Passage
from docgen.parse.pipe_table import pipe_table
from docgen.parse.printed import blocks_of
from docgen.parse.reader import Reader
from docgen.source import Source
from docgen.tree.block import (
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from docgen.tree.inline import Inlines, Picture, Text

_UNNUMBERED = re.compile(r"\s*\{-\}\s*$")


def blocks_in(passage: Passage, reader: Reader) -> Blocks:
    """The blocks of a passage, with its footnotes bound."""
    root, tokens, notes = tree_of(passage.text)
    _report_depth(tokens, passage, reader)
    report_unused(notes, passage.source(0), reader)
    blocks = _children(root, passage, reader)
    return with_notes(blocks, _footnotes(root, passage, reader), reader)


def _report_depth(tokens: Sequence[Token], passage: Passage, reader: Reader) -> None:
    if is_too_deep(tokens):
        hint = "put it on fewer levels"
        reader.findings.add(codes.TOO_DEEP.at(passage.source(0), "lists or quotes are nested too deeply", hint))


def _children(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Blocks:
    """The blocks of all children; a label in front of one becomes its own."""
    blocks: list[Block] = []
    label: tuple[str, Source] | None = None
    for child in node.children:
        if child.type == "myst_target":
            label = (reader.plain(child.content), _source(child, passage))
            continue
        found = list(_READERS[child.type](child, passage, reader))
        if label and found:
            found[0] = _labelled(found[0], *label, reader)
            label = None
        blocks += found
    if label:
        reader.findings.add(codes.LABEL_WITHOUT_BLOCK.at(label[1], f"the label '{label[0]}' stands before nothing"))
    return tuple(blocks)


def _labelled(block: Block, label: str, source: Source, reader: Reader) -> Block:
    if isinstance(block, Heading | Table | Figure):
        return replace(block, label=label)
    hint = "put it on the line before a heading, table or figure"
    reader.findings.add(codes.LABEL_WITHOUT_BLOCK.at(source, f"the label '{label}' stands before a text", hint))
    return block


def _source(node: SyntaxTreeNode, passage: Passage) -> Source:
    return passage.source(node.map[0] if node.map else 0)


def _content(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Inlines:
    """The inlines of a node whose only child is an `inline` node."""
    inline = node.children[0]
    return inlines_in(inline, Cursor(passage, inline.map[0] if inline.map else 0), reader)


def _paragraph(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    source = _source(node, passage)
    value = reader.only_value(node.children[0].content)
    if value is not None:
        yield from blocks_of(value, source, reader)
        return
    content = _content(node, passage, reader)
    if len(content) == 1 and isinstance(content[0], Picture):
        yield Figure(content[0], source)
    elif content:
        yield Paragraph(content, source)


def _heading(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    content = _content(node, passage, reader)
    shown, is_numbered = _without_mark(content)
    reader.level = int(node.tag[1:])
    if not shown:
        reader.findings.add(codes.EMPTY_HEADING.at(_source(node, passage), "a heading has no words", "write them"))
        return
    yield Heading(reader.level, shown, _source(node, passage), numbered=is_numbered)


def _without_mark(content: Inlines) -> tuple[Inlines, bool]:
    """The words of a heading without `{-}` at their end, which says that it has no number."""
    last = content[-1] if content else None
    if not isinstance(last, Text) or not _UNNUMBERED.search(last.text):
        return content, True
    words = _UNNUMBERED.sub("", last.text)
    return (*content[:-1], *((replace(last, text=words),) if words else ())), False


def _bullet_list(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    yield BulletList(_items(node, passage, reader), _source(node, passage), _is_tight(node))


def _ordered_list(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    start = int(node.attrs.get("start", 1))
    yield OrderedList(_items(node, passage, reader), _source(node, passage), start, _is_tight(node))


def _items(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> tuple[ListItem, ...]:
    return tuple(ListItem(_children(item, passage, reader), _source(item, passage)) for item in node.children)


def _is_tight(node: SyntaxTreeNode) -> bool:
    """markdown-it hides the paragraphs of a tight list."""
    return all(block.hidden for item in node.children for block in item.children if block.type == "paragraph")


def _quote(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    yield Quote(_children(node, passage, reader), _source(node, passage))


def _rule(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    yield Rule(_source(node, passage))


def _code_block(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    yield CodeBlock(reader.plain(node.content.rstrip("\n")), _source(node, passage))


def _fence(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    """A directive, between colons or backticks, or a block of code."""
    if node.type == "fence" and not node.info.startswith("{"):
        yield from _code_block(node, passage, reader)
        return
    directive = read_directive(node, passage, reader)
    if directive:
        yield from run_directive(directive, reader)


def _definitions(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    entries: list[Definition] = []
    for child in node.children:
        if child.type == "dt":
            entries.append(Definition(_content(child, passage, reader), (), _source(child, passage)))
        else:
            blocks = _children(child, passage, reader)
            entries[-1] = replace(entries[-1], blocks=(*entries[-1].blocks, *blocks))
    yield DefinitionList(tuple(entries), _source(node, passage))


def _table(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    yield pipe_table(node, passage, reader)


def _footnotes(root: SyntaxTreeNode, passage: Passage, reader: Reader) -> dict[int, tuple[Blocks, Source]]:
    """The notes of a passage by markdown-it's number."""
    notes = [note for child in root.children if child.type == "footnote_block" for note in child.children]
    return {
        int(note.meta["id"]): (_children(note, passage, reader), _source(note.children[0], passage)) for note in notes
    }


def _nothing(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    """The notes stand at the end of the tokens; `_footnotes` reads them."""
    return iter(())


_READERS: Mapping[str, Callable[[SyntaxTreeNode, Passage, Reader], Iterator[Block]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _bullet_list,
    "ordered_list": _ordered_list,
    "blockquote": _quote,
    "hr": _rule,
    "code_block": _code_block,
    "fence": _fence,
    "colon_fence": _fence,
    "dl": _definitions,
    "table": _table,
    "footnote_block": _nothing,
    "footnote_anchor": _nothing,
}
