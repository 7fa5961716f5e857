"""The option `group-by` of a table that is drawn: the cells of one column become headings above their rows."""

from __future__ import annotations

from itertools import groupby
from typing import TypeVar

from msgspec.structs import replace

from docgen.codes import markup as codes
from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.suggest import did_you_mean
from docgen.tree.block import Cell, Column, Paragraph, Row, RowGroup, Table
from docgen.tree.inline import Inlines, Text
from docgen.tree.walk import plain_text

Item = TypeVar("Item", Cell, Column)


def grouped_by_column(table: Table, directive: Directive, reader: Reader) -> Table:
    """The table without the column that `group-by` names, its rows under a heading for each new value of it."""
    wanted = reader.plain(directive.text("group-by"))
    if not wanted:
        return table
    headings = [plain_text(column.heading) for column in table.columns]
    if wanted not in headings or len(headings) == 1:
        message = f"the table has no column '{wanted}' beside others"
        help = "a group needs a column beside its heading" if wanted in headings else did_you_mean(wanted, headings)
        reader.findings.add(codes.BAD_OPTION.at(directive.place("group-by"), message, help))
        return table
    place = headings.index(wanted)
    _report_lists(table, place, reader)
    members = groupby(table.rows, key=lambda row: plain_text(_words(row.cells[place])))
    groups = tuple(_group(list(rows), place) for _, rows in members)
    return replace(table, columns=_without(table.columns, place), groups=groups)


def _report_lists(table: Table, place: int, reader: Reader) -> None:
    """A heading above rows has no place for lists, nor for a second paragraph."""
    for cell in (row.cells[place] for row in table.rows):
        if len(cell.blocks) > 1 or not all(isinstance(block, Paragraph) for block in cell.blocks):
            message = "a cell of the column that 'group-by' names is not a line of text"
            reader.findings.add(codes.UNEVEN_ROWS.at(cell.source, message, "write each of these cells as one line"))


def _group(rows: list[Row], place: int) -> RowGroup:
    """Rows that belong together. Without a heading of their own they would seem to belong to those above."""
    first = rows[0].cells[place]
    heading = _words(first) or (Text("Not stated", first.source, verbatim=False),)
    kept = tuple(replace(row, cells=_without(row.cells, place)) for row in rows)
    return RowGroup(kept, first.source, heading)


def _words(cell: Cell) -> Inlines:
    first = cell.blocks[0] if cell.blocks else None
    return first.content if isinstance(first, Paragraph) else ()


def _without(items: tuple[Item, ...], place: int) -> tuple[Item, ...]:
    return items[:place] + items[place + 1 :]
