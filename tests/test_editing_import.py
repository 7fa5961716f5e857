"""What an import tells, what it writes, and what it leaves alone. Most cases are `cases/editing/import.md`."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import click
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.cli import import_table
from docgen.cli.main import run
from docgen.cli.terminal import Terminal
from docgen.diagnostic import Findings
from docgen.editing.changes import Kind, compare
from docgen.editing.rows import rows_of
from docgen.editing.workbook import workbook_bytes
from docgen.editing.yaml_list import Written, with_rows
from docgen.editing.yaml_text import yaml_bytes, yaml_rows
from docgen.load.yaml import read_yaml
from docgen.schema.registry import TABLES
from docgen.schema.risks import Risk
from docgen.schema.scope import Function
from tests.casefile import Case, case_parameters, expect
from tests.table_rows import rows

PROGRAMME = """\
title: Joint commissioning
organisation: ccg
organisations: {ccg: {name: The CCG}}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
documents: [{type: eoi}]
"""
RISKS = next(table for table in TABLES if table.name == "risks")
SCOPE = next(table for table in TABLES if table.name == "scope")
EVERY = frozenset(Function.model_fields)


class Place:
    """A repository on the disk, with what the last command printed."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys
        self.out = self.err = ""

    def write(self, path: str, content: str | bytes) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def run(self, *arguments: str) -> int:
        self.capsys.readouterr()
        code = run(arguments)
        self.out, self.err = self.capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        return code

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Place:
    made = Place(tmp_path, capsys)
    made.write("content/x/programme.yaml", PROGRAMME)
    monkeypatch.chdir(tmp_path)
    return made


@pytest.mark.parametrize("case", case_parameters("cases/editing/import.md"))
def test_import(case: Case, place: Place, request: pytest.FixtureRequest) -> None:
    for path, text in case.files.items():
        place.write(path, text)
    source = [*case.files][-1]
    place.run("import-table", source.partition(".")[0], source, "--yes")
    expect(case, "told", place.out, request)
    written = re.findall(r"^written: (.*)$", place.out, re.MULTILINE)
    expect(case, "content", place.read(written[0]) if written else "", request)
    place.run("import-table", source.partition(".")[0], source)
    if written:
        assert place.out.rstrip().endswith(": nothing changes")


def test_nothing_is_written_without_yes_where_nobody_can_be_asked(place: Place) -> None:
    place.write("content/x/risks.yaml", "risks: [{risk: One}]\n")
    place.write("risks.csv", "Risk\nTwo\n")
    assert place.run("import-table", "risks", "risks.csv") == 0
    assert "nothing was written: add --yes to write" in place.out
    assert place.read("content/x/risks.yaml") == "risks: [{risk: One}]\n"


@pytest.mark.parametrize(("answer", "is_written"), [("y", True), ("n", False)])
def test_somebody_at_a_terminal_is_asked(
    place: Place, monkeypatch: pytest.MonkeyPatch, answer: str, is_written: bool
) -> None:
    place.write("content/x/risks.yaml", "risks: [{risk: One}]\n")
    place.write("risks.csv", "Risk\nTwo\n")
    asked: list[str] = []
    monkeypatch.setattr(import_table, "this_terminal", lambda: Terminal(interactive=True))

    def confirm(words: str) -> bool:
        asked.append(words)
        return answer == "y"

    monkeypatch.setattr(click, "confirm", confirm)
    assert place.run("import-table", "risks", "risks.csv") == 0
    assert asked == ["Write content/x/risks.yaml?"]
    assert ("Two" in place.read("content/x/risks.yaml")) is is_written


def test_a_workbook_is_exported_changed_and_imported_again(place: Place) -> None:
    place.write("content/x/scope.csv", "Id,Function,In scope?\ncontracts,Design contracts,yes\nrents,Review rents,no\n")
    assert place.run("export", "scope", "--to", "xlsx") == 0
    assert place.out == "written: build/x/scope.xlsx\n"
    file = place.root / "build/x/scope.xlsx"
    workbook = openpyxl.load_workbook(file)
    workbook["scope"]["D3"] = "partly"
    workbook["scope"]["A4"], workbook["scope"]["B4"], workbook["scope"]["D4"] = "Train staff", "training", "later"
    workbook.save(file)
    assert place.run("import-table", "scope", "build/x/scope.xlsx", "--yes") == 0
    assert "~ id rents, 'Review rents'\n    in_scope: 'no' becomes 'partly'\n" in place.out
    assert place.read("content/x/scope.csv") == (
        "Id,Function,In scope?\ncontracts,Design contracts,yes\nrents,Review rents,partly\ntraining,Train staff,later\n"
    )


