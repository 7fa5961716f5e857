"""`:::{table}`: records as a table of data, or a caption for a table drawn with pipes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from docgen.codes import markup as codes
from docgen.parse.directives.columns import FieldColumn, field_columns
from docgen.parse.directives.directive import Directive
from docgen.parse.directives.options import (
    caption_of,
    caption_or_argument,
    is_chosen,
    orientation_of,
    report_no_use,
    report_not_taken,
    widths_of,
)
from docgen.parse.printed import cell_blocks, inlines_of, place_of
from docgen.parse.reader import Reader
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.tree.block import Blocks, Cell, Row, RowGroup, Table
from docgen.tree.inline import Text
from docgen.value import Absent, Items, Record, Value


def table(directive: Directive, reader: Reader) -> Blocks:
    """`:::{table} {{ records }}` with the option `columns`, or `:::{table} Caption` around a table drawn with pipes."""
    value = reader.only_value(directive.argument)
    if isinstance(value, Items):
        return _data_table(value, directive, reader)
    return _drawn_table(directive, reader)


def _data_table(items: Items, directive: Directive, reader: Reader) -> Blocks:
    if directive.has_body:
        report_not_taken(directive, directive.body.source(0), "inside it, beside the records", reader)
    report_no_use(directive, "widths", "the widths of records stand in 'columns'", reader)
    columns = field_columns(directive, reader)
    if not columns:
        return ()
    if not items.items:
        reader.findings.add(codes.EMPTY_TABLE.at(directive.source, "the table has no rows", "ask with {% if %} first"))
    rows = [(record, _row(record, columns, directive, reader)) for record in items]
    found = Table(
        columns=tuple(column.column for column in columns),
        groups=_groups(rows, directive, reader),
        source=directive.source,
        caption=caption_of(directive, reader),
    )
    return (_with_options(found, directive, reader),)


def _with_options(found: Table, directive: Directive, reader: Reader) -> Table:
    return replace(
        found,
        label=reader.plain(directive.text("label")),
        numbered=is_chosen(directive, "numbered", reader, default=True),
        row_headers=is_chosen(directive, "row-headers", reader, default=True),
        orientation=orientation_of(directive, reader),
    )


def _groups(rows: list[tuple[Value, Row]], directive: Directive, reader: Reader) -> tuple[RowGroup, ...]:
    """The rows under a heading for each new value of the field `group-by`, in their order."""
    field = reader.plain(directive.text("group-by"))
    if not field:
        return (RowGroup(tuple(row for _, row in rows), directive.source),)
    groups = []
    for _, members in groupby(rows, key=lambda pair: str(_field(pair[0], field, "group-by", directive, reader))):
        group = list(members)
        value = _field(group[0][0], field, "group-by", directive, reader)
        # Without a heading of their own these rows would seem to belong to the group above.
        nothing = (Text("Not stated", directive.source, verbatim=False),)
        heading = inlines_of(value, directive.source, reader) or nothing
        groups.append(RowGroup(tuple(row for _, row in group), place_of(value, directive.source), heading))
    return tuple(groups)


def _row(record: Value, columns: Sequence[FieldColumn], directive: Directive, reader: Reader) -> Row:
    source = place_of(record, directive.source)
    return Row(tuple(_cell(record, column.fields, source, directive, reader) for column in columns), source)


def _cell(record: Value, fields: Sequence[str], source: Source, directive: Directive, reader: Reader) -> Cell:
    values = [_field(record, field, "columns", directive, reader) for field in fields]
    value = next((value for value in values if str(value)), values[-1])
    return Cell(cell_blocks(value, source, reader), place_of(value, source))


def _field(record: Value, name: str, option: str, directive: Directive, reader: Reader) -> Value:
    """The field of a record, by a dotted name; `Absent`, with a diagnostic, where it has none."""
    found = record
    for part in name.split("."):
        if isinstance(found, Absent):
            return found
        if not isinstance(found, Record) or part not in found.fields:
            _no_such_field(found, part, option, directive, reader)
            return Absent(name, directive.source)
        found = found.lookup(part)
    return found


def _no_such_field(found: Value, part: str, option: str, directive: Directive, reader: Reader) -> None:
    known = [field for field in found.fields if field != "introduction"] if isinstance(found, Record) else []
    message = f"the rows of the table have no field '{part}'"
    reader.findings.add(codes.UNKNOWN_COLUMN.at(directive.place(option), message, did_you_mean(part, known)))


def _drawn_table(directive: Directive, reader: Reader) -> Blocks:
    blocks = reader.blocks(directive.body)
    if len(blocks) != 1 or not isinstance(blocks[0], Table):
        hint = "write {{ records }} after its name, or draw one table with pipes inside it"
        reader.findings.add(codes.NO_TABLE.at(directive.source, "the directive 'table' holds no table", hint))
        return ()
    drawn = blocks[0]
    for option in ("columns", "group-by"):
        report_no_use(directive, option, "the table is drawn, not made of records", reader)
    widths = widths_of(directive, len(drawn.columns), reader)
    columns = tuple(replace(column, width=share) for column, share in zip(drawn.columns, widths, strict=True))
    caption = caption_or_argument(directive, reader)
    return (_with_options(replace(drawn, columns=columns, caption=caption), directive, reader),)
