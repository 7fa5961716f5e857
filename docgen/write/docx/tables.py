"""Writes tables of data."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from docgen.tree.block import Align, Cell, Row, RowGroup, Table
from docgen.tree.walk import plain_text
from docgen.write.docx.captions import anchored, caption
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.families import TABLE
from docgen.write.docx.inlines import line
from docgen.write.docx.lists import BlocksInside
from docgen.write.docx.widths import CELL_MARGINS, column_widths
from docgen.write.docx.xml import NOTHING, Xml, joined, paragraph, w

AFTER_TABLE = paragraph("TableEnd")
"""Two tables without a paragraph between them would be one."""

_ALIGNED = {Align.LEFT: "", Align.CENTRE: "Centre", Align.RIGHT: "Right"}
_HEADER_ROW = w("trPr", w("cantSplit"), w("tblHeader"))
_WHOLE_ROW = w("trPr", w("cantSplit"))
_LINE = 270
"""The height of a line in a table, in twips."""
_SURELY_SHORT = 2000
"""Markup so short holds too few words to fill a page."""
_MARKUP = re.compile("<[^>]*>")


@dataclass(frozen=True, slots=True)
class _Grid:
    """What the rows of a table have in common."""

    widths: list[int]
    places: list[Place]
    """Where the blocks of each column stand."""
    height: int
    """The height of the text on a page, in twips."""


def write_table(table: Table, place: Place, draft: Draft, write_inside: BlocksInside) -> Xml:
    """The caption and the table."""
    if not table.columns:
        return caption(table, place, draft)
    head = caption(table, place, draft)
    grid = _grid(table, place)
    rows = [_heading_row(table, grid, draft)]
    for group in table.groups:
        rows += _group_rows(group, grid, draft, write_inside)
    columns = w("tblGrid", *[w("gridCol", w=str(width)) for width in grid.widths])
    return joined((head, w("tbl", _properties(table, grid, place, draft), columns, *rows)))


def _grid(table: Table, place: Place) -> _Grid:
    widths = column_widths(table, place.measure)
    cell = replace(place, family=TABLE, level=0, indent=0, shifted=False, in_cell=True)
    styles = [TABLE.text + _ALIGNED[column.align] for column in table.columns]
    rooms = [max(width - CELL_MARGINS, CELL_MARGINS) for width in widths]
    places = [replace(cell, measure=room, style=style) for room, style in zip(rooms, styles, strict=True)]
    return _Grid(widths, places, place.height)


def _properties(table: Table, grid: _Grid, place: Place, draft: Draft) -> Xml:
    """The look, the width, and what a screen reader says before it reads the cells."""
    headings = [plain_text(column.heading) for column in table.columns if column.heading]
    name = draft.writable(plain_text(table.caption), table.source)
    named = f"Table {table.number}: {name}" if table.number else name
    columns = f"Columns: {', '.join(headings)}. " if headings else ""
    about = draft.writable(f"{columns}Rows: {len(table.rows)}", table.source)
    return w(
        "tblPr",
        w("tblStyle", val="DocumentTable"),
        w("tblW", w=str(sum(grid.widths)), type="dxa"),
        w("tblInd", w=str(place.indent), type="dxa"),
        w("tblLayout", type="fixed"),
        _look(table.row_headers),
        w("tblCaption", val=named) if named else NOTHING,
        w("tblDescription", val=about),
    )


def _look(row_headers: bool) -> Xml:
    """Which parts of the style hold: always the heading row, the first column where it names the rows."""
    first = "1" if row_headers else "0"
    value = "04A0" if row_headers else "0420"
    return w(
        "tblLook", val=value, firstRow="1", lastRow="0", firstColumn=first, lastColumn="0", noHBand="0", noVBand="1"
    )


def _heading_row(table: Table, grid: _Grid, draft: Draft) -> Xml:
    cells = []
    for position, (column, place) in enumerate(zip(table.columns, grid.places, strict=True)):
        content = line(column.heading, place, draft)
        content = anchored(table, content, draft) if position == 0 else content
        cells.append(_cell(grid.widths[position], paragraph(f"TableHeading{_ALIGNED[column.align]}", content)))
    return w("tr", _HEADER_ROW, *cells)


def _group_rows(group: RowGroup, grid: _Grid, draft: Draft, write_inside: BlocksInside) -> list[Xml]:
    rows = [_group_heading(group, grid, draft)] if group.heading else []
    return rows + [_row(row, grid, draft, write_inside) for row in group.rows]


def _group_heading(group: RowGroup, grid: _Grid, draft: Draft) -> Xml:
    """One cell across all columns, in a style that keeps it with the row below."""
    content = paragraph("TableGroup", line(group.heading, grid.places[0], draft))
    return w("tr", _WHOLE_ROW, _cell(sum(grid.widths), content, w("gridSpan", val=str(len(grid.widths)))))


def _row(row: Row, grid: _Grid, draft: Draft, write_inside: BlocksInside) -> Xml:
    written = [_blocks(cell, grid.places[i], draft, write_inside) for i, cell in enumerate(_fitted(row, grid))]
    cells = [_cell(width, content) for width, content in zip(grid.widths, written, strict=True)]
    return w("tr", _WHOLE_ROW if _fits_page(written, grid) else NOTHING, *cells)


def _fitted(row: Row, grid: _Grid) -> list[Cell]:
    """As many cells as there are columns: Word takes a table with short rows for damaged."""
    count = len(grid.widths)
    cells = list(row.cells[:count])
    cells += [Cell((), row.source)] * (count - len(cells))
    beyond = [block for cell in row.cells[count:] for block in cell.blocks]
    if beyond:
        cells[-1] = replace(cells[-1], blocks=(*cells[-1].blocks, *beyond))
    return cells


def _blocks(cell: Cell, place: Place, draft: Draft, write_inside: BlocksInside) -> Xml:
    """What stands in a cell, which must end with a paragraph."""
    content = write_inside(cell.blocks, place, draft)
    if content.endswith("</w:p>"):
        return content
    return joined((content, AFTER_TABLE if content else paragraph(place.text_style)))


def _cell(width: int, content: Xml, span: Xml = NOTHING) -> Xml:
    return w("tc", w("tcPr", w("tcW", w=str(width), type="dxa"), span), content)


def _fits_page(contents: list[Xml], grid: _Grid) -> bool:
    """Whether a row may be kept whole. Word would begin a row that does not fit on a new page and break it there."""
    if sum(map(len, contents)) < _SURELY_SHORT:
        return True
    lines = max(_lines(content, place.measure) for content, place in zip(contents, grid.places, strict=True))
    return lines * _LINE < grid.height * 2 // 3


def _lines(content: Xml, measure: int) -> int:
    """About how many lines the words of a cell take."""
    in_a_line = max(1, measure // 110)
    return sum(1 + len(_MARKUP.sub("", part)) // in_a_line for part in content.split("</w:p>"))
