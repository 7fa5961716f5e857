"""Tables on slides: their cells, their heights, and how many rows a slide takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from docgen.tree.block import Align, Blocks, Column, Row, RowGroup, Table
from docgen.tree.walk import plain_text
from docgen.write.pptx.draft import Draft
from docgen.write.pptx.inlines import runs_of
from docgen.write.pptx.measuring import height_of, parted
from docgen.write.pptx.page import BODY, CELL_EDGE, LEAST_TABLE_SIZE, ON_BLUE
from docgen.write.pptx.words import Cell, Grid, GridRow, Look, Manner, Words

_ALIGNED = {Align.LEFT: "l", Align.CENTRE: "ctr", Align.RIGHT: "r"}
_EMPTY = Manner(LEAST_TABLE_SIZE, before=0.0)
_LEAST_SHARE = 0.06
"""Of the width of a table, for a narrow column: a word of some letters must fit."""
_ABOVE_AND_BELOW = CELL_EDGE * 4 / 3


def grid_of(table: Table, cell_of: Callable[[Blocks], Cell], size: float, draft: Draft) -> Grid:
    """The whole table, in letters of that size; groups have their heading in a row of its own."""
    manner = Manner(size, before=0.0)
    head = GridRow(tuple(_heading(column, manner, draft) for column in table.columns))
    rows = [row for group in table.groups for row in _rows(group, table, cell_of, manner, draft)]
    aligned = tuple(_ALIGNED[column.align] for column in table.columns)
    described = draft.writable(plain_text(table.caption), table.source)
    widths = _shares([column.width for column in table.columns])
    return Grid(head, tuple(rows), widths, aligned, table.row_headers, table.source, described)


def _heading(column: Column, manner: Manner, draft: Draft) -> Cell:
    runs = runs_of(column.heading, draft, Look(bold=True))
    return (Words(runs, replace(manner, colour=ON_BLUE), column.source),) if runs else ()


def _rows(
    group: RowGroup, table: Table, cell_of: Callable[[Blocks], Cell], manner: Manner, draft: Draft
) -> Iterator[GridRow]:
    if group.heading:
        heading = Words(runs_of(group.heading, draft, Look(bold=True)), manner, group.source)
        yield GridRow(((heading,), *(((),) * (len(table.columns) - 1))))
    for row in group.rows:
        first, *others = _cells(row, cell_of)
        yield GridRow((tuple(map(_bold, first)) if table.row_headers else first, *others))


def _cells(row: Row, cell_of: Callable[[Blocks], Cell]) -> Iterator[Cell]:
    """The first words of a cell stand at its top."""
    for cell in row.cells:
        words = cell_of(cell.blocks)
        yield (replace(words[0], manner=replace(words[0].manner, before=0.0)), *words[1:]) if words else ()


def _bold(words: Words) -> Words:
    """The first column names the row."""
    return replace(words, runs=tuple(replace(run, look=replace(run.look, bold=True)) for run in words.runs))


def _shares(widths: Sequence[float]) -> tuple[float, ...]:
    """Shares of the whole, none too narrow for words while there is room."""
    total = sum(widths)
    least = min(_LEAST_SHARE, 0.5 / len(widths))
    wide = [max(width / total, least) for width in widths]
    return tuple(share / sum(wide) for share in wide)


def row_height(row: GridRow, grid: Grid) -> float:
    """How high a row is: as its highest cell."""
    return max(_cell_height(cell, place, grid) for place, cell in enumerate(row.cells)) + _ABOVE_AND_BELOW


def _cell_height(cell: Cell, place: int, grid: Grid) -> float:
    return height_of(cell or (Words((), _EMPTY, grid.source),), column_room(place, grid))


def column_room(place: int, grid: Grid) -> float:
    """How wide the words of a column may be."""
    return BODY.width * grid.widths[place] - 2 * CELL_EDGE


def grid_height(grid: Grid) -> float:
    """How high the table is, with its headings."""
    return sum(row_height(row, grid) for row in (grid.head, *grid.rows))


def least_height(grid: Grid) -> float:
    """How high the headings and the first row are, or as much of a high row as is worth beginning."""
    first = row_height(grid.rows[0], grid) if grid.rows else 0.0
    return row_height(grid.head, grid) + min(first, BODY.height / 3)


def parted_grid(grid: Grid, room: float) -> tuple[Grid, Grid | None]:
    """The rows that the room has space for, and the table of those that are left; a row too high for any slide is
    parted itself."""
    left = room - row_height(grid.head, grid)
    taken: list[GridRow] = []
    for place, row in enumerate(grid.rows):
        height = row_height(row, grid)
        if height > left:
            head, rest = _parted_row(row, grid, left) if _is_worth_parting(height, taken) else (None, row)
            rows = (*taken, *([head] if head else []))
            return replace(grid, rows=rows), replace(grid, rows=(rest, *grid.rows[place + 1 :]))
        taken.append(row)
        left -= height
    return grid, None


def _is_worth_parting(height: float, taken: Sequence[GridRow]) -> bool:
    """A row is parted where it is the first of its slide, or would not fit the next slide either."""
    return not taken or height > BODY.height * 2 / 3


def _parted_row(row: GridRow, grid: Grid, room: float) -> tuple[GridRow | None, GridRow]:
    """The lines of each cell that there is space for, and the rest; None where there is none for any."""
    parts = [
        _parted_cell(cell, column_room(place, grid), room - _ABOVE_AND_BELOW) for place, cell in enumerate(row.cells)
    ]
    head, rest = tuple(part[0] for part in parts), tuple(part[1] for part in parts)
    if not any(head) or not any(rest):
        return None, row
    return GridRow(head), GridRow(rest)


def _parted_cell(cell: Cell, width: float, room: float) -> tuple[Cell, Cell]:
    taken: list[Words] = []
    for place, words in enumerate(cell):
        head, rest = parted(words, width, room)
        if head is not None and not rest.runs:
            taken.append(words)
            room -= height_of([words], width)
            continue
        begun = [head] if head is not None else []
        return (*taken, *begun), _at_top((rest if begun else words, *cell[place + 1 :]))
    return tuple(taken), ()


def _at_top(cell: Cell) -> Cell:
    return (replace(cell[0], manner=replace(cell[0].manner, before=0.0)), *cell[1:])
