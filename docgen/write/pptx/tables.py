"""Writes a table into the place that its layout keeps for one."""

from __future__ import annotations

from docgen.write.docx.xml import Xml, element, joined
from docgen.write.pptx.grids import row_height
from docgen.write.pptx.markup import Writing, emu, paragraphs
from docgen.write.pptx.page import BODY, CELL_EDGE
from docgen.write.pptx.words import Cell, Grid, GridRow

_STYLE = "{D0C6E200-0000-4000-8000-000000000001}"
"""Of `reference/ppt/tableStyles.xml`."""


def table(grid: Grid, writing: Writing) -> Xml:
    """The `a:tbl`, whose first row holds the headings."""
    properties = {"firstRow": "1", **({"firstCol": "1"} if grid.row_headers else {})}
    style = Xml(f"<a:tableStyleId>{_STYLE}</a:tableStyleId>")
    columns = [element("a:gridCol", {"w": str(width)}) for width in column_widths(grid)]
    rows = joined(_row(row, grid, writing) for row in (grid.head, *grid.rows))
    return element("a:tbl", {}, element("a:tblPr", properties, style), element("a:tblGrid", {}, *columns), rows)


def column_widths(grid: Grid) -> list[int]:
    """The widths of the columns."""
    return [emu(BODY.width * share) for share in grid.widths]


def _row(row: GridRow, grid: Grid, writing: Writing) -> Xml:
    cells = [_cell(cell, aligned, writing) for cell, aligned in zip(row.cells, grid.aligned, strict=True)]
    return element("a:tr", {"h": str(emu(row_height(row, grid)))}, *cells)


def _cell(cell: Cell, aligned: str, writing: Writing) -> Xml:
    body = element(
        "a:txBody", {}, element("a:bodyPr", {}), element("a:lstStyle", {}), paragraphs(cell, writing, aligned)
    )
    side, above = str(emu(CELL_EDGE)), str(emu(CELL_EDGE * 2 / 3))
    return element("a:tc", {}, body, element("a:tcPr", {"marL": side, "marR": side, "marT": above, "marB": above}))
