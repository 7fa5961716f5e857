"""Lays out the rows of a table as a CSV file, with the headings that the models give them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from docgen.schema.registry import TablePart
from docgen.source import Data


def csv_file(table: TablePart, rows: Sequence[Data]) -> str:
    """The text of `<table>.csv`: a column for each field that one of the rows has, in the order of reading."""
    held: list[Mapping[str, Data]] = [row for row in rows if isinstance(row, dict)]
    fields = [name for name in table.row.model_fields if any(row.get(name) is not None for row in held)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([table.row.model_fields[name].title or name for name in fields])
    writer.writerows([[_cell(row.get(name)) for name in fields] for row in held])
    return text.getvalue()


def _cell(value: Data) -> str:
    """What a cell holds; several texts stand one below the other."""
    if isinstance(value, list):
        return "\n".join(map(_cell, value))
    return value if isinstance(value, str) else ""
