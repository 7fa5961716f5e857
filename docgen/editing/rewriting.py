"""Writes the rows of a table back into the file of the content that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from docgen.diagnostic import Findings
from docgen.editing.changes import Comparison
from docgen.editing.columns import Column, columns
from docgen.editing.csv_text import Dialect, csv_bytes
from docgen.editing.rows import Row
from docgen.editing.schema_files import first_line
from docgen.editing.workbook import workbook_bytes
from docgen.editing.yaml_list import Written, with_rows
from docgen.editing.yaml_text import yaml_bytes
from docgen.errors import DocgenError
from docgen.load.csv import scan, separator_of
from docgen.load.decode import decode
from docgen.load.xlsx import read_xlsx
from docgen.schema.registry import TablePart, headings
from docgen.wording import listed

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Target(Struct, frozen=True):
    """A file of the content that a table is written into."""

    part: TablePart
    file: str
    data: bytes | None
    """What stands there now; None for a new file."""


class NewFile(Struct, frozen=True):
    """What will stand there, and what will not stand there any more."""

    data: bytes
    lost: tuple[str, ...] = ()


def rewritten(target: Target, comparison: Comparison) -> NewFile:
    """The file with the rows in it. Raises `DocgenError` for a file that holds more than can be kept."""
    rows = [merged.row for merged in comparison.rows]
    if target.file.lower().endswith(".csv"):
        return NewFile(_csv(target, rows))
    if target.file.lower().endswith(".xlsx"):
        return _xlsx(target, rows)
    return _yaml(target, comparison)


def cannot_rewrite(file: str) -> DocgenError:
    """For a file that is written in a way that docgen cannot keep."""
    return DocgenError(f"docgen cannot rewrite '{file}' without a loss", "change the rows there by hand")


def _csv(target: Target, rows: Sequence[Row]) -> bytes:
    """With the headings, their order, the separator and the line ends that the file has."""
    known = columns(target.part.row)
    if target.data is None:
        return csv_bytes(rows, [(column.heading, column) for column in known], Dialect())
    text = decode(target.data, target.file, Findings()) or ""
    headed = list(_headed(text, target, known))
    filled = {field for row in rows for field in row} - {column.field for _, column in headed}
    headed += [(column.heading, column) for column in known if column.field in filled]
    dialect = Dialect(separator_of(text), target.data.startswith(_BYTE_ORDER_MARK), b"\r\n" in target.data)
    return csv_bytes(rows, headed, dialect)


def _headed(text: str, target: Target, known: Sequence[Column]) -> Iterator[tuple[str, Column]]:
    rows = scan(text, target.file, Findings()) or []
    first = next((row for row in rows if not all(cell.is_empty for cell in row)), ())
    accepted, by_field = headings(target.part.row), {column.field: column for column in known}
    for cell in first:
        field = accepted.get(" ".join(cell.text.split()).casefold())
        if field in by_field:
            yield cell.text, by_field[field]


def _xlsx(target: Target, rows: Sequence[Row]) -> NewFile:
    sheets = (read_xlsx(target.data, target.file, Findings()) or []) if target.data else []
    if len(sheets) > 1:
        names = listed([f"'{sheet.name}'" for sheet in sheets])
        message = f"'{target.file}' holds several worksheets ({names}), and docgen would lose the others"
        raise DocgenError(message, "copy the rows into it in Excel")
    lost = ("the workbook's own formulas, colours, widths and notes",) if sheets else ()
    return NewFile(workbook_bytes(target.part.name, [(target.part, rows)]), lost)


def _yaml(target: Target, comparison: Comparison) -> NewFile:
    """Rows that stay the same keep their lines."""
    if target.data is None:
        return NewFile(yaml_bytes([merged.row for merged in comparison.rows], first_line(target.file)))
    text = decode(target.data, target.file, Findings()) or ""
    rows = [Written(merged.row, merged.before, merged.is_changed) for merged in comparison.rows]
    try:
        new = with_rows(text, target.part.path[1:], rows)
    except LookupError as error:
        raise cannot_rewrite(target.file) from error
    ends = "\r\n" if b"\r\n" in target.data else "\n"
    mark = _BYTE_ORDER_MARK if target.data.startswith(_BYTE_ORDER_MARK) else b""
    return NewFile(mark + new.text.replace("\n", ends).encode(), tuple(f"the comment '{words}'" for words in new.lost))
