"""A table drawn with pipes."""

from __future__ import annotations

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from docgen.codes import markup as codes
from docgen.parse.inlines import Cursor, inlines_in
from docgen.parse.passage import Passage
from docgen.parse.printed import cell_blocks
from docgen.parse.reader import Reader
from docgen.tree.block import Align, Blocks, Cell, Column, Paragraph, Row, RowGroup, Table

_ALIGNMENTS = {"text-align:center": Align.CENTRE, "text-align:right": Align.RIGHT}


def pipe_table(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Table:
    """The table of a `table` node: its first row holds the headings."""
    head, *bodies = node.children
    headings = head.children[0]
    cursor = _cursor(headings, passage)
    columns = tuple(_column(cell, cursor, reader) for cell in headings.children)
    rows = tuple(_row(row, len(columns), passage, reader) for body in bodies for row in body.children)
    source = passage.source(node.map[0] if node.map else 0)
    return Table(columns, (RowGroup(rows, source),), source)


def _cursor(row: SyntaxTreeNode, passage: Passage) -> Cursor:
    """At the beginning of a row."""
    line = row.map[0] if row.map else 0
    return Cursor(passage, line, line + 1)


def _column(cell: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Column:
    content = inlines_in(cell.children[0], cursor, reader)
    return Column(content, cursor.source, align=_ALIGNMENTS.get(str(cell.attrs.get("style")), Align.LEFT))


def _row(row: SyntaxTreeNode, width: int, passage: Passage, reader: Reader) -> Row:
    cursor = _cursor(row, passage)
    # In a quotation the line begins with the signs of the quotation.
    line = passage.lines[cursor.line].lstrip("> \t").rstrip()
    written = escapedSplit(line.removeprefix("|").removesuffix("|"))
    if len(written) > width:
        message = f"the row has {len(written)} cells; the table has {width} columns"
        hint = "write \\| for a bar that belongs to the text"
        reader.findings.add(codes.ROW_TOO_LONG.at(cursor.source, message, hint))
    return Row(tuple(Cell(_blocks(cell, cursor, reader), cursor.source) for cell in row.children), cursor.source)


def _blocks(cell: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Blocks:
    value = reader.only_value(cell.children[0].content)
    if value is not None:
        return cell_blocks(value, cursor.source, reader)
    content = inlines_in(cell.children[0], cursor, reader)
    return (Paragraph(content, cursor.source),) if content else ()
