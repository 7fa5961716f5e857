"""Tells what is so short that it goes to the next page as a whole: a single row of it would be lost there."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.tree.block import Blocks, Callout, Figure, Row, Table
from docgen.tree.inline import Picture
from docgen.tree.walk import walk
from docgen.write.docx.heights import LINE, lines
from docgen.write.typst.program import Place

_MOST_ROWS = 12
"""Of a short table, headings of groups included: the heights of more rows are not estimated."""
_PADDING = 160
"""Above and below the words of a row, in twips."""


def is_short_callout(callout: Callout, place: Place) -> bool:
    """Whether it takes about a third of a page at most. `place` is that of its words."""
    return not _is_drawn(callout.blocks) and LINE * lines(callout.blocks, place.measure) < place.height // 3


def is_short_table(table: Table, places: Sequence[Place]) -> bool:
    """Whether it takes about a third of a page at most. `places` are those of its columns."""
    rows = [row for group in table.groups for row in group.rows]
    count = len(rows) + sum(1 for group in table.groups if group.heading)
    if count > _MOST_ROWS or any(_is_drawn(cell.blocks) for row in rows for cell in row.cells):
        return False
    return sum(_height(row, places) for row in rows) < places[0].height // 3


def _height(row: Row, places: Sequence[Place]) -> int:
    """About how high a row is, in twips; cells beyond the last column stand in that."""
    rooms = [place.measure for place in places]
    rooms += rooms[-1:] * (len(row.cells) - len(rooms))
    most = max((lines(cell.blocks, room) for cell, room in zip(row.cells, rooms, strict=False)), default=1)
    return LINE * most + _PADDING


def _is_drawn(blocks: Blocks) -> bool:
    """Whether there are pictures among blocks, of whose height words say nothing."""
    return any(isinstance(node, (Picture, Figure)) for block in blocks for node in walk(block))
