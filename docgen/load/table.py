"""Turns rows of cells, from CSV or from a worksheet, into a list of records under their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.codes import content_files, tables
from docgen.diagnostic import Diagnostic, Findings, Related
from docgen.load.characters import on_one_line
from docgen.source import Data, Path, Source, Sourced, SourceMap
from docgen.suggest import did_you_mean

_MOST_PER_FILE = 50
_MOST_ABOVE = 10


class Cell(Struct, frozen=True, gc=False):
    """The text of one cell, and its place."""

    text: str
    source: Source

    @property
    def is_empty(self) -> bool:
        """White space counts as nothing."""
        return not self.text.strip()


Row = Sequence[Cell]


def read_table(rows: Sequence[Row], whole: Source, headings: Mapping[str, str], findings: Findings) -> Sourced | None:
    """A list with a mapping for each row below the headings; None where a heading or a row is wrong.

    `headings` maps each accepted heading, casefolded, to its field. The first row that is not empty holds the
    headings. Empty rows and empty cells are left out; the place of an empty cell is known all the same, as that of a
    field that somebody left empty. `whole` is the file or the worksheet.
    """
    filled = [row for row in rows if not all(cell.is_empty for cell in row)]
    if not filled:
        message, help = "the table is empty", "write its headings and a row below them, or delete it"
        findings.add(content_files.EMPTY_FILE.at(whole, message, help))
        return None
    below = heading_row(filled, headings)
    if below:
        findings.add(_rows_above(filled[0], filled[below]))
        return None
    fields = [headings.get(_folded(cell)) for cell in filled[0]]
    problems = [*_heading_problems(filled[0], headings), *_rows_problems(filled[0], filled[1:])]
    if problems:
        findings.extend(problems[:_MOST_PER_FILE])
        return None
    return _records(fields, filled)


def heading_row(filled: Sequence[Row], headings: Mapping[str, str]) -> int:
    """The position of the row that holds the headings: 0, unless the first row is a title and another one fits."""
    known = [sum(_folded(cell) in headings for cell in row) for row in filled[:_MOST_ABOVE]]
    cells = sum(not cell.is_empty for cell in filled[0]) if filled else 0
    if cells > 1 and known[0] * 2 >= cells:
        return 0
    fits = (position for position, number in enumerate(known) if number > 1 and number > known[0])
    return next(fits, 0)


def fits(rows: Sequence[Row], headings: Mapping[str, str]) -> bool:
    """Whether most cells of the row that seems to hold the headings are headings of the table, and two at least."""
    filled = [row for row in rows if not all(cell.is_empty for cell in row)]
    row = [cell for cell in filled[heading_row(filled, headings)] if not cell.is_empty] if filled else []
    known = sum(_folded(cell) in headings for cell in row)
    return known > 1 and known * 2 > len(row)


def _rows_above(first: Row, below: Row) -> Diagnostic:
    place = _row_source(below)
    number = place.line or re.sub("[A-Z]", "", place.cell)
    message, help = f"the headings are in row {number}", "delete the rows above it"
    return tables.ROWS_ABOVE_HEADINGS.at(_row_source(first), message, help, Related(place, "the headings"))


def _folded(cell: Cell) -> str:
    return " ".join(cell.text.split()).casefold()


def _heading_problems(row: Row, headings: Mapping[str, str]) -> Iterator[Diagnostic]:
    first: dict[str, Cell] = {}
    for cell in row:
        field = headings.get(_folded(cell))
        if cell.is_empty:
            continue
        if field is None:
            message = f"unknown column heading '{on_one_line(cell.text)}'"
            yield tables.UNKNOWN_HEADING.at(cell.source, message, _meant(cell, headings))
        elif field in first:
            message = (
                f"'{on_one_line(cell.text)}' and '{on_one_line(first[field].text)}' are headings of the same field"
            )
            related = Related(first[field].source, "the first of them")
            yield tables.DUPLICATE_HEADING.at(cell.source, message, "delete one of the two columns", related)
        else:
            first[field] = cell


def _meant(cell: Cell, headings: Mapping[str, str]) -> str:
    """The nearest of all headings; where none is near, one for each field."""
    nearest = did_you_mean(_folded(cell), headings)
    return (
        nearest
        if nearest.startswith("did")
        else did_you_mean("", {field.replace("_", " ") for field in headings.values()})
    )


def _rows_problems(headings: Row, rows: Sequence[Row]) -> Iterator[Diagnostic]:
    headed = {column for column, cell in enumerate(headings) if not cell.is_empty}
    for row in rows:
        astray = (cell for column, cell in enumerate(row) if column not in headed and not cell.is_empty)
        cell = next(astray, None)
        if cell is not None:
            message = f"'{on_one_line(cell.text)}' stands in a column without a heading"
            help = "write a heading, or delete the value; in CSV, put a text with a comma in it in quotation marks"
            yield tables.MISSING_HEADING.at(cell.source, message, help)


def _records(fields: Sequence[str | None], filled: Sequence[Row]) -> Sourced:
    records: list[Data] = []
    values: dict[Path, Source] = {(): _row_source(filled[0])}
    empty: dict[Path, Source] = {}
    for row in filled[1:]:
        values[(len(records),)] = _row_source(row)
        named = [(field, cell) for field, cell in zip(fields, row, strict=False) if field is not None]
        values.update({(len(records), field): cell.source for field, cell in named})
        empty.update({(len(records), field): cell.source for field, cell in named if cell.is_empty})
        records.append({field: cell.text for field, cell in named if not cell.is_empty})
    return Sourced(records, SourceMap(values, empty))


def _row_source(row: Row) -> Source:
    """A whole line of CSV; in a workbook, the first cell that holds something."""
    first = next(cell for cell in row if not cell.is_empty)
    return replace(first.source, column=0)
