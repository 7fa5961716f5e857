"""Writes one table in every form that content may have: CSV with either separator, XLSX, YAML."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence

import openpyxl

Rows = Sequence[Sequence[str]]
"""Rows of cells; the first holds the headings."""


def csv_rows(data: bytes) -> Rows:
    """The rows of a CSV file with commas."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def csv_file(rows: Rows, separator: str = ",") -> bytes:
    """Rows as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """Worksheets as XLSX. A cell that begins with `=` is a formula, which has no result until Excel opens it."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def yaml_list(rows: Rows, fields: Mapping[str, str]) -> bytes:
    """Rows as a list of mappings; `fields` gives the field of each heading. Empty cells are left out."""
    headings, *records = rows
    listed = [
        {fields[heading.casefold()]: cell for heading, cell in zip(headings, record, strict=False) if cell}
        for record in records
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1).encode()