def test_a_workbook_of_several_tables_gives_the_one_that_is_named(place: Place) -> None:
    place.write("content/x/timescales.yaml", "actions:\n  - {month: 2014-07, action: Begin}\n")
    assert place.run("schema", "--xlsx", "timescales") == 0
    workbook = openpyxl.load_workbook(place.root / "build/workbooks/timescales.xlsx")
    workbook["actions"]["A2"], workbook["actions"]["B2"] = date(2014, 8, 1), "Go on"
    workbook["phases"]["A2"] = "Prepare"
    workbook.save(place.root / "plan.xlsx")
    assert place.run("import-table", "actions", "plan.xlsx", "--yes") == 0
    assert place.out.count("is not read") == 1
    assert "help: take its rows in with 'docgen import-table phases', or delete them\n" in place.out
    assert "action: Go on" in place.read("content/x/timescales.yaml")


def test_an_exported_workbook_offers_the_ids_that_the_programme_has(place: Place) -> None:
    place.write("content/x/governance.yaml", "bodies: {board: {name: Board}}\n")
    place.write("content/x/scope.csv", "Function,In scope?,Lead\nDesign,yes,board\n")
    assert place.run("export", "scope", "--to", "xlsx") == 0
    sheet = openpyxl.load_workbook(place.root / "build/x/scope.xlsx")["scope"]
    offered = {str(each.sqref): (each.formula1, each.errorStyle) for each in sheet.data_validations.dataValidation}
    assert offered["E2:E20000"] == ('"board,ccg"', "warning")
    assert offered["D2:D20000"] == ('"yes,no,partly,later"', "stop")


def test_an_export_is_not_written_over_somebodys_changes(place: Place) -> None:
    place.write("content/x/risks.yaml", "risks: [{risk: One}]\n")
    assert place.run("export", "risks", "--to", "csv") == 0
    place.write("build/x/risks.csv", "Risk\nOne and a half\n")
    assert place.run("export", "risks", "--to", "csv") == 2
    assert "'risks.csv' is there already" in place.err
    assert place.run("export", "risks", "--to", "csv", "--force") == 0


def test_a_table_moves_from_yaml_into_csv_and_reads_the_same(place: Place) -> None:
    place.write(
        "content/x/risks.yaml", "risks:\n- {risk: =1+1, mitigation: [One, - two]}\n".replace("- two", '"- two"')
    )
    assert place.run("export", "risks", "--to", "csv", "--out", "moved.csv") == 0
    moved = (place.root / "moved.csv").read_bytes()
    assert moved.startswith(b"\xef\xbb\xbfRisk,")
    assert b"\n'=1+1," in moved
    assert place.run("import-table", "risks", "moved.csv") == 0
    assert place.out == "content/x/risks.yaml: nothing changes\n"
    place.write("content/x/risks.csv", moved)
    (place.root / "content/x/risks.yaml").unlink()
    assert place.run("export", "risks", "--to", "yaml", "--out", "again.yaml") == 0
    assert '- risk: "=1+1"\n  mitigation:\n    - One\n    - "- two"\n' in place.read("again.yaml")


def test_csv_keeps_its_headings_separator_line_ends_and_mark(place: Place) -> None:
    place.write("content/x/scope.csv", b"\xef\xbb\xbfin scope;FUNCTION\r\nyes;Design\r\nno;Rents, and rates\r\n")
    place.write("scope.yaml", "- {function: Design, in_scope: no}\n- {function: 'Rents, and rates', in_scope: no}\n")
    assert place.run("import-table", "scope", "scope.yaml", "--yes") == 0
    written = (place.root / "content/x/scope.csv").read_bytes()
    assert written == b"\xef\xbb\xbfin scope;FUNCTION\r\nno;Design\r\nno;Rents, and rates\r\n"


def test_yaml_keeps_its_line_ends(place: Place) -> None:
    place.write("content/x/risks.yaml", b"risks:\r\n  - risk: One\r\n")
    place.write("risks.csv", "Risk\nOne\nTwo\n")
    assert place.run("import-table", "risks", "risks.csv", "--yes") == 0
    assert (place.root / "content/x/risks.yaml").read_bytes() == b"risks:\r\n  - risk: One\r\n  - risk: Two\r\n"


