"""Shares out the width of a table, and tells which tables need a page on its long side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field

from docgen.tree.block import Block, BulletList, Column, OrderedList, Orientation, Paragraph, Table
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


class LeastWidths(Struct):
    """What the columns of each table need for their longest words: worked out once, since a long table has many."""

    known: dict[int, list[int]] = field(default_factory=dict)
    """By the `id`s of tables of a document, which keeps them."""

    def of(self, table: Table) -> list[int]:
        """Of one table."""
        if id(table) not in self.known:
            self.known[id(table)] = _least_widths(table)
        return self.known[id(table)]


def column_widths(table: Table, measure: int, known: LeastWidths | None = None) -> list[int]:
    """The width of each column in twips; together exactly the measure.

    The columns get their shares. One that would break its longest word gets as much as that needs. Where there is not
    room for all, none gets more than the others could have too, and the shares divide what is left: a column of one
    letter a line makes rows higher than a page.
    """
    least = (known or LeastWidths()).of(table)
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


def wants_landscape(table: Table, measure: int, known: LeastWidths | None = None) -> bool:
    """Whether a table is to stand on a page on its long side; `measure` is the width of an upright one."""
    if table.orientation is not Orientation.AUTO:
        return table.orientation is Orientation.LANDSCAPE
    return len(table.columns) > _MOST_IN_PORTRAIT or sum((known or LeastWidths()).of(table)) > measure


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
    longest = [_longest_in_column(table, position) for position in range(len(table.columns))]
    for group in table.groups if longest else ():
        longest[0] = max(longest[0], min(len(plain_text(group.heading)), _LONGEST_WORD))
    return [CELL_MARGINS + _CHARACTER * length for length in longest]


def _longest_in_column(table: Table, position: int) -> int:
    """The longest word of a column. One in a list counts for more, by the room of its mark."""
    cells = [row.cells[position] for row in table.rows if position < len(row.cells)]
    blocks = [block for cell in cells for block in cell.blocks]
    words = [plain_text(block.content) for block in blocks if isinstance(block, Paragraph)]
    marked = [words for block in blocks if not isinstance(block, Paragraph) for words in _words_inside(block)]
    heading = plain_text(table.columns[position].heading)
    return max(_longest_word([heading, *words]), _longest_word(marked) + _MARK if marked else 0)


def _words_inside(block: Block) -> list[str]:
    """The words of each paragraph in a block of another kind, which is a list as good as always."""
    if isinstance(block, BulletList | OrderedList):
        return [words for item in block.items for inner in item.blocks for words in _words_inside(inner)]
    return [plain_text(node.content) for node in walk(block) if isinstance(node, Paragraph)]


_MARK = TABLE.step // _CHARACTER + 1
"""The room of a list's mark, in characters."""


def _longest_word(texts: Sequence[str]) -> int:
    """Of all of them, which are taken apart in one go: a long table has many."""
    return min(max(map(len, " ".join(texts).split()), default=0), _LONGEST_WORD)
