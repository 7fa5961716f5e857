"""Block tokens become blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from markdown_it.tree import SyntaxTreeNode
from msgspec.structs import replace

from docgen.codes import markup as codes
from docgen.diagnostic import Related
from docgen.parse.directives.directive import read_directive, report_unclosed
from docgen.parse.directives.registry import run_directive
from docgen.parse.footnotes import Notes, with_notes
from docgen.parse.heading_marks import marks_of, without_marks
from docgen.parse.inlines import Cursor, inlines_in
from docgen.parse.markdown import DEEPEST, is_too_deep, reserved_characters, tree_of, without_reserved
from docgen.parse.near_misses import report_near_misses
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
from docgen.tree.walk import plain_text

_LABEL_HINT = "put it on the line before a heading, table or figure"
_DIRECTIVE = 5
"""Levels that a directive counts for: reading one takes more than reading a list."""


def blocks_in(passage: Passage, reader: Reader) -> Blocks:
    """The blocks of a passage, with its footnotes bound."""
    environment = reader.scope.environment()
    root, tokens = tree_of(_readable(passage, reader), environment)
    if is_too_deep(tokens):
        reader.too_deep(passage.source(0))
    report_near_misses(root, passage, reader)
    links = reader.scope.add(environment)
    blocks = with_notes(_children(root, passage, reader), _footnotes(root, passage, reader), reader)
    _report_links(links, environment.get("duplicate_refs", ()), passage, reader)
    return blocks


def _readable(passage: Passage, reader: Reader) -> str:
    """The text without characters that no paper can hold, each of which is reported."""
    text = passage.text
    found = list(reserved_characters(text)) if "&#" in text else []
    for line, name in found:
        message = f"the character '{name}' cannot stand in a paper"
        hint = "delete it, or write the ordinary character that was meant"
        reader.findings.add(codes.RESERVED_CHARACTER.at(passage.source(line), message, hint))
    return without_reserved(text) if found else text


def _report_links(links: Mapping[str, Any], repeated: Iterable[Any], passage: Passage, reader: Reader) -> None:
    """Report the link addresses that nothing uses, or that stand under a name that is taken."""
    unused = [(name, link) for name, link in links.items() if name not in reader.scope.used]
    for name, link in [*unused, *((link["label"], link) for link in repeated)]:
        shown = f"[{reader.plain(name.lower())}]"
        message = f"nothing uses the link address '{shown}: {reader.plain(link['href'])}'"
        hint = f"write [words]{shown} where it belongs, or a backslash before it if it is meant to be read"
        reader.findings.add(codes.UNUSED_LINK.at(passage.source(link["map"][0]), message, hint))


def _children(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Blocks:
    """The blocks of all children; a label in front of one becomes its own."""
    blocks: list[Block] = []
    label: tuple[str, Source] | None = None
    for child in node.children:
        if child.type == "myst_target":
            _report_label(label, "another label", reader)
            label = (reader.plain(child.content), _source(child, passage))
            continue
        found = list(_READERS[child.type](child, passage, reader))
        if label and found:
            found[0] = _labelled(found[0], *label, reader)
            label = None
        blocks += found
    _report_label(label, "nothing", reader)
    return tuple(blocks)


def _report_label(label: tuple[str, Source] | None, what: str, reader: Reader) -> None:
    if label:
        hint = "put it on the line before a heading, table or figure"
        message = f"the label '{label[0]}' stands before {what}"
        reader.findings.add(codes.LABEL_WITHOUT_BLOCK.at(label[1], message, hint))


def _labelled(block: Block, label: str, source: Source, reader: Reader) -> Block:
    is_text = isinstance(block, Paragraph) and not reader.numbers_paragraphs
    if is_text or not isinstance(block, Heading | Table | Figure | Paragraph):
        _report_label((label, source), "a text", reader)
        return block
    if block.label:
        _report_label((label, source), f"what has the label '{block.label}' already", reader)
        return block
    return replace(block, label=label)


def _source(node: SyntaxTreeNode, passage: Passage) -> Source:
    return passage.source(node.map[0] if node.map else 0)


def _content(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Inlines:
    """The inlines of a node whose only child is an `inline` node."""
    inline = node.children[0]
    return inlines_in(inline, Cursor(passage, *(inline.map or (0, 1))), reader)


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
    marks = marks_of(node.children[0].content, _source(node, passage), reader)
    shown = _without_mark(content) if marks.any else content
    reader.level = int(node.tag[1:])
    if not plain_text(shown).strip():
        reader.findings.add(codes.EMPTY_HEADING.at(_source(node, passage), "a heading has no words", "write them"))
        return
    source, is_numbered = _source(node, passage), not marks.unnumbered
    yield Heading(reader.level, shown, source, numbered=is_numbered, appendix=marks.appendix)


def _without_mark(content: Inlines) -> Inlines:
    """The words of a heading without `{-}` or `{appendix}` at their end."""
    last = content[-1]
    words = without_marks(last.text) if isinstance(last, Text) else ""
    if isinstance(last, Text) and words:
        return (*content[:-1], replace(last, text=words))
    return content[:-1]


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
    if node.type == "fence" and not node.info.lstrip().startswith("{"):
        report_unclosed(node, "block of code", passage, reader)
        yield from _code_block(node, passage, reader)
        return
    if reader.depth + node.level >= DEEPEST:
        reader.too_deep(_source(node, passage))
        return
    directive = read_directive(node, passage, reader)
    if directive:
        reader.depth += node.level + _DIRECTIVE
        yield from run_directive(directive, reader)
        reader.depth -= node.level + _DIRECTIVE


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


def _footnotes(root: SyntaxTreeNode, passage: Passage, reader: Reader) -> Notes:
    """The footnotes that a passage gives, by name."""
    notes: dict[str, tuple[Blocks, Source]] = {}
    if not any("[^" in line for line in passage.lines):
        return notes
    for node in root.walk(include_self=False):
        if node.type == "footnote_reference":
            _add_footnote(node, notes, passage, reader)
    return notes


def _add_footnote(
    node: SyntaxTreeNode, notes: dict[str, tuple[Blocks, Source]], passage: Passage, reader: Reader
) -> None:
    name, source = str(node.meta["label"]), _source(node, passage)
    if name in notes:
        first = Related(notes[name][1], "the first one")
        message = f"there is a footnote '[^{reader.plain(name)}]' already"
        reader.findings.add(codes.TWO_FOOTNOTES.at(source, message, "give it another name", first))
        return
    notes[name] = (_children(node, passage, reader), source)


def _nothing(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Iterator[Block]:
    """`_footnotes` reads footnotes, wherever they stand."""
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
    "footnote_reference": _nothing,
}