def test_a_workbook_of_the_content_is_written_anew_and_what_is_lost_is_told(place: Place) -> None:
    table = rows_of([{"function": "Design", "in_scope": "yes"}], Function)
    place.write("content/x/scope.xlsx", workbook_bytes("scope", [(SCOPE, table)]))
    place.write("scope.csv", "Function,In scope?\nDesign,no\n")
    assert place.run("import-table", "scope", "scope.csv", "--yes") == 0
    assert "lost: the workbook's own formulas, colours, widths and notes\n" in place.out
    sheet = openpyxl.load_workbook(place.root / "content/x/scope.xlsx")["scope"]
    assert [cell.value for cell in sheet[2]][:4] == ["Design", None, None, "no"]


def test_what_excel_cannot_mean_stops_an_import_at_its_cell(place: Place) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (["Function", "In scope?"], ["Design", "yes"], ["Rents", "#REF!"], ["Estates", "no"]):
        sheet.append(row)
    sheet.merge_cells("A4:B4")
    workbook.save(place.root / "scope.xlsx")
    assert place.run("import-table", "scope", "scope.xlsx", "--yes") == 1
    assert "scope.xlsx:Sheet!B3" in place.out
    assert "scope.xlsx:Sheet!A4" in place.out
    assert not (place.root / "content/x/scope.xlsx").exists()


def test_hidden_rows_and_days_of_excel_are_imported(place: Place) -> None:
    place.write("content/x/contacts.csv", "Date,Contact\n2014-05-27,First talk\n")
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for cells in (["Date", "Contact"], [date(2014, 5, 27), "First talk"], [date(2014, 6, 6), "Second talk"]):
        sheet.append(cells)
    sheet.row_dimensions[3].hidden = True
    workbook.save(place.root / "contacts.xlsx")
    assert place.run("import-table", "contacts", "contacts.xlsx", "--yes") == 0
    assert place.read("content/x/contacts.csv") == "Date,Contact\n2014-05-27,First talk\n6 June 2014,Second talk\n"


def test_a_workbook_with_other_worksheets_is_left_alone(place: Place) -> None:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, cells in (("phases", ("Phase", "Begin")), ("milestones", ("Milestone", "Begin"))):
        sheet = workbook.create_sheet(name)
        sheet.append([cells[0], "Date"] if name == "milestones" else [cells[0]])
        sheet.append([cells[1], "June 2014"] if name == "milestones" else [cells[1]])
    buffer = io.BytesIO()
    workbook.save(buffer)
    place.write("content/x/timescales.xlsx", buffer.getvalue())
    place.write("phases.csv", "Phase\nPrepare\n")
    assert place.run("import-table", "phases", "phases.csv", "--yes") == 2
    assert "holds several worksheets ('phases' and 'milestones')" in place.err
    assert (place.root / "content/x/timescales.xlsx").read_bytes() == buffer.getvalue()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("scop", "x.csv"), "no table is called 'scop'; did you mean 'scope'?"),
        (("timescales", "x.csv"), "'timescales' holds 'phases', 'milestones', 'meetings'"),
        (("scope", "x.docx"), "'x.docx' is no table"),
        (("scope", "nowhere.csv"), "'nowhere.csv' cannot be read"),
        (("scope", "x.csv", "--programme", "y"), "unknown programme 'y'"),
    ],
)
def test_a_slip_of_the_command_line(place: Place, arguments: tuple[str, ...], said: str) -> None:
    place.write("x.csv", "Function,In scope?\nF,yes\n")
    place.write("x.docx", "")
    assert place.run("import-table", *arguments) == 2
    assert said in place.err.replace("\nhelp: ", "; ")


def test_of_several_programmes_one_must_be_named(place: Place) -> None:
    place.write("content/y/programme.yaml", PROGRAMME)
    assert place.run("export", "scope", "--to", "csv") == 2
    assert "there are several programmes\nhelp: add --programme 'x' or 'y'" in place.err
    assert place.run("export", "scope", "--to", "csv", "--programme", "x") == 2
    assert "'x' has no table 'scope'" in place.err


def test_a_table_with_faults_is_not_exported(place: Place) -> None:
    place.write("content/x/scope.csv", "Function,In scope?\nF,perhaps\n")
    assert place.run("export", "scope", "--to", "xlsx") == 1
    assert "content/x/scope.csv:2:3" in place.out


