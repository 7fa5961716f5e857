"""Stacks the rows of tables: each is as high as its highest cell."""

from __future__ import annotations

from msgspec import Struct

from docgen.write.docx.layout.attributes import child, length, switch, value, whole
from docgen.write.docx.layout.stack import Stack
from docgen.write.docx.layout.strips import Head, Row, Strip, height_of
from docgen.write.docx.layout.styles import Surrounding
from docgen.write.docx.layout.table_styles import TableFormat, surrounding, table_format
from docgen.write.docx.xml import NAMESPACES, Element, qualified

_TR, _TRPR, _WHOLE, _HEADER = (qualified(f"w:{name}") for name in ("tr", "trPr", "cantSplit", "tblHeader"))
_TC, _TCPR, _TCW, _SPAN, _W = (qualified(f"w:{name}") for name in ("tc", "tcPr", "tcW", "gridSpan", "w"))


class _Table(Struct):
    """What the rows of a table have in common."""

    format: TableFormat
    grid: list[int]
    surroundings: dict[tuple[bool, bool], Surrounding]
    stack: Stack
    keeps_next: bool = False
    """Whether the row above is kept with the next one."""

    def around(self, row: int, column: int) -> Surrounding:
        key = (row == 0, column == 0)
        if key not in self.surroundings:
            self.surroundings[key] = surrounding(self.format, row, column)
        return self.surroundings[key]


def rows_of(element: Element, stack: Stack) -> list[Strip]:
    """The rows of a table, with the header rows told that are repeated on each page."""
    rows = element.findall(_TR)
    grid = [length(column, "w") for column in element.iterfind("w:tblGrid/w:gridCol", NAMESPACES)]
    table = _Table(table_format(element, stack.reader.styles), grid, {}, stack)
    strips = [_row(row, i, table) for i, row in enumerate(rows)]
    if strips:
        strips[-1].height += table.format.borders.get("bottom", 0)
    _repeat_head(strips, [_says(row, _HEADER) for row in rows], table.format)
    return strips


def _repeat_head(strips: list[Strip], headers: list[bool], format: TableFormat) -> None:
    """The leading header rows stand above the others on every page, and do not stand there alone."""
    count = headers.index(False) if False in headers else len(headers)
    if not strips or count == len(strips):
        return
    head = Head(sum(strip.height for strip in strips[:count])) if count else None
    for strip in strips[count:]:
        strip.head = head
    for strip in strips[1 : count + 1]:
        strip.may_begin = False


def _row(element: Element, number: int, table: _Table) -> Strip:
    cells, column = [], 0
    for cell in element.iterchildren(_TC):
        properties = child(cell, _TCPR)
        span = _span(properties)
        width = _width(properties) or sum(table.grid[column : column + span])
        cells.append(_cell(cell, number, column, width, table))
        column += span
    margins = table.format.margins
    around = margins.get("top", 0) + margins.get("bottom", 0) + _border_above(number, table)
    splits = not (_says(element, _WHOLE) or _says(element, _HEADER))
    row = Row([cell.strips for cell in cells], around, [cell.closing for cell in cells], splits)
    inner = [strip for cell in cells for strip in cell.strips]
    strip = Strip(
        height_of(row),
        may_begin=number == 0 or not table.keeps_next,
        notes=[note for strip in inner for note in strip.notes],
        places=[place for strip in inner for place in strip.places],
        row=row,
    )
    table.keeps_next = bool(cells) and cells[0].keeps_next
    return strip


def _cell(element: Element, row: int, column: int, width: int, table: _Table) -> Stack:
    stack = table.stack
    margins = table.format.margins
    room = width - margins.get("left", 0) - margins.get("right", 0)
    inside = Stack(stack.reader, stack.rules, stack.rows_of, room, table.around(row, column), in_cell=True)
    inside.add(element)
    return inside


def _width(properties: Element | None) -> int:
    width = child(properties, _TCW)
    return whole(width.get(_W)) if width is not None else 0


def _span(properties: Element | None) -> int:
    span = child(properties, _SPAN)
    return 1 if span is None else max(whole(value(span)), 1)


def _border_above(row: int, table: _Table) -> int:
    """The width of the border above a row. The heading row's own stands between it and the next one."""
    borders = table.format.borders
    if row == 0:
        return borders.get("top", 0)
    if row == 1 and "firstRow" in table.format.shows and table.format.heading_border is not None:
        return table.format.heading_border
    return borders.get("insideH", 0)


def _says(row: Element, tag: str) -> bool:
    said = child(child(row, _TRPR), tag)
    return said is not None and switch(said)
