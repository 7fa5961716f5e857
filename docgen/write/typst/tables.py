"""Writes tables of data."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from docgen.tree.block import Align, Blocks, Cell, Paragraph, Row, RowGroup, Table
from docgen.typesetting.code import array, twips
from docgen.write.docx.families import TABLE
from docgen.write.docx.heights import LINE, lines
from docgen.write.docx.widths import CELL_MARGINS, column_widths
from docgen.write.typst.captions import captioned
from docgen.write.typst.inlines import line
from docgen.write.typst.lists import BlocksInside
from docgen.write.typst.program import Place, Program
from docgen.write.typst.short import is_short_table

_ALIGNED = {Align.LEFT: "", Align.CENTRE: "Centre", Align.RIGHT: "Right"}


def write_table(table: Table, place: Place, program: Program, write_inside: BlocksInside) -> str:
    """The table with its caption above it."""
    if not table.columns:
        return program.styled("Caption", line(table.caption, place, program)) if table.caption else "[]"
    widths = column_widths(table, place.measure)
    places = _places(table, widths, place)
    cells = [_headings(table, places, program)]
    for group in table.groups:
        cells += _group(group, table, places, program, write_inside)
    columns = array([twips(width) for width in widths])
    names = "true" if table.row_headers else "false"
    content = f"data-table({columns}, {names}, {', '.join(cells)})"
    return captioned(table, content, place, program, is_short_table(table, places))


def _places(table: Table, widths: Sequence[int], place: Place) -> list[Place]:
    cell = replace(place, family=TABLE, level=0, in_cell=True)
    return [
        replace(cell, measure=max(width - CELL_MARGINS, CELL_MARGINS), style=TABLE.text + _ALIGNED[column.align])
        for width, column in zip(widths, table.columns, strict=True)
    ]


def _headings(table: Table, places: Sequence[Place], program: Program) -> str:
    """Repeated on every page, unless there would be no room below them."""
    cells = [
        program.marked(
            program.styled(f"TableHeading{_ALIGNED[column.align]}", line(column.heading, place, program)), column.source
        )
        for column, place in zip(table.columns, places, strict=True)
    ]
    contents: list[Blocks] = [(Paragraph(column.heading, column.source),) for column in table.columns]
    repeat = "true" if _height(contents, places) < places[0].height * 2 // 3 else "false"
    return f"table.header(repeat: {repeat}, {', '.join(cells)})"


def _group(
    group: RowGroup, table: Table, places: Sequence[Place], program: Program, write_inside: BlocksInside
) -> list[str]:
    rows = [cell for row in group.rows for cell in _row(row, table, places, program, write_inside)]
    if not group.heading:
        return rows
    words = program.styled("TableGroup", line(group.heading, places[0], program))
    heading = f"table.cell(colspan: {len(table.columns)}, {words})"
    if not rows:  # Typst stops at a heading that has nothing to head before the next one.
        return [program.marked(heading, group.source)]
    return [program.marked(f"table.header(level: 2, repeat: false, {heading})", group.source), *rows]


def _row(row: Row, table: Table, places: Sequence[Place], program: Program, write_inside: BlocksInside) -> list[str]:
    """As many cells as there are columns."""
    count = len(places)
    cells = [*row.cells[: count - 1], *_last(row, count)]
    cells += [Cell((), row.source)] * (count - len(cells))
    whole = _height([cell.blocks for cell in cells], places) < places[0].height * 2 // 3
    breakable = "false" if whole else "auto"
    return [
        program.marked(
            f"table.cell(breakable: {breakable}, {_content(cell, place, program, write_inside)})", cell.source
        )
        for cell, place in zip(cells, places, strict=True)
    ]


def _last(row: Row, count: int) -> list[Cell]:
    """The last cell, with what stands in cells beyond it."""
    beyond = row.cells[count - 1 :]
    blocks = tuple(block for cell in beyond for block in cell.blocks)
    return [replace(beyond[0], blocks=blocks)] if beyond else []


def _content(cell: Cell, place: Place, program: Program, write_inside: BlocksInside) -> str:
    return write_inside(cell.blocks, place, program) if cell.blocks else "[]"


def _height(contents: Sequence[Blocks], places: Sequence[Place]) -> int:
    """About how high a row is, in twips."""
    return LINE * max(lines(blocks, place.measure) for blocks, place in zip(contents, places, strict=True))
