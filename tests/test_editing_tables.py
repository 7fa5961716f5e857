"""Tables move between YAML, CSV and Excel without a loss, and nothing in them turns into a formula."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.diagnostic import Findings
from docgen.editing.columns import Kind, columns
from docgen.editing.csv_text import FOR_EXCEL, Dialect, csv_bytes
from docgen.editing.rows import Row, cell_text, is_same, rows_of, unfit_for_cells
from docgen.editing.table import Table, read_table_file
from docgen.editing.workbook import workbook_bytes
from docgen.editing.yaml_text import yaml_bytes
from docgen.load.guard import guarded, unguarded
from docgen.load.parts import ContentFile
from docgen.schema.registry import TABLES, TablePart
from docgen.schema.timescales import Action
from docgen.source import Source, SourceMap
from tests.table_rows import AWKWARD, rows, texts

SCOPE = next(table for table in TABLES if table.name == "scope")
ACTIONS = next(table for table in TABLES if table.name == "actions")
PROPERTY = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def has_calc() -> bool:
    """Whether LibreOffice is there with its spreadsheets, which Debian packs apart."""
    program = shutil.which("soffice")
    return program is not None and (Path(program).resolve().parent / "libsclo.so").exists()


each_table = pytest.mark.parametrize("part", TABLES, ids=lambda part: part.name)


def read(data: bytes, suffix: str, part: TablePart) -> Table:
    findings = Findings()
    table = read_table_file(ContentFile(f"{part.name}.{suffix}", data), part, findings)
    assert table is not None, [found.message for found in findings]
    assert not list(findings), [found.message for found in findings]
    return table


def as_csv(table: list[Row], part: TablePart, dialect: Dialect = FOR_EXCEL) -> bytes:
    return csv_bytes(table, [(column.heading, column) for column in columns(part.row)], dialect)


def assert_same(found: Table, meant: list[Row]) -> None:
    """The same rows; a day may have turned into the words that Excel shows for it."""
    days = {column.field for column in columns(found.part.row) if column.kind is Kind.DAY}
    assert len(found.rows) == len(meant)
    for one, other in zip(found.rows, meant, strict=True):
        assert one.keys() == other.keys()
        for field in one:
            if field in days:
                assert is_same(one[field], other[field], found.part.row, field)
            else:
                assert one[field] == other[field]


def cells_lose_nothing(table: list[Row], part: TablePart) -> bool:
    return not list(unfit_for_cells(table, part.row, SourceMap({(): Source("x")})))


@each_table
@PROPERTY
@given(data=st.data())
def test_rows_come_back_from_yaml_csv_and_excel_as_they_were(part: TablePart, data: st.DataObject) -> None:
    table = data.draw(rows(part))
    assert list(read(yaml_bytes(table), "yaml", part).rows) == table
    assert cells_lose_nothing(table, part)
    assert list(read(as_csv(table, part), "csv", part).rows) == table
    assert list(read(as_csv(table, part, Dialect(";", is_windows=True)), "csv", part).rows) == table
    assert_same(read(workbook_bytes(part.name, [(part, table)]), "xlsx", part), table)


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_comes_back_from_every_format(text: str) -> None:
    table: list[Row] = [{"month": "June 2014", "action": text, "leads": ("AB",)}]
    assert list(read(yaml_bytes(table), "yaml", ACTIONS).rows) == table
    assert list(read(as_csv(table, ACTIONS), "csv", ACTIONS).rows) == table
    assert list(read(workbook_bytes("actions", [(ACTIONS, table)]), "xlsx", ACTIONS).rows) == table


@PROPERTY
@given(text=texts)
def test_what_a_guard_puts_before_a_text_reading_takes_away(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x", " =1", "\t=1", "\n=1", "'=1", "\uff1d1", "-1+1", "+1 (0)"])
def test_a_text_that_begins_like_a_formula_is_guarded_in_csv(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+5", "-5.5", "-1,200", "5%", "-5%", "a=b", "O'Brien", "'tis", "x"])
def test_numbers_and_words_are_not_guarded(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@PROPERTY
@given(data=st.data())
def test_no_cell_of_csv_begins_like_a_formula_unless_it_is_a_number(data: st.DataObject) -> None:
    text = as_csv(data.draw(rows(ACTIONS)), ACTIONS).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            begins = cell.strip()[:1]
            assert begins not in ("=", "+", "-", "@") or cell.replace(",", "").lstrip("+-").isdigit()


@PROPERTY
@given(data=st.data())
def test_no_cell_of_a_workbook_is_a_formula_or_an_error(data: st.DataObject) -> None:
    made = workbook_bytes("actions", [(ACTIONS, data.draw(rows(ACTIONS)))])
    sheet: Any = openpyxl.load_workbook(io.BytesIO(made))["actions"]
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n", "inlineStr"}


def test_an_item_that_a_cell_would_take_apart_is_told_with_its_place() -> None:
    data: Any = [{"month": "June 2014", "action": "Write", "leads": ["Brown, Ann"]}]
    table = rows_of(data, Action)
    places = SourceMap({(): Source("t.yaml"), (0, "leads"): Source("t.yaml", 4, 5)})
    (fault,) = unfit_for_cells(table, Action, places)
    assert (fault.code.id, str(fault.source)) == ("DG158", "t.yaml:4:5")
    assert fault.message == "an item of 'leads' holds a comma or a line break, which a cell cannot keep: 'Brown, Ann'"


def test_a_list_without_items_that_must_be_there_is_told() -> None:
    part = next(table for table in TABLES if table.name == "priorities")
    table = rows_of([{"name": "N", "opportunities": [], "outcomes": ["o"]}], part.row)
    (fault,) = unfit_for_cells(table, part.row, SourceMap({(): Source("p.yaml")}))
    assert "is a list without items" in fault.message


def test_nothing_empty_and_absent_are_the_same() -> None:
    written: Any = [{"function": "F", "in_scope": "yes", "comment": [], "lead": None, "risks": ""}]
    assert rows_of(written, SCOPE.row) == [{"function": "F", "in_scope": "yes"}]


def test_items_with_bullets_of_their_own_keep_them() -> None:
    assert cell_text(("- one", "two"), Kind.LINES) == "- - one\ntwo"


def test_a_yaml_file_may_hold_a_whole_part() -> None:
    part = b"functions:\n  - {function: F, in_scope: yes}\nintroduction:\n"
    assert list(read(part, "yaml", SCOPE).rows) == [{"function": "F", "in_scope": "yes"}]


def test_a_table_of_five_thousand_rows_comes_back() -> None:
    part = next(table for table in TABLES if table.name == "survey")
    table: list[Row] = [{"number": str(n), "date": "June 2014", "text": f"{AWKWARD[n % 7]} {n}"} for n in range(5_000)]
    assert list(read(as_csv(table, part), "csv", part).rows) == table
    assert list(read(workbook_bytes("survey", [(part, table)]), "xlsx", part).rows) == table
    assert list(read(yaml_bytes(table), "yaml", part).rows) == table


OTHER_WAYS = {"xlsx": "_x", "csv": "'", "ods": "\t"}
"""What LibreOffice itself does not keep: escapes of Excel; apostrophes, since its CSV has no guards; tabs."""


@pytest.mark.slow
@pytest.mark.skipif(not has_calc(), reason="LibreOffice Calc is not installed")
@pytest.mark.parametrize("suffix", OTHER_WAYS)
def test_a_workbook_that_libreoffice_has_saved_gives_the_same_rows(tmp_path: Path, suffix: str) -> None:
    kept = [text for text in AWKWARD if "x00" not in text and OTHER_WAYS[suffix] not in text]
    table: list[Row] = [{"month": "2014/15", "action": text, "leads": ("AB", "CD")} for text in kept]
    saved = tmp_path / "actions.xlsx"
    saved.write_bytes(workbook_bytes("actions", [(ACTIONS, table)]))
    for kind in [suffix] if suffix != "ods" else ["ods", "xlsx"]:
        saved = converted(saved, kind, tmp_path / kind)
    assert list(read(saved.read_bytes(), saved.suffix[1:], ACTIONS).rows) == table


def converted(source: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice saves it."""
    filter_name = "csv:Text - txt - csv (StarCalc):44,34,76,1" if kind == "csv" else kind
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", filter_name, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{source.stem}.{kind}"