@pytest.mark.parametrize("before", ["risks:\n  - &a {risk: One}\n  - *a\n", '{"risks": [{"risk": "One"}]}\n'])
def test_yaml_that_cannot_be_rewritten_is_left_as_it_is(place: Place, before: str) -> None:
    place.write("content/x/risks.yaml", before)
    place.write("risks.csv", "Risk\nOne\nOther\n")
    assert place.run("import-table", "risks", "risks.csv", "--yes") == 2
    assert "docgen cannot rewrite 'content/x/risks.yaml' without a loss" in place.err
    assert place.read("content/x/risks.yaml") == before


def test_yaml_is_rewritten_however_its_rows_are_indented(place: Place) -> None:
    first, second = "  -\n    risk: One\n    # c\n\n", "  -   risk: Two\n      impact: |\n        a # b\n        c\n\n"
    place.write("content/x/risks.yaml", f"risks:\n{first}{second}")
    place.write("risks.csv", 'Risk,Impact,Rating\nTwo,"a # b\nc\n",\nNew,,High\n')
    assert place.run("import-table", "risks", "risks.csv", "--yes") == 0
    assert "lost: the comment" not in place.out
    assert place.read("content/x/risks.yaml") == f"risks:\n    # c\n\n{second}  - risk: New\n    rating: High\n"


@pytest.mark.parametrize(
    "before", ["risks:\n", "risks: []\n", "- risk: One\n", "[{risk: One}]\n", "[]\n", "risks: # x\n"]
)
def test_rows_find_their_place_whatever_stood_there(before: str) -> None:
    wanted = rows_of([{"risk": "Two", "mitigation": ["A", "B"]}, {"risk": "Three"}], Risk)
    path = ("risks",) if before.startswith("risks") else ()
    new = with_rows(before, path, [Written(row) for row in wanted])
    findings = Findings()
    read = read_yaml(new.text, "risks.yaml", findings)
    assert read is not None, [new.text, [found.message for found in findings]]
    data = read.data["risks"] if isinstance(read.data, dict) else read.data
    assert rows_of(data, Risk) == wanted
    assert "x" not in before or "# x" in new.text + "".join(new.lost)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_choice_of_rows_is_written_and_what_stays_keeps_its_lines(data: st.DataObject) -> None:
    old, new = data.draw(rows(RISKS)), data.draw(rows(RISKS))
    before = f"# The register.\nrisks:\n  # First.\n{yaml_rows(old, 2)}# The end.\nother: x\n"
    kept = data.draw(st.lists(st.sampled_from(range(len(old))), unique=True))
    mixed = [Written(old[number], number, False) for number in kept] + [Written(row) for row in new]
    made = with_rows(before, ("risks",), mixed)
    read = read_yaml(made.text, "risks.yaml", Findings())
    assert read is not None, made.text
    assert isinstance(read.data, dict)
    assert rows_of(read.data["risks"], Risk) == [row.row for row in mixed]
    assert made.text.startswith("# The register.\nrisks:\n" if mixed else "# The register.\nrisks: []\n")
    assert ("# First." in made.text) is ("# First." not in made.lost)
    assert (0 in kept) is ("# First." in made.text)
    assert made.text.endswith("# The end.\nother: x\n")


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_comparison_tells_of_every_row_and_ends_with_the_rows_of_the_file(data: st.DataObject) -> None:
    old, new = data.draw(rows(SCOPE)), data.draw(rows(SCOPE))
    found = compare(old, new, Function, EVERY)
    assert [dict(merged.row) for merged in found.rows] == [dict(row) for row in new]
    kinds = [change.kind for change in found.changes]
    assert len(old) - kinds.count(Kind.REMOVED) + kinds.count(Kind.ADDED) == len(new)
    assert compare(new, new, Function, EVERY).is_empty


def test_five_thousand_rows_are_compared_and_written(place: Place) -> None:
    survey = "question: Q\ninvited: 9,000\noptions: [{option: Yes, count: 5000}]\n"
    place.write("content/x/engagement.yaml", "survey:\n" + "".join(f"  {line}\n" for line in survey.splitlines()))
    before = [{"number": str(number), "text": f"Words {number}"} for number in range(1, 5_001)]
    place.write(
        "content/x/survey.csv", "Number,Response text\n" + "".join(f"{r['number']},{r['text']}\n" for r in before)
    )
    place.write("survey.yaml", yaml_bytes([*before[100:], {"number": "5001", "text": "=late"}]))
    assert place.run("import-table", "survey", "survey.yaml", "--yes") == 0
    assert "1 row added and 100 rows removed" in place.out
    assert place.read("content/x/survey.csv").endswith("5000,Words 5000\n5001,'=late\n")
