"""Says which worksheets of a workbook feed which tables, and reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.codes import tables
from docgen.diagnostic import Diagnostic, Findings
from docgen.load.characters import on_one_line
from docgen.load.parts import TABLE_NAMES, ContentFile, Piece, empty
from docgen.load.table import fits, read_table
from docgen.load.xlsx import Sheet, read_xlsx
from docgen.schema.registry import PART_FILES, TABLES, TablePart, headings
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.wording import listed


def read_workbook(file: ContentFile, findings: Findings) -> list[Piece] | None:
    """The tables of a workbook; None where a worksheet that should feed one cannot be read."""
    return read_sheets(file, list(_tables_of(file.stem)), findings)


def read_sheets(file: ContentFile, known: Sequence[TablePart], findings: Findings) -> list[Piece] | None:
    """Those of the `known` tables, the main one first, that a workbook holds.

    One worksheet feeds the main table. Of several, each feeds the table that it is named after; where a workbook of
    one table has no such worksheet, the only one with the table's headings feeds it.
    """
    sheets = read_xlsx(file.data, file.path, findings)
    if sheets == []:
        findings.add(empty(file))
    if not sheets:
        return None
    fed = _fed(sheets, known)
    if not fed and len(known) == 1:
        findings.extend(
            [problem for sheet in sheets for problem in sheet.problems] or [_unclear(file, sheets, known[0])]
        )
        return None
    left = [sheet for sheet in sheets if sheet.name not in fed and not (fed and _is_empty_sibling(sheet, known))]
    problems = [_left_over(file, sheet, known, bool(fed)) for sheet in left]
    findings.extend(problems)
    pieces = [_read_sheet(file, sheet, fed[sheet.name], findings) for sheet in sheets if sheet.name in fed]
    is_sound = all(problem.code is tables.SHEET_NOT_READ for problem in problems)
    return [piece for piece in pieces if piece] if is_sound and None not in pieces else None


def _tables_of(stem: str) -> Iterator[TablePart]:
    """The tables that a workbook may feed, the main one first."""
    if stem in TABLE_NAMES:
        yield TABLE_NAMES[stem]
    yield from (table for table in TABLES if table.path[0] == PART_FILES.get(stem) and table.name != stem)


def _fed(sheets: Sequence[Sheet], known: Sequence[TablePart]) -> Mapping[str, TablePart]:
    """The table of each worksheet that feeds one, by the name of the worksheet."""
    named = {sheet.name: table for sheet in sheets for table in known if _is_named_after(sheet, table)}
    if named:
        return named
    likely = sheets if len(sheets) == 1 else [sheet for sheet in sheets if fits(sheet.rows, headings(known[0].row))]
    is_clear = len(likely) == 1 and (len(sheets) == 1 or len(known) == 1)
    return {likely[0].name: known[0]} if is_clear else {}


def _is_named_after(sheet: Sheet, table: TablePart) -> bool:
    return _folded(sheet.name) in (_folded(table.name), _folded(str(table.path[-1])))


def _folded(name: str) -> str:
    return name.strip().casefold().replace("_", " ").replace("-", " ")


def _unclear(file: ContentFile, sheets: Sequence[Sheet], table: TablePart) -> Diagnostic:
    names = listed([f"'{on_one_line(sheet.name)}'" for sheet in sheets], "or")
    message = f"it is not clear which worksheet holds the table: {names}"
    return tables.UNKNOWN_SHEET.at(file.whole, message, f"rename the worksheet with the data to '{table.name}'")


def _left_over(file: ContentFile, sheet: Sheet, known: Sequence[TablePart], is_fed: bool) -> Diagnostic:
    """A worksheet that feeds no table: a slip where another table might be meant, and a note otherwise."""
    source = Source(file.path, sheet=sheet.name)
    help = did_you_mean(sheet.name, [table.name for table in known])
    is_meant = help.startswith("did") or any(fits(sheet.rows, headings(table.row)) for table in known)
    if not is_fed or (len(known) > 1 and is_meant):
        return tables.UNKNOWN_SHEET.at(source, f"unknown worksheet '{on_one_line(sheet.name)}'", help)
    message = f"the sheet '{on_one_line(sheet.name)}' is not read"
    sibling = _sibling(sheet, known)
    if sibling:
        help = f"take its rows in with 'docgen import-table {sibling.name}', or delete them"
        return tables.SHEET_NOT_READ.at(source, message, help)
    names = listed([f"'{table.name}'" for table in known], "or")
    help = f"leave it if it only holds notes; otherwise move what it says into the sheet {names}"
    return tables.SHEET_NOT_READ.at(source, message, help)


def _sibling(sheet: Sheet, known: Sequence[TablePart]) -> TablePart | None:
    """The table of the same part that a worksheet is named after, as in the workbooks that docgen writes."""
    part = known[0].path[0]
    others = (table for table in TABLES if table.path[0] == part and table not in known)
    return next((table for table in others if _is_named_after(sheet, table)), None)


def _is_empty_sibling(sheet: Sheet, known: Sequence[TablePart]) -> bool:
    return len(sheet.rows) <= 1 and _sibling(sheet, known) is not None


def _read_sheet(file: ContentFile, sheet: Sheet, table: TablePart, findings: Findings) -> Piece | None:
    findings.extend(sheet.problems)
    if sheet.problems:
        return None
    read = read_table(sheet.rows, Source(file.path, sheet=sheet.name), headings(table.row), findings)
    return None if read is None else Piece(table.path, read)
