"""Printed values become nodes: text inside a line, or blocks where a value stands alone."""

from __future__ import annotations

import re
from typing import TypeGuard, assert_never

from msgspec.structs import replace

from docgen.codes import markup as codes
from docgen.parse.passage import passage_of
from docgen.parse.reader import Reader
from docgen.source import Source
from docgen.tree.block import Block, Blocks, BulletList, Heading, ListItem, Paragraph
from docgen.tree.inline import Inline, Inlines, LineBreak, Strong, Text
from docgen.tree.walk import rewrite, walk
from docgen.value import Absent, Items, Phrase, Prose, Record, Scalar, Value
from docgen.wording import sentence_case

DEEPEST_HEADING = 6


def inlines_of(value: Value, origin: Source, reader: Reader) -> Inlines:
    """A value inside a line. `origin` is the line that prints it, for words that have no place of their own."""
    match value:
        case Scalar():
            return _words(value, origin)
        case Phrase():
            return tuple(inline for part in value.parts for inline in _words(part, origin))
        case Prose():
            return _prose_in_line(value, reader)
        case Items():
            return _listed(value, origin, reader)
        case Record() if value.shown:
            return inlines_of(value.lookup(value.shown), origin, reader)
        case Record():
            hint = f"print one of its fields: {', '.join(value.fields)}"
            reader.findings.add(codes.RECORD_IN_TEXT.at(origin, f"{value.name} has no words of its own", hint))
            return ()
        case Absent():
            return ()
        case _:
            assert_never(value)


def blocks_of(value: Value, origin: Source, reader: Reader) -> Blocks:
    """A value that stands alone on its lines."""
    match value:
        case Prose():
            return _prose(value, reader)
        case Items():
            return (_bullets(value, origin, reader),) if value.items else ()
        case Record() if value.shown:
            return blocks_of(value.lookup(value.shown), origin, reader)
        case Scalar():
            return _paragraphs(value, origin)
        case Phrase() | Record() | Absent():
            content = inlines_of(value, origin, reader)
            return (Paragraph(content, content[0].source),) if content else ()
        case _:
            assert_never(value)


def cell_blocks(value: Value, origin: Source, reader: Reader) -> Blocks:
    """A value in a table cell: one item needs no bullet, and a yes or no begins with a capital."""
    if _is_labelled(value):
        return _labelled(value, origin, reader)
    if isinstance(value, Items) and any(_is_labelled(item) for item in value):
        return tuple(block for item in value for block in cell_blocks(item, origin, reader))
    if isinstance(value, Items) and len(value) == 1:
        return cell_blocks(value[0], origin, reader)
    if isinstance(value, Scalar) and value.is_choice:
        return _paragraphs(replace(value, text=sentence_case(value.text)), origin)
    return blocks_of(value, origin, reader)


def place_of(value: Value, origin: Source) -> Source:
    """Where a value stands."""
    if isinstance(value, Phrase):
        return value.parts[0].source if value.parts and value.parts[0].source.path else origin
    return value.source if value.source.path else origin


def _words(scalar: Scalar, origin: Source) -> Inlines:
    """The words, with a line break for each new line in them."""
    source = scalar.source if scalar.source.path else origin
    content: list[Inline] = []
    for line in scalar.text.strip("\n").split("\n"):
        content += [LineBreak(source)] if content else []
        content += [Text(line, source, scalar.verbatim)] if line else []
    return tuple(content)


def _paragraphs(scalar: Scalar, origin: Source) -> Blocks:
    """One paragraph, or several where the author left an empty line."""
    if "\n" not in scalar.text:
        content = _words(scalar, origin) if scalar.text.strip(" \t") else ()
        return (Paragraph(content, content[0].source),) if content else ()
    parts = re.split(r"\n[ \t]*\n", scalar.text)
    contents = [_words(replace(scalar, text=part), origin) for part in parts if part.strip(" \t\n")]
    return tuple(Paragraph(content, content[0].source) for content in contents)


def _listed(items: Items, origin: Source, reader: Reader) -> Inlines:
    """`a, b and c`."""
    content: list[Inline] = []
    for position, item in enumerate(items):
        separator = " and " if position == len(items) - 1 else ", "
        content += [Text(separator, origin, verbatim=False)] if position else []
        content += inlines_of(item, origin, reader)
    return tuple(content)


def _bullets(items: Items, origin: Source, reader: Reader) -> BulletList:
    listed = tuple(ListItem(blocks_of(item, origin, reader), place_of(item, origin)) for item in items)
    return BulletList(listed, items.source if items.source.path else origin)


def _is_labelled(value: Value) -> TypeGuard[Record]:
    """Whether a value is a label with points under it, as feedback is."""
    return isinstance(value, Record) and {"label", "points"} <= set(value.fields)


def _labelled(record: Record, origin: Source, reader: Reader) -> Blocks:
    """Points under a label: the label in bold, the points as bullets."""
    label, points = record.lookup("label"), record.lookup("points")
    content = inlines_of(label, origin, reader)
    head = (Paragraph((Strong(content, content[0].source),), content[0].source),) if content else ()
    return (*head, *blocks_of(points, origin, reader))


def _prose_in_line(prose: Prose, reader: Reader) -> Inlines:
    blocks = reader.text(passage_of(prose.markdown, prose.source))
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return blocks[0].content
    message = f"a text of {len(blocks)} blocks stands inside a line" if blocks else "an empty text stands inside a line"
    hint = "print it on a line of its own" if blocks else "ask with {% if %} before it is printed"
    reader.findings.add(codes.PROSE_IN_LINE.at(prose.source, message, hint))
    return ()


def _prose(prose: Prose, reader: Reader) -> Blocks:
    """The author's blocks, with their headings below the heading that they stand under."""
    outer = reader.level
    blocks = reader.text(passage_of(prose.markdown, prose.source))
    reader.level = outer
    levels = [node.level for block in blocks for node in walk(block) if isinstance(node, Heading)]
    shift = outer + 1 - min(levels) if levels else 0
    return tuple(_shifted(block, shift, reader) for block in blocks)


def _shifted(block: Block, shift: int, reader: Reader) -> Block:
    def change(node: object) -> object:
        if not isinstance(node, Heading):
            return node
        if node.level + shift > DEEPEST_HEADING:
            message = f"a heading would be of level {node.level + shift}; the deepest is {DEEPEST_HEADING}"
            reader.findings.add(codes.HEADING_TOO_DEEP.at(node.source, message, "use fewer levels of headings here"))
        return replace(node, level=min(max(node.level + shift, 1), DEEPEST_HEADING))

    return rewrite(block, change) if shift else block
