"""`:::{list-table}`: a table written as a list of lists, whose cells may hold any blocks."""

from __future__ import annotations

from docgen.codes import markup as codes
from docgen.parse.directives.directive import Directive
from docgen.parse.directives.grouping import grouped_by_column
from docgen.parse.directives.options import (
    caption_or_argument,
    is_chosen,
    orientation_of,
    report_not_taken,
    widths_of,
)
from docgen.parse.reader import Reader
from docgen.tree.block import Block, Blocks, BulletList, Cell, Column, ListItem, Paragraph, Row, RowGroup, Table
from docgen.tree.inline import Inlines

Cells = tuple[ListItem, ...]
"""One row as written: a list item for each cell."""


def list_table(directive: Directive, reader: Reader) -> Blocks:
    """The table; its first row holds the headings."""
    rows = [_row(item) for block in reader.blocks(directive.body) for item in _rows(block, directive, reader)]
    widths = {len(cells) for cells in rows}
    if len(widths) != 1 or 0 in widths:
        message = "the rows of the table do not all have the same number of cells"
        hint = "write '* - first cell' for a row and '  - next cell' for each further cell"
        reader.findings.add(codes.UNEVEN_ROWS.at(directive.source, message, hint))
        return ()
    if len(rows) == 1:
        reader.findings.add(codes.EMPTY_TABLE.at(directive.source, "the table has no rows", "write one, or remove it"))
    return (_table(rows[0], rows[1:], directive, reader),)


def _table(head: Cells, rows: list[Cells], directive: Directive, reader: Reader) -> Table:
    columns = zip(head, widths_of(directive, len(head), reader), strict=True)
    body = tuple(Row(tuple(Cell(item.blocks, item.source) for item in cells), cells[0].source) for cells in rows)
    drawn = Table(
        columns=tuple(Column(_heading(item, reader), item.source, share) for item, share in columns),
        groups=(RowGroup(body, directive.source),),
        source=directive.source,
        caption=caption_or_argument(directive, reader),
        label=reader.plain(directive.text("label")),
        numbered=is_chosen(directive, "numbered", reader, default=True),
        row_headers=is_chosen(directive, "row-headers", reader, default=True),
        orientation=orientation_of(directive, reader),
    )
    return grouped_by_column(drawn, directive, reader)


def _rows(block: Block, directive: Directive, reader: Reader) -> tuple[ListItem, ...]:
    """The rows that a block of the body holds: the body is one list."""
    if not isinstance(block, BulletList):
        report_not_taken(directive, block.source, "beside its rows", reader)
    return _items(block)


def _items(block: Block) -> tuple[ListItem, ...]:
    return block.items if isinstance(block, BulletList) else ()


def _row(item: ListItem) -> Cells:
    """The cells of a row: the items of the one list in it."""
    return _items(item.blocks[0]) if len(item.blocks) == 1 else ()


def _heading(item: ListItem, reader: Reader) -> Inlines:
    """The words of a heading cell."""
    if len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph):
        return item.blocks[0].content
    message = "a heading of the table is not a line of text"
    reader.findings.add(codes.UNEVEN_ROWS.at(item.source, message, "write each heading of the first row as one line"))
    return ()
