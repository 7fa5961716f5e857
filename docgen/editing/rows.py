"""The rows of a table as they move between YAML, CSV and Excel: texts, and lists of texts, exactly as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from docgen.codes import tables
from docgen.diagnostic import Diagnostic
from docgen.editing.columns import Column, Kind, columns
from docgen.load.characters import on_one_line
from docgen.source import Data, Source, SourceMap

Value = str | tuple[str, ...]
"""A text, or the items of a list."""

Row = Mapping[str, Value]
"""A row by its fields. What is not there is left out: an empty cell, an empty field and an absent one say the same."""

_BULLET = re.compile(r"\s*[-*+•–]\s")


def rows_of(data: Data, row: type[BaseModel]) -> list[Row]:
    """The rows of a list that was read from a file and found sound."""
    known = columns(row)
    records = data if isinstance(data, list) else []
    return [_row(record, known) for record in records if isinstance(record, dict)]


def _row(record: Mapping[str, Data], known: Sequence[Column]) -> Row:
    given = {column.field: _value(record.get(column.field), column) for column in known}
    return {field: value for field, value in given.items() if value}


def _value(written: Data, column: Column) -> Value | None:
    if isinstance(written, list):
        return tuple(item.strip() for item in written if isinstance(item, str))
    if not isinstance(written, str) or not written.strip():
        return None
    return tuple(column.split(written)) if column.split else written


def cell_text(value: Value, kind: Kind) -> str:
    """What a cell says for a value. An item that begins like a bullet gets one before it, which reading takes away."""
    if isinstance(value, str):
        return value
    items = [f"- {item}" if _BULLET.match(f"{item} ") else item for item in value]
    return (", " if kind is Kind.NAMES else "\n").join(items)


def unfit_for_cells(rows: Sequence[Row], row: type[BaseModel], places: SourceMap) -> Iterator[Diagnostic]:
    """Lists of which a cell would make something else; `places` are those of the rows."""
    lists = [column for column in columns(row) if column.split]
    for (number, values), column in product(enumerate(rows), lists):
        value = values.get(column.field, ())
        if not _fits(value, column):
            yield _unfit(column, value, places.value((number, column.field)))


def _fits(value: Value, column: Column) -> bool:
    if not value:
        return not column.is_required
    return column.split is None or tuple(column.split(cell_text(value, column.kind))) == value


def _unfit(column: Column, value: Value, source: Source) -> Diagnostic:
    if not value:
        message = f"'{column.field}' is a list without items, and a cell cannot say so: an empty one says nothing"
        return tables.CELL_CANNOT_HOLD.at(source, message, "write an item")
    mark = "a comma or a line break" if column.kind is Kind.NAMES else "a line break"
    item = next((item for item in value if "\n" in item or "," in item), value[0] if value else "")
    message = f"an item of '{column.field}' holds {mark}, which a cell cannot keep: '{on_one_line(item)}'"
    return tables.CELL_CANNOT_HOLD.at(source, message, "write it as two items, or on one line")


def is_same(one: Value | None, other: Value | None, row: type[BaseModel], field: str) -> bool:
    """Whether two ways to write a value mean the same: `2014-06-20` and `20 June 2014`."""
    if one == other or one is None or other is None:
        return one == other
    try:
        return bool(_meant(one, row, field) == _meant(other, row, field))
    except ValidationError:
        return False


def _meant(value: Value, row: type[BaseModel], field: str) -> Any:
    return _reader(row, field).validate_python(value if isinstance(value, str) else list(value))


@cache
def _reader(row: type[BaseModel], field: str) -> TypeAdapter[Any]:
    return TypeAdapter(row.model_fields[field].rebuild_annotation())
