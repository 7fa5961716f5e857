"""Writes tables of data."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.codes.outputs import HEADINGS_NOT_REPEATED
from docgen.tree.block import Align, Blocks, Cell, Paragraph, Row, RowGroup, Table
from docgen.tree.walk import plain_text
from docgen.write.docx.captions import anchored, caption
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.families import TABLE
from docgen.write.docx.heights import LINE, lines
from docgen.write.docx.inlines import passage
from docgen.write.docx.lists import BlocksInside
from docgen.write.docx.paragraphs import write_paragraph
from docgen.write.docx.passages import Mark, is_one_paragraph, marked
from docgen.write.docx.widths import CELL_MARGINS, column_widths
from docgen.write.docx.written import Written, WrittenTable, closed, markup_of, settled
from docgen.write.docx.xml import NOTHING, Xml, cell_of, paragraph, w

_ALIGNED = {Align.LEFT: "", Align.CENTRE: "Centre", Align.RIGHT: "Right"}
_HEADER_ROW = w("trPr", w("cantSplit"), w("tblHeader"))
_WHOLE_ROW = w("trPr", w("cantSplit"))


class _Grid(Struct, frozen=True):
    """What the rows of a table have in common."""

    widths: list[int]
    places: list[Place]
    """Where the blocks of each column stand."""
    cells: list[Xml]
    """What each cell of a column begins with: its width."""
    height: int
    """The height of the text on a page, in twips."""


def write_table(table: Table, place: Place, draft: Draft, write_inside: BlocksInside) -> list[Written]:
    """The caption and the table."""
    if not table.columns:
        return caption(table, place, draft)
    head = caption(table, place, draft)
    grid = _grid(table, place, draft)
    rows = [_heading_row(table, grid, draft)]
    for group in table.groups:
        rows += _group_rows(group, grid, draft, write_inside)
    columns = w("tblGrid", *[w("gridCol", w=str(width)) for width in grid.widths])
    return [*head, WrittenTable(w("tbl", _properties(table, grid, place, draft), columns, *rows))]


def _grid(table: Table, place: Place, draft: Draft) -> _Grid:
    widths = column_widths(table, place.measure, draft.least_widths)
    cell = replace(place, family=TABLE, level=0, indent=0, shifted=False, in_cell=True)
    styles = [TABLE.text + _ALIGNED[column.align] for column in table.columns]
    rooms = [max(width - CELL_MARGINS, CELL_MARGINS) for width in widths]
    places = [replace(cell, measure=room, style=style) for room, style in zip(rooms, styles, strict=True)]
    cells = [w("tcPr", _cell_width(width)) for width in widths]
    return _Grid(widths, places, cells, place.height)


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
    """Repeated on every page, unless there would be no room below it: LibreOffice then ends, or never ends.

    Nor may such a row be kept with the next one.
    """
    is_repeated = _leaves_room(table, grid, draft)
    together = NOTHING if is_repeated else w("keepNext", val="0")
    cells = []
    for position, (column, place) in enumerate(zip(table.columns, grid.places, strict=True)):
        content = passage(column.heading, column.source, place, draft)
        content = anchored(table, content, draft) if position == 0 else content
        style = f"TableHeading{_ALIGNED[column.align]}"
        cells.append(w("tc", grid.cells[position], paragraph(style, content, together)))
    return w("tr", _HEADER_ROW if is_repeated else NOTHING, *cells)


def _leaves_room(table: Table, grid: _Grid, draft: Draft) -> bool:
    """Whether the heading row takes less than about half of a page; it is reported where it takes more."""
    headings = [(Paragraph(column.heading, column.source),) for column in table.columns]
    if _height(headings, grid) < grid.height * 2 // 3:
        return True
    message = "The headings of this table are too high to be repeated on each page"
    help = "use shorter headings, or give the narrow columns more room"
    draft.findings.add(HEADINGS_NOT_REPEATED.at(table.source, message, help))
    return False


def _group_rows(group: RowGroup, grid: _Grid, draft: Draft, write_inside: BlocksInside) -> list[Xml]:
    rows = [_group_heading(group, grid, draft)] if group.heading else []
    return rows + [_row(row, grid, draft, write_inside) for row in group.rows]


def _group_heading(group: RowGroup, grid: _Grid, draft: Draft) -> Xml:
    """A row in which only the first cell says something, in a style that keeps it with the row below.

    One cell across all columns would look the same, but those who move through a table by ear lose their place in it,
    and Word's own check of accessibility refuses it.
    """
    contents = [passage(group.heading, group.source, grid.places[0], draft), *[NOTHING] * (len(grid.widths) - 1)]
    cells = [
        w("tc", w("tcPr", _cell_width(width), _open_sides(position, len(contents))), paragraph("TableGroup", content))
        for position, (width, content) in enumerate(zip(grid.widths, contents, strict=True))
    ]
    return w("tr", _WHOLE_ROW, *cells)


def _open_sides(position: int, count: int) -> Xml:
    """No lines between the cells of a row, only around it."""
    left = w("left", val="nil") if position else NOTHING
    right = w("right", val="nil") if position < count - 1 else NOTHING
    return w("tcBorders", left, right) if count > 1 else NOTHING


def _row(row: Row, grid: _Grid, draft: Draft, write_inside: BlocksInside) -> Xml:
    cells = _fitted(row, grid)
    contents = [_blocks(cell, place, draft, write_inside) for cell, place in zip(cells, grid.places, strict=True)]
    written = [cell_of(begun, content) for begun, content in zip(grid.cells, contents, strict=True)]
    return w("tr", _WHOLE_ROW if _fits_page([cell.blocks for cell in cells], grid) else NOTHING, *written)


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
    if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):  # as in most cells
        return markup_of([write_paragraph(cell.blocks[0], place, draft)])
    mark = Mark() if is_one_paragraph(cell.blocks) else draft.passages.begin(cell.source)
    written = closed(settled(write_inside(cell.blocks, place, draft)), place.text_style)
    content = markup_of(marked(written, mark))
    draft.passages.end(mark, content)
    return content


def _cell_width(width: int) -> Xml:
    return w("tcW", w=str(width), type="dxa")


def _fits_page(contents: Sequence[Blocks], grid: _Grid) -> bool:
    """Whether a row may be kept whole. Word would begin a row that does not fit on a new page and break it there."""
    return _height(contents, grid) < grid.height * 2 // 3


def _height(contents: Sequence[Blocks], grid: _Grid) -> int:
    """About how high a row is, in twips."""
    return LINE * max([lines(blocks, place.measure) for blocks, place in zip(contents, grid.places, strict=True)])
