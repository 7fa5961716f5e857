"""Writes tables as Excel workbooks: headings that stay, drop-downs, help, and cells that never turn into formulas."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import Any, cast

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen.editing.column_help import comment_on, drop_down
from docgen.editing.columns import Column, Kind, columns
from docgen.editing.rows import Row, cell_text
from docgen.load.xlsx import LAST_ROW
from docgen.schema.registry import TablePart
from docgen.schema.types import read_day
from docgen.write.zip import packed, unpacked

_FIXED_HEIGHT = re.compile(rb'(<row r="(?!1")[^>]*?) customHeight="1"')
"""A height that Excel would not change when somebody writes more into a cell. The row of headings keeps its own."""
_LAST_COLUMN = 16_384
"""Of a worksheet, in Excel."""
_A4 = 9
"""As Excel counts sizes of paper."""
_WIDTHS = {Kind.TEXT: 40, Kind.LINES: 50, Kind.NAMES: 24, Kind.ID: 24, Kind.MOMENT: 18, Kind.DAY: 18}
_WIDTH = 14
"""In characters, where the kind of column says nothing else."""
_LINE_HEIGHT, _HIGHEST = 15, 405
"""Of rows, in points."""
_AS_TEXT = "@"
_FORMATS = {Kind.DAY: "d mmmm yyyy", Kind.WHOLE: "General", Kind.NUMBER: "General", Kind.MONEY: "General"}
"""All others are text, so that Excel makes no date of 1/2, no number of 1.10 and no day of a month."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})", re.ASCII)
_GROUPED_NUMBER = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}", re.ASCII)
_FIRST_DAY = 1_901
"""Excel's days begin in 1900, and its February of that year has a day too many."""
_TOP = Alignment(vertical="top", wrap_text=True)
_OPEN = Protection(locked=False)
_HEADING_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFFFF")
_HEADING_FILL = PatternFill("solid", fgColor="FF003087")
_HEADING_ALIGNMENT = Alignment(vertical="center", wrap_text=True)

Filled = tuple[TablePart, Sequence[Row]]
"""A table with its rows; none for one that is to be filled in."""


def workbook_bytes(title: str, tables: Iterable[Filled], ids: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """A workbook with a worksheet for each table. The same tables give the same bytes.

    `ids` are those that a programme has, by the kind of thing that they name: columns that take them offer them.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for table, rows in tables:
        _fill(workbook.create_sheet(table.name), columns(table.row), rows, ids or {})
    buffer = io.BytesIO()
    workbook.save(buffer)
    return _without_time(buffer.getvalue(), title)


def _dress(place: Any, number_format: str) -> None:
    """A cell of the body, or a whole column: only there may anything be changed where the sheet is protected."""
    place.number_format = number_format
    place.alignment = _TOP
    place.protection = _OPEN


def _fill(sheet: Worksheet, known: Sequence[Column], rows: Sequence[Row], ids: Mapping[str, Sequence[str]]) -> None:
    for number, column in enumerate(known, start=1):
        _head(sheet, number, column, drop_down(column, ids))
    for line, row in enumerate(rows, start=2):
        for number, column in enumerate(known, start=1):
            _write(cast(Cell, sheet.cell(line, number)), row, column)
        sheet.row_dimensions[line].height = _height(row, known)
    _style_columns(sheet, known)
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.print_options.gridLines = True
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _protect(sheet)


def _head(sheet: Worksheet, number: int, column: Column, validation: DataValidation | None) -> None:
    cell = sheet.cell(1, number, column.heading)
    cell.font, cell.fill, cell.alignment = _HEADING_FONT, _HEADING_FILL, _HEADING_ALIGNMENT
    cell.comment = comment_on(column)
    if validation:
        letter = get_column_letter(number)
        validation.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.add_data_validation(validation)


def _write(cell: Cell, row: Row, column: Column) -> None:
    _dress(cell, _FORMATS.get(column.kind, _AS_TEXT))
    text = cell_text(row.get(column.field, ""), column.kind)
    if text:
        _put(cell, text, column.kind)


def _height(row: Row, known: Sequence[Column]) -> int:
    """High enough for the longest cell, as Excel would make it, in points."""
    lines = [_lines(cell_text(row.get(column.field, ""), column.kind), _width(column)) for column in known]
    return min(_LINE_HEIGHT * max(lines), _HIGHEST)


def _lines(text: str, width: int) -> int:
    return sum(len(wrap(line, width - 1)) or 1 for line in text.split("\n"))


def _width(column: Column) -> int:
    return _WIDTHS.get(column.kind, _WIDTH)


def _put(cell: Cell, text: str, kind: Kind) -> None:
    """A day and a whole number as Excel counts them, all else as text, whatever it begins with."""
    day = read_day(text) if kind is Kind.DAY else None
    if day and day.year >= _FIRST_DAY:
        cell.value = day
        cell.number_format = _FORMATS[Kind.DAY]
    elif kind in (Kind.WHOLE, Kind.NUMBER) and (_PLAIN_NUMBER.fullmatch(text) or _GROUPED_NUMBER.fullmatch(text)):
        cell.value = int(text.replace(",", ""))
        cell.number_format = "#,##0" if "," in text else "General"
    else:
        cell.value = _ESCAPE.sub("_x005F_", text)
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@'"


def _style_columns(sheet: Worksheet, known: Sequence[Column]) -> None:
    """Styles of whole columns hold for cells that are still empty."""
    for number, column in enumerate(known, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = _width(column)
        _dress(dimension, _FORMATS.get(column.kind, _AS_TEXT))
    rest = sheet.column_dimensions[get_column_letter(len(known) + 1)]
    rest.min, rest.max = len(known) + 1, _LAST_COLUMN
    _dress(rest, _AS_TEXT)


def _protect(sheet: Worksheet) -> None:
    """Only the headings are kept from changes: no password, and rows come and go as before."""
    protection: Any = sheet.protection
    protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
        setattr(protection, allowed, False)


def _without_time(data: bytes, title: str) -> bytes:
    """The package without the clock, and without names of programs that did not write it."""
    parts = {name: _FIXED_HEIGHT.sub(rb"\1", part) for name, part in unpacked(data).items()}
    escaped = title.replace("&", "&amp;").replace("<", "&lt;")
    parts["docProps/core.xml"] = _CORE.format(escaped).encode()
    parts["docProps/app.xml"] = _APP
    parts["xl/styles.xml"] = _in_schema_order(parts["xl/styles.xml"])
    return packed(parts)


def _in_schema_order(styles: bytes) -> bytes:
    """The styles with what a font says in the order of the schema, which openpyxl does not keep."""
    root = etree.fromstring(styles)
    for font in root.iter(f"{{{root.nsmap[None]}}}font"):
        font[:] = sorted(font, key=lambda mark: _ORDER_OF_FONT.index(etree.QName(mark).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
)
_ORDER_OF_FONT = "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split()
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>docgen</Application></Properties>"
)
