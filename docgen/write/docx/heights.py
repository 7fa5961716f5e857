"""Estimates how high blocks will stand on the page, from their words alone."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.tree.block import (
    Block,
    Blocks,
    BulletList,
    Callout,
    CodeBlock,
    Definition,
    Figure,
    Heading,
    OrderedList,
    Paragraph,
    Table,
    Title,
)
from docgen.tree.walk import Node, plain_text, walk

LINE = 270
"""The height of a line in a table, in twips."""
_CHARACTER = 150
"""More than the average width of a character at that size, in twips: the ends of lines stay empty."""


def lines(blocks: Blocks, measure: int) -> int:
    """About how many lines blocks take where the text is `measure` twips wide."""
    room = max(1, measure // _CHARACTER)
    return sum([_lines(block, room) for block in blocks])


def _lines(block: Block, room: int) -> int:
    """Cells of tables hold paragraphs and lists of them, as good as always."""
    if isinstance(block, Paragraph):
        return 1 + len(plain_text(block.content)) // room
    if isinstance(block, BulletList | OrderedList):
        return sum([_lines(inner, room) for item in block.items for inner in item.blocks])
    return sum([1 + length // room for node in walk(block) for length in _lengths(node)])


def _lengths(node: Node) -> Iterator[int]:
    """How many characters each paragraph of a node has that is not a node itself."""
    match node:
        case Paragraph() | Heading() | Title():
            yield len(plain_text(node.content))
        case CodeBlock():
            yield from map(len, node.text.splitlines())
        case Callout():
            yield len(node.kind) + len(plain_text(node.title))
        case Definition():
            yield len(plain_text(node.term))
        case Table() | Figure() if node.caption:
            yield len(plain_text(node.caption))
        case _:
            return
