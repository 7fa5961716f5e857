"""Writes rows as CSV that docgen reads back unchanged, and in which a spreadsheet finds no formulas."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from docgen.editing.columns import Column
from docgen.editing.rows import Row, cell_text
from docgen.load.guard import guarded

_BYTE_ORDER_MARK = "\ufeff"
_NEEDS_QUOTES = re.compile(r'["\r\n]|^\s|\s$')


class Dialect(Struct, frozen=True):
    """What CSV files differ in."""

    separator: str = ","
    has_mark: bool = False
    """Whether the file begins with the mark by which Excel knows UTF-8."""
    is_windows: bool = False
    """Whether its lines end as on Windows."""


FOR_EXCEL = Dialect(has_mark=True)


def csv_bytes(rows: Sequence[Row], headed: Sequence[tuple[str, Column]], dialect: Dialect) -> bytes:
    """A file with these columns, each under its heading."""
    lines = [[heading for heading, _ in headed], *([_cell(row, column) for _, column in headed] for row in rows)]
    end = "\r\n" if dialect.is_windows else "\n"
    written = "".join(f"{dialect.separator.join(_quoted(cell, dialect) for cell in line)}{end}" for line in lines)
    return ((_BYTE_ORDER_MARK if dialect.has_mark else "") + written).encode()


def _cell(row: Row, column: Column) -> str:
    return guarded(cell_text(row.get(column.field, ""), column.kind))


def _quoted(cell: str, dialect: Dialect) -> str:
    is_plain = dialect.separator not in cell and not _NEEDS_QUOTES.search(cell)
    return cell if is_plain else '"{}"'.format(cell.replace('"', '""'))
