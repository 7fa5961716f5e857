"""The workbooks that people fill in: what stands in them, what may be changed, and what comes out."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from docgen.cli.main import run
from docgen.diagnostic import Findings
from docgen.editing.columns import Kind, columns
from docgen.editing.rows import Row, cell_text
from docgen.editing.workbook import workbook_bytes
from docgen.load.content import load_content
from docgen.load.parts import ContentFile
from docgen.load.workbook import read_workbook
from docgen.load.xlsx import LAST_ROW
from docgen.schema.registry import PART_FILES, TABLES, TablePart, headings
from docgen.schema.validate import validate_as
from docgen.snapshot import Snapshot
from docgen.source import Source, Sourced, SourceMap
from tests.table_rows import AWKWARD
from tests.test_write_docx_programs import VALIDATOR, needs_validator

PLACES = SourceMap({(): Source("x")})
BY_NAME = {table.name: table for table in TABLES}


def opened(part: TablePart, rows: list[Row] | None = None) -> Any:
    made = workbook_bytes(part.name, [(part, rows or [])])
    return openpyxl.load_workbook(io.BytesIO(made))[part.name]


def heading_cells(sheet: Any) -> dict[str, Any]:
    return {str(cell.value): cell for cell in next(sheet.iter_rows(max_row=1))}


@pytest.mark.parametrize("part", TABLES, ids=lambda part: part.name)
def test_headings_are_those_that_the_loader_takes_each_with_help(part: TablePart) -> None:
    accepted = headings(part.row)
    cells = heading_cells(opened(part))
    assert [accepted[heading.casefold()] for heading in cells] == [column.field for column in columns(part.row)]
    assert len(cells) == len(part.row.model_fields)
    for heading, cell in cells.items():
        field = accepted[heading.casefold()]
        assert cell.comment.text.startswith(part.row.model_fields[field].description)


@pytest.mark.parametrize("part", TABLES, ids=lambda part: part.name)
def test_fixed_words_have_a_drop_down_over_the_whole_column(part: TablePart) -> None:
    sheet = opened(part)
    found = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    fixed = [(n, c) for n, c in enumerate(columns(part.row), 1) if c.kind in (Kind.CHOICE, Kind.YES_NO)]
    assert found == {
        f"{letter}2:{letter}{LAST_ROW}": f'"{",".join(column.choices)}"'
        for letter, column in ((openpyxl.utils.get_column_letter(n), c) for n, c in fixed)
    }


@pytest.mark.parametrize("part", TABLES, ids=lambda part: part.name)
def test_headings_are_protected_and_everything_below_them_may_be_filled_in(part: TablePart) -> None:
    sheet = opened(part, [{columns(part.row)[0].field: "x"}])
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert not any(getattr(sheet.protection, name) for name in ("insertRows", "deleteRows", "sort", "formatCells"))
    assert all(cell.protection.locked for cell in heading_cells(sheet).values())
    assert not any(cell.protection.locked for cell in sheet[2])
    assert all(not dimension.protection.locked for dimension in sheet.column_dimensions.values())
    assert max(dimension.max for dimension in sheet.column_dimensions.values()) == 16_384
    assert sheet.freeze_panes == "A2"


def test_days_have_a_date_format_and_texts_are_text() -> None:
    contacts = opened(BY_NAME["contacts"], [{"date": "2014-06-20", "what": "Met", "who": "AB"}])
    assert [cell.number_format for cell in contacts[2]] == ["d mmmm yyyy", "@", "@"]
    assert contacts["A2"].is_date
    assert contacts.column_dimensions["A"].number_format == "d mmmm yyyy"


def test_help_says_what_words_mean_and_how_lists_are_written() -> None:
    cells = heading_cells(opened(BY_NAME["scope"]))
    assert "partly: some of it is within the arrangement" in cells["In scope?"].comment.text
    assert "Must be filled in." in cells["In scope?"].comment.text
    assert "One item on each line" in cells["Comment"].comment.text


@pytest.mark.parametrize("part", TABLES, ids=lambda part: part.name)
def test_a_workbook_that_was_filled_in_gives_the_same_model(part: TablePart) -> None:
    """As Excel would fill it in: days and whole numbers as such, the rest as it was typed."""
    rows = [filled(part, turn) for turn in range(len(AWKWARD))]
    made = workbook_bytes(part.name, [(part, [])])
    workbook = openpyxl.load_workbook(io.BytesIO(made))
    for number, row in enumerate(rows, start=2):
        for place, column in enumerate(columns(part.row), start=1):
            cell: Any = workbook[part.name].cell(number, place)
            cell.value = cell_text(row[column.field], column.kind).replace("_x0", "_x005F_x0")
            cell.data_type = "s"
    buffer = io.BytesIO()
    workbook.save(buffer)
    findings = Findings()
    (piece,) = read_workbook(ContentFile(f"content/x/{part.name}.xlsx", buffer.getvalue()), findings) or []
    assert models(part, piece.value.data) == models(part, [as_lists(row) for row in rows])


def filled(part: TablePart, turn: int) -> Row:
    """A row with something in every column, each text another awkward one."""
    return {column.field: something(column, turn + place) for place, column in enumerate(columns(part.row))}


def something(column: Any, turn: int) -> Any:
    text = AWKWARD[turn % len(AWKWARD)]
    line = " ".join(text.split())
    match column.kind:
        case Kind.LINES:
            return (line, "another item")
        case Kind.NAMES:
            return ("ab", "cd")
        case Kind.CHOICE | Kind.YES_NO:
            return [*column.choices][turn % len(column.choices)]
        case Kind.ID:
            return f"id-{turn}"
        case Kind.DAY:
            return "20 June 2014"
        case Kind.MOMENT:
            return ("20 June 2014", "June 2014", "2014/15", "2014")[turn % 4]
        case Kind.MONEY:
            return "£43.3k"
        case Kind.WHOLE | Kind.NUMBER:
            return f"{turn}"
        case _:
            return text


def as_lists(row: Row) -> dict[str, Any]:
    return {field: value if isinstance(value, str) else list(value) for field, value in row.items()}


def models(part: TablePart, data: Any) -> list[Any]:
    found = []
    for record in data:
        findings = Findings()
        found.append(validate_as(part.row, Sourced(record, PLACES), findings))
        assert not list(findings), [each.message for each in findings]
    return found


def test_an_empty_workbook_may_lie_in_the_folder_of_a_programme() -> None:
    for stem in PART_FILES:
        tables = [(table, ()) for table in TABLES if table.path[0] == PART_FILES[stem]]
        if not tables:
            continue
        files = {"content/x/programme.yaml": b"title: T\n", f"content/x/{stem}.xlsx": workbook_bytes(stem, tables)}
        findings = Findings()
        assert load_content(Snapshot(files), "x", findings)
        assert not list(findings), (stem, [found.message for found in findings])


def test_the_same_rows_give_the_same_bytes_without_a_clock_or_a_name() -> None:
    part = BY_NAME["actions"]
    rows: list[Row] = [{"month": "June 2014", "action": "=1+1", "leads": ("AB",)}]
    made = workbook_bytes("Actions & more", [(part, rows)])
    assert made == workbook_bytes("Actions & more", [(part, rows)])
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = package.read("docProps/core.xml").decode() + package.read("docProps/app.xml").decode()
    assert "<dc:title>Actions &amp; more</dc:title>" in properties
    assert "created" not in properties
    assert "openpyxl" not in properties


@pytest.mark.slow
def test_neither_hash_seed_nor_time_zone_changes_a_byte(tmp_path: Path) -> None:
    made = set()
    for seed, zone in (("0", "UTC"), ("7", "Asia/Tokyo")):
        command = [sys.executable, "-m", "docgen", "schema", "--xlsx", "engagement", "--out", str(tmp_path / seed)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=120)
        made.add((tmp_path / seed / "engagement.xlsx").read_bytes())
    assert len(made) == 1


@pytest.mark.slow
@needs_validator
@pytest.mark.parametrize("stem", ["scope", "timescales", "engagement"])
def test_the_format_is_valid(stem: str, tmp_path: Path) -> None:
    """To the validator of the Open XML SDK."""
    tables = [table for table in TABLES if table.path[0] == stem]
    made = workbook_bytes(stem, [(table, [filled(table, turn) for turn in range(5)]) for table in tables])
    file = tmp_path / "workbook.xlsx"
    file.write_bytes(made)
    done = subprocess.run([str(VALIDATOR), str(file)], capture_output=True, timeout=120, check=False)
    assert json.loads(done.stdout)["errors"] == []


def test_the_command_writes_a_workbook_for_each_part_and_does_not_overwrite_what_was_filled_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run(["schema", "--xlsx"]) == 0
    folder = tmp_path / "build" / "workbooks"
    assert {path.stem for path in folder.iterdir()} == {
        stem for stem, part in PART_FILES.items() if any(table.path[0] == part for table in TABLES)
    }
    assert run(["schema", "--xlsx", "timescales", "actions"]) == 0
    sheets = openpyxl.load_workbook(folder / "timescales.xlsx").sheetnames
    assert sheets == [table.name for table in TABLES if table.path[0] == "timescales"]
    (folder / "actions.xlsx").write_bytes(b"filled in")
    assert run(["schema", "--xlsx", "actions"]) == 2
    assert "'actions.xlsx' is there already, and may have been filled in" in capsys.readouterr().err
    assert run(["schema", "--xlsx", "actions", "--force"]) == 0
    assert run(["schema", "--xlsx", "facts"]) == 2
    assert "'facts' holds no table" in capsys.readouterr().err
