"""Shares out the width of a table, and tells which tables need a page on its long side."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.tree.block import Blocks, Column, Orientation, Paragraph, Table
from docgen.tree.inline import Inlines
from docgen.tree.walk import plain_text, walk

CELL_MARGINS = 200
"""The room beside the words of a cell, in twips: the sum of both sides."""
_CHARACTER = 122
"""A little more than the average width of a character of Arial at 10.5 points, in twips."""
_LONGEST_WORD = 20
"""Longer words are broken: web addresses must not decide how wide a table is."""
_MOST_IN_PORTRAIT = 6
"""A table of more columns is hard to read on an upright page."""


def column_widths(table: Table, measure: int) -> list[int]:
    """The width of each column in twips; together exactly the measure.

    The columns get their shares. One that would break its longest word gets as much as that needs, if there is room.
    """
    shares = _shares(table.columns)
    least = _least_widths(table)
    if sum(least) > measure:
        return _whole_twips([share * measure for share in shares])
    return _whole_twips(_at_least(least, shares, measure))


def wants_landscape(table: Table, measure: int) -> bool:
    """Whether a table is to stand on a page on its long side; `measure` is the width of an upright one."""
    if table.orientation is not Orientation.AUTO:
        return table.orientation is Orientation.LANDSCAPE
    return len(table.columns) > _MOST_IN_PORTRAIT or sum(_least_widths(table)) > measure


def _shares(columns: Sequence[Column]) -> list[float]:
    wanted = [max(column.width, 0.0) for column in columns]
    total = sum(wanted)
    return [width / total for width in wanted] if total else [1 / len(columns)] * len(columns)


def _at_least(least: Sequence[int], shares: Sequence[float], measure: int) -> list[float]:
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
    return [right - left for left, right in zip(edges, edges[1:], strict=False)]


def _least_widths(table: Table) -> list[int]:
    """What each column needs for its longest word."""
    longest = [_longest_word(plain_text(column.heading)) for column in table.columns]
    for row in table.rows:
        for i, cell in enumerate(row.cells[: len(longest)]):
            longest[i] = max(longest[i], _longest_word(_words(cell.blocks)))
    return [CELL_MARGINS + _CHARACTER * min(length, _LONGEST_WORD) for length in longest]


def _words(blocks: Blocks) -> str:
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return plain_text(blocks[0].content)
    return " ".join(
        plain_text(_content(node)) for block in blocks for node in walk(block) if isinstance(node, Paragraph)
    )


def _content(paragraph: Paragraph) -> Inlines:
    return paragraph.content


def _longest_word(words: str) -> int:
    return max(map(len, words.split()), default=0)
