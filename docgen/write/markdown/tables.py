"""Writes tables: each row is a line, and what stands in a cell is told apart by line breaks and signs."""

from __future__ import annotations

from collections.abc import Callable

from docgen.tree.block import Align, Blocks, Cell, Row, Table
from docgen.tree.inline import Inlines
from docgen.write.markdown.inlines import bold, caption, line
from docgen.write.markdown.page import Page

InCell = Callable[[Blocks, Page], str]
"""Writes the blocks of a cell on a single line."""
_RULES = {Align.LEFT: "---", Align.CENTRE: ":---:", Align.RIGHT: "---:"}


def write_table(table: Table, page: Page, in_cell: InCell) -> list[str]:
    """The caption and the table, each a block of lines."""
    above = [caption(table, page)] if table.caption else []
    if not table.columns:
        return above
    inside = page.of_cells
    rows = [
        _row([line(column.heading, inside) for column in table.columns]),
        _row([_RULES[column.align] for column in table.columns]),
    ]
    for group in table.groups:
        rows += [_heading(group.heading, table, inside)] if group.heading else []
        rows += [_row(_cells(row, table, inside, in_cell)) for row in group.rows]
    return [*above, "\n".join(rows)]


def _heading(words: Inlines, table: Table, inside: Page) -> str:
    """The heading of a group stands in the first cell of a row of its own."""
    return _row([bold(line(words, inside)), *[""] * (len(table.columns) - 1)])


def _cells(row: Row, table: Table, inside: Page, in_cell: InCell) -> list[str]:
    """As many cells as there are columns; the last one takes what stands beyond."""
    count = len(table.columns)
    cells = [*row.cells[: count - 1], *_last(row, count)]
    return [in_cell(cell.blocks, inside) for cell in cells] + [""] * (count - len(cells))


def _last(row: Row, count: int) -> list[Cell]:
    beyond = row.cells[count - 1 :]
    blocks = tuple(block for cell in beyond for block in cell.blocks)
    return [Cell(blocks, beyond[0].source)] if beyond else []


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
