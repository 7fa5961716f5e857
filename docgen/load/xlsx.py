"""Reads the worksheets of a workbook as rows of cells, once its package is known to be safe."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

import openpyxl
from msgspec import Struct

from docgen.codes import content_files, tables
from docgen.diagnostic import Diagnostic, Findings
from docgen.load.cell_text import cell_text
from docgen.load.characters import on_one_line, unwanted
from docgen.load.package import WORKBOOK, scan_package
from docgen.load.sheet_scan import PartScan, column_letters
from docgen.load.table import Cell, Row
from docgen.ooxml.unfit import UnfitPackage
from docgen.source import Source

LAST_ROW = 20_000
LAST_COLUMN = 100
MOST_CHARACTERS = 5_000_000


class Sheet(Struct, frozen=True):
    """A worksheet with at least one value. A far value keeps its rows from being read, other problems do not."""

    name: str
    rows: tuple[Row, ...]
    """Each has a cell for every column up to the last one of the sheet."""
    problems: tuple[Diagnostic, ...] = ()
    """What stands in the way of using it."""


def read_xlsx(data: bytes, path: str, findings: Findings) -> list[Sheet] | None:
    """All worksheets that hold something, hidden ones, rows and columns too; None where the workbook is unfit."""
    try:
        scans = scan_package(data)
        return _sheets(data, path, scans)
    except UnfitPackage as unfit:
        findings.add(unfit.at(Source(path)))
        return None


def _sheets(data: bytes, path: str, scans: Mapping[str, PartScan]) -> list[Sheet]:
    try:
        read = (
            _sheet(worksheet, scans[worksheet._worksheet_path], Source(path, sheet=worksheet.title))
            for worksheet in _worksheets(data)
        )
        return [sheet for sheet in read if sheet.rows or sheet.problems]
    except (UnfitPackage, MemoryError):
        raise
    except Exception as error:  # openpyxl raises whatever its parsing runs into: KeyError, TypeError, ParseError …
        raise WORKBOOK.damaged("the workbook is damaged") from error


def _sheet(worksheet: Any, scan: PartScan, whole: Source) -> Sheet:
    problems = list(_scan_problems(scan, whole))
    rows = list(_rows(worksheet, scan, whole, problems)) if scan.last_row and not _is_far(scan) else []
    return Sheet(worksheet.title, tuple(rows), tuple(problems))


def _is_far(scan: PartScan) -> bool:
    return scan.last_row > LAST_ROW or scan.last_column > LAST_COLUMN


def _worksheets(data: bytes) -> Iterator[Any]:
    """openpyxl's read-only worksheets. It warns of what it leaves out, such as data validation, none of it values."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            yield from workbook.worksheets
        finally:
            workbook.close()


def _scan_problems(scan: PartScan, whole: Source) -> Iterator[Diagnostic]:
    """What is wrong with a worksheet before any value is read."""
    if scan.is_disordered:
        raise WORKBOOK.damaged(f"the rows or cells of the worksheet '{on_one_line(whole.sheet)}' stand in disorder")
    if _is_far(scan):
        message = f"a value stands far outside the table, in '{on_one_line(scan.last_cell)}'"
        help = "press Ctrl+End in Excel to find it, and delete the rows or columns that hold it"
        yield tables.FAR_CELL.at(_at(whole, scan.last_cell), message, help)
    for merged in scan.merged:
        help = "unmerge them, and write the value into each row that it belongs to"
        source = _at(whole, merged.partition(":")[0])
        yield tables.MERGED_CELLS.at(source, f"the cells '{on_one_line(merged)}' are merged", help)
    for cell in scan.uncalculated:
        message = "the formula has no stored result"
        help = "open the workbook in Excel, save it, and build again"
        yield tables.FORMULA_NOT_CALCULATED.at(_at(whole, cell), message, help)


def _at(whole: Source, cell: str) -> Source:
    return Source(whole.path, sheet=whole.sheet, cell=cell)


def _rows(worksheet: Any, scan: PartScan, whole: Source, problems: list[Diagnostic]) -> Iterator[Row]:
    columns = [column_letters(number) for number in range(1, scan.last_column + 1)]
    rows = worksheet.iter_rows(min_row=1, max_row=scan.last_row, min_col=1, max_col=scan.last_column)
    characters = 0
    for number, cells in enumerate(rows, start=1):
        if all(cell.value is None for cell in cells):
            continue
        sources = [_at(whole, f"{column}{number}") for column in columns]
        row = [_cell(cell, source) for cell, source in zip(cells, sources, strict=False)]
        characters += sum(len(cell.text) for cell in row)
        _refuse_size(characters)
        problems += [problem for cell, read in zip(cells, row, strict=True) for problem in _problems(cell, read)]
        yield row


def _refuse_size(characters: int) -> None:
    """Thousands of cells may share one long text, which unpacks to more than the package says."""
    if characters > MOST_CHARACTERS:
        message = f"a worksheet holds more than {MOST_CHARACTERS:,} characters"
        raise UnfitPackage(content_files.TOO_LARGE, message, "split it into several")


def _cell(cell: Any, source: Source) -> Cell:
    if cell.value is None:
        return Cell("", source)
    return Cell(cell_text(cell.value, cell.number_format or ""), source)


def _problems(cell: Any, read: Cell) -> Iterator[Diagnostic]:
    if read.is_empty:
        return
    if cell.data_type == "e":
        message = f"the cell shows '{on_one_line(read.text)}' in place of a value"
        help = "mend the formula in Excel, or write the value itself"
        yield tables.FORMULA_ERROR.at(read.source, message, help)
    yield from unwanted(read.text, lambda _: read.source)
