"""Shares out the width of a table, and tells which tables need a page on its long side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.tree.block import Block, Blocks, Column, Orientation, Paragraph, Table
from docgen.tree.inline import Inlines
from docgen.tree.walk import plain_text, walk
from docgen.write.docx.families import TABLE

CELL_MARGINS = 200
"""The room beside the words of a cell, in twips: the sum of both sides."""
_CHARACTER = 128
"""A little more than the average width of a character of Arial at 11 points, in twips."""
_LONGEST_WORD = 20
"""Longer words are broken: web addresses must not decide how wide a table is."""
_FOR_NEEDS = 0.75
"""How much of a table's width goes to the longest words, where there is not room for all of them."""
_MOST_IN_PORTRAIT = 6
"""A table of more columns is hard to read on an upright page."""


def column_widths(table: Table, measure: int) -> list[int]:
    """The width of each column in twips; together exactly the measure.

    The columns get their shares. One that would break its longest word gets as much as that needs. Where there is not
    room for all, none gets more than the others could have too, and the shares divide what is left: a column of one
    letter a line makes rows higher than a page.
    """
    least = _least_widths(table)
    cap = _cap(least, _FOR_NEEDS * measure) if sum(least) > measure else measure
    return _whole_twips(_at_least([min(width, cap) for width in least], _shares(table.columns), measure))


def _cap(least: Sequence[int], room: float) -> float:
    """The most that a column may have, so that all can have what they need up to that within the room."""
    left, columns = room, len(least)
    for width in sorted(least):
        if width * columns > left:
            break
        left, columns = left - width, columns - 1
    return left / columns if columns else room


def wants_landscape(table: Table, measure: int) -> bool:
    """Whether a table is to stand on a page on its long side; `measure` is the width of an upright one."""
    if table.orientation is not Orientation.AUTO:
        return table.orientation is Orientation.LANDSCAPE
    return len(table.columns) > _MOST_IN_PORTRAIT or sum(_least_widths(table)) > measure


def _shares(columns: Sequence[Column]) -> list[float]:
    wanted = [max(column.width, 0.0) for column in columns]
    total = sum(wanted)
    return [width / total for width in wanted] if total else [1 / len(columns)] * len(columns)


def _at_least(least: Sequence[float], shares: Sequence[float], measure: int) -> list[float]:
    """Narrow columns get what they need, one after the other; the rest share what is left."""
    fixed: set[int] = set()
    widths = [share * measure for share in shares]
    while short := [i for i, width in enumerate(widths) if i not in fixed and width < least[i]]:
        fixed.update(short)
        left = measure - sum(least[i] for i in fixed)
        free = sum(share for i, share in enumerate(shares) if i not in fixed) or 1.0
        widths = [least[i] if i in fixed else share * left / free for i, share in enumerate(shares)]
    spare = (measure - sum(widths)) / len(widths)
    return [width + spare for width in widths]


def _whole_twips(widths: Sequence[float]) -> list[int]:
    """Rounded at the edges of the columns, so that nothing is lost."""
    edges, edge = [0], 0.0
    for width in widths:
        edge += width
        edges.append(round(edge))
    return [right - left for left, right in pairwise(edges)]


def _least_widths(table: Table) -> list[int]:
    """What each column needs for its longest word."""
    longest = [_longest_word(column.heading) for column in table.columns]
    for group in table.groups if longest else ():
        longest[0] = max(longest[0], min(len(plain_text(group.heading)), _LONGEST_WORD))
    for row in table.rows:
        for i, cell in enumerate(row.cells[: len(longest)]):
            longest[i] = max(longest[i], _longest_in(cell.blocks))
    return [CELL_MARGINS + _CHARACTER * length for length in longest]


def _longest_in(blocks: Blocks) -> int:
    """The longest word of a cell. One in a list counts for more, by the room of its mark."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _longest_word(blocks[0].content)
    return max((_longest_word(words) + mark for block in blocks for words, mark in _paragraphs(block)), default=0)


def _paragraphs(block: Block) -> Iterator[tuple[Inlines, int]]:
    mark = 0 if isinstance(block, Paragraph) else TABLE.step // _CHARACTER + 1
    return ((node.content, mark) for node in walk(block) if isinstance(node, Paragraph))


def _longest_word(content: Inlines) -> int:
    return min(max(map(len, plain_text(content).split()), default=0), _LONGEST_WORD)
