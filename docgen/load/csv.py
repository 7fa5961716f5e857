"""Reads CSV as RFC 4180 has it, with comma, semicolon or tab between the cells.

The standard library's reader gives no columns, and lines only roughly where cells hold line breaks. Every cell needs
its place, so the scanner is our own; a test compares it with the standard library's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.codes import content_files, tables
from docgen.diagnostic import Diagnostic, Findings
from docgen.load.guard import unguarded
from docgen.load.table import Cell, Row, read_table
from docgen.source import Source, Sourced

MOST_CELLS = 500_000

_SEPARATORS = (",", ";", "\t")
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')


def read_csv(text: str, path: str, headings: Mapping[str, str], findings: Findings) -> Sourced | None:
    """A list with a mapping for each row; None where the file has errors."""
    rows = scan(text, path, findings)
    if rows is None:
        return None
    return read_table([[_unguarded(cell) for cell in row] for row in rows], Source(path), headings, findings)


def _unguarded(cell: Cell) -> Cell:
    """Without the apostrophe that keeps a spreadsheet from running it."""
    text = unguarded(cell.text)
    if text is cell.text:
        return cell
    return Cell(text, replace(cell.source, column=cell.source.column + 1))


def scan(text: str, path: str, findings: Findings) -> list[Row] | None:
    """All rows with all their cells. The place of a cell is that of its text, after a quotation mark."""
    separator = separator_of(text)
    scanner = _Scanner(text, path, separator, re.compile(f"[^{separator}\n]*"))
    while scanner.position < len(text) and scanner.problem is None:
        _scan_row(scanner)
    if scanner.problem is not None:
        findings.add(scanner.problem)
        return None
    return scanner.rows


def separator_of(text: str) -> str:
    """The separator that stands most often outside quotation marks in the first line that is not empty."""
    heading = re.sub(r'"[^"]*"', "", text.lstrip("\n \r")).split("\n", 1)[0]
    return max(_SEPARATORS, key=heading.count)


class _Scanner(Struct):
    """Where the scanner stands, and what it has found."""

    text: str
    path: str
    separator: str
    plain: re.Pattern[str]
    """A cell without quotation marks."""
    position: int = 0
    line: int = 1
    line_start: int = 0
    cells: int = 0
    rows: list[Row] = field(default_factory=list)
    problem: Diagnostic | None = None


def _scan_row(scanner: _Scanner) -> None:
    """One row with the line break after it."""
    row = [_scan_cell(scanner)]
    while scanner.text.startswith(scanner.separator, scanner.position) and scanner.problem is None:
        scanner.position += 1
        row.append(_scan_cell(scanner))
    scanner.position += 1
    scanner.line += 1
    scanner.line_start = scanner.position
    scanner.rows.append(row)


def _scan_cell(scanner: _Scanner) -> Cell:
    scanner.cells += 1
    if scanner.cells > MOST_CELLS:
        message = f"the table has more than {MOST_CELLS:,} cells"
        scanner.problem = content_files.TOO_LARGE.at(Source(scanner.path), message, "split the table into several")
    if scanner.text.startswith('"', scanner.position):
        return _scan_quoted(scanner)
    source = _source(scanner)
    found = scanner.plain.match(scanner.text, scanner.position)
    text = found[0] if found else ""
    scanner.position += len(text)
    return Cell(text, source)


def _scan_quoted(scanner: _Scanner) -> Cell:
    opening = _source(scanner)
    found = _QUOTED.match(scanner.text, scanner.position)
    if found is None:
        help = 'write the second quotation mark; inside a cell write "" for one'
        message = "the quotation mark that opens here is never closed"
        scanner.problem = tables.CSV_UNCLOSED_QUOTE.at(opening, message, help)
        return Cell("", opening)
    scanner.position += 1
    source = _source(scanner)
    scanner.position = found.end()
    breaks = found[1].count("\n")
    if breaks:
        scanner.line += breaks
        scanner.line_start = found.start(1) + found[1].rindex("\n") + 1
    _refuse_text_after_quote(scanner)
    return Cell(found[1].replace('""', '"'), source)


def _refuse_text_after_quote(scanner: _Scanner) -> None:
    after = scanner.text[scanner.position : scanner.position + 1]
    if after not in ("", "\n", scanner.separator):
        message = f"'{after}' stands after a closing quotation mark"
        help = 'inside a cell write "" for one quotation mark, and close the cell at its end'
        scanner.problem = tables.CSV_TEXT_AFTER_QUOTE.at(_source(scanner), message, help)


def _source(scanner: _Scanner) -> Source:
    return Source(scanner.path, scanner.line, scanner.position - scanner.line_start + 1)
