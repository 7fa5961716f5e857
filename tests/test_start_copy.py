"""`docgen copy`: what a copy of a programme keeps, what it resets, and that it says so."""

from __future__ import annotations

import io
import re
from pathlib import Path
from shutil import copytree

import pytest
from openpyxl import Workbook

from docgen.diagnostic import Findings
from docgen.load.content import load_content
from docgen.load.repository import shipped_templates, take_snapshot
from docgen.schema.links import at
from docgen.source import Data
from tests.beginnings import Beginning
from tests.pages import ROOT

EXAMPLES = sorted(path.parent.name for path in (ROOT / "content").glob("*/programme.yaml"))

PROGRAMME = """\
# What this is.
title: Joint commissioning   # not to be changed
organisation: ccg
organisations: {ccg: {name: The CCG}}
model: joint
dates:
  go_live: 2015-04-01
  board: {date: 2014-06-10, label: The board meets}
version: "1.0"
status: final
dated: board
committee_date: 2014-06-10  # in the evening
review_date: go_live
documents:
  - type: eoi
    version: "0.9"
    status: approved
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Beginning:
    """A small programme with what an Expression of Interest needs."""
    made = Beginning(tmp_path / "our papers", capsys)
    made.write("content/old/programme.yaml", PROGRAMME)
    made.write("content/old/scope.csv", "Function,In scope?\nDesign contracts,yes\n")
    made.write("content/old/governance.yaml", "bodies:\n  board: {name: The Board}\n")
    made.write("content/old/summary.md", "---\nowner: Director\nstatus: approved  # on 3 June\n---\nA summary.\n")
    made.write("content/old/vision.md", "From {date}`go_live` on.\n")
    monkeypatch.chdir(made.root)
    return made


def content_of(repository: Beginning, programme: str) -> Data:
    findings = Findings()
    loaded = load_content(take_snapshot(repository.root, shipped_templates(), findings), programme, findings)
    assert loaded, list(findings)
    return loaded.data


def copied(repository: Beginning, *path: str | int) -> Data:
    """What stands at a place of the copy."""
    found: Data = at(content_of(repository, "new"), path)
    return found


def copy(repository: Beginning) -> str:
    return repository.must("copy", "old", "new", "--dated", "2026-05-01", "--title", "The second")


def test_a_copy_begins_anew_and_keeps_every_comment(repository: Beginning) -> None:
    copy(repository)
    assert repository.read("content/new/programme.yaml") == PROGRAMME.replace(
        "Joint commissioning ", "The second "
    ).replace('version: "1.0"', 'version: "0.1"').replace("status: final", "status: draft").replace(
        "dated: board", "dated: 2026-05-01"
    ).replace("committee_date: 2014-06-10 ", "committee_date: ").replace(
        "go_live: 2015-04-01", 'go_live: {date: 2026-05-01, label: "TBC: go live (was 2015-04-01)"}'
    ).replace(
        "{date: 2014-06-10, label: The board meets}",
        '{date: 2026-05-01, label: "TBC: The board meets (was 2014-06-10)"}',
    ).replace('    version: "0.9"', "    version:").replace("    status: approved", "    status:")
    assert repository.read("content/new/summary.md") == repository.read("content/old/summary.md").replace(
        "approved ", "draft "
    )
    assert repository.read("content/new/vision.md") == repository.read("content/old/vision.md")


def test_a_copy_is_told_with_all_that_was_reset(repository: Beginning) -> None:
    told = copy(repository)
    assert "written: 5 files in content/new\n" in told
    assert (
        "reset in programme.yaml: title, version, status, dated, committee_date; 2 dates; version, status of d" in told
    )
    assert "drafts again: 1 text\n" in told


def test_what_happened_to_the_first_programme_has_not_happened_to_the_second(repository: Beginning) -> None:
    repository.write(
        "content/old/document-control.yaml",
        "versions:\n  - {version: '1.0', date: board, author: A, change: B}\n  # The end of the list\n"
        "approvals:\n  - {by: Chair, date: board, decision: Approved, version: '1.0'}\n",
    )
    repository.write(
        "content/old/engagement.yaml",
        "consultees:\n  - {id: lmc, name: LMC, kind: stakeholder, when: 2014-05, response: In writing}\n"
        "contacts:\n  - date: 2014-05-30\n    what: A call\n"
        "feedback:\n  - {group: LMC, consultees: [lmc], summary: [Good]}\n"
        "vote:\n  question: Shall we?\n  threshold: more than 50%\n  denominator: votes cast\n"
        "  counts:\n    yes: 18\n    no: 4\n  result: Carried\n",
    )
    copy(repository)
    assert copied(repository, "document_control", "versions") == [
        {"version": "0.1", "date": "2026-05-01", "author": "TBC", "change": "TBC"}
    ]
    assert copied(repository, "document_control", "approvals") == [
        {"by": "Chair", "date": None, "decision": None, "version": None}
    ]
    engagement = copied(repository, "engagement")
    assert isinstance(engagement, dict)
    assert engagement["consultees"] == [
        {"id": "lmc", "name": "LMC", "kind": "stakeholder", "when": None, "response": None}
    ]
    assert engagement["contacts"] == [{"date": "2026-05-01", "what": "TBC"}]
    assert engagement["vote"] == {
        "question": "Shall we?",
        "threshold": "more than 50%",
        "denominator": "votes cast",
        "counts": {"TBC": "1"},
        "result": "TBC",
    }
    assert "The end of the list" not in repository.read("content/new/engagement.yaml")


def test_rows_with_a_date_that_must_be_there_are_marked(repository: Beginning) -> None:
    repository.write(
        "content/old/timescales.yaml",
        "milestones:\n  - name: Papers go out\n    date: 2014-06-03\n  - {name: It begins, date: go_live}\n"
        "actions:\n- month: 2014-05\n  action: Ask members\n  due: 2014-05-30\n  status: done\n",
    )
    copy(repository)
    assert copied(repository, "timescales") == {
        "milestones": [
            {"name": "TBC when: Papers go out", "date": "2026-05-01"},
            {"name": "It begins", "date": "go_live"},
        ],
        "actions": [{"month": "2026-05-01", "action": "TBC when: Ask members", "due": None, "status": None}],
    }


def test_facts_and_works_keep_their_dates(repository: Beginning) -> None:
    facts = "people: {value: 84300, as_of: 2014}\n"
    works = "plan: {author: A, year: 2014, title: T, accessed: 2014-06-06}\n"
    repository.write("content/old/facts.yaml", facts)
    repository.write("content/old/references.yaml", works)
    copy(repository)
    assert repository.read("content/new/facts.yaml") == facts
    assert repository.read("content/new/references.yaml") == works


def test_a_table_of_csv_is_written_anew_where_something_in_it_is_reset(repository: Beginning) -> None:
    repository.write(
        "content/old/actions.csv",
        'Month,Action,Lead,Complete by\n2014-05,"Ask, and\nlisten","AB\nCD",2014-05-30\n'
        'go_live,"=2+2 begins",AB,go_live\n',
    )
    told = copy(repository)
    assert "actions.csv: written anew, as CSV\n" in told
    assert copied(repository, "timescales", "actions") == [
        {"month": "2026-05-01", "action": "TBC when: Ask, and\nlisten", "leads": "AB\nCD"},
        {"month": "go_live", "action": "=2+2 begins", "leads": "AB", "due": "go_live"},
    ]


def test_the_answers_to_a_survey_are_left_behind_whatever_file_holds_them(repository: Beginning) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    sheet.append(["Number", "Response date", "Response text"])
    sheet.append([1, "2014-05-06", "My name is Mary and I live in Mill Lane"])
    options = book.create_sheet("survey-options")
    options.append(["Answer", "Responses"])
    options.append(["Agree", 7])
    saved = io.BytesIO()
    book.save(saved)
    (repository.root / "content/old/engagement.xlsx").write_bytes(saved.getvalue())
    repository.write("content/old/engagement.yaml", "survey: {question: Shall we?, invited: 42, closed: 2014-05}\n")
    told = copy(repository)
    assert "engagement.xlsx: written anew, as CSV\n" in told
    assert copied(repository, "engagement", "survey") == {
        "question": "Shall we?",
        "invited": "1",
        "closed": None,
        "options": [{"option": "TBC", "count": "1"}],
        "responses": [{"number": "1", "text": "TBC"}],
    }
    assert not [path for path, data in repository.files.items() if path.startswith("content/new/") and b"Mary" in data]
    assert "content/new/engagement.xlsx" not in repository.files


def test_files_that_hold_nothing_to_reset_are_copied_byte_by_byte(repository: Beginning) -> None:
    (repository.root / "content/old/risks.csv").write_bytes(b"\xef\xbb\xbfRisk,Owner\r\nNone,Chair\r\n")
    (repository.root / "content/old/map.png").write_bytes(b"\x89PNG")
    (repository.root / "content/old/~$notes.docx").write_bytes(b"x")
    copy(repository)
    for name in ("risks.csv", "map.png", "scope.csv"):
        assert repository.files[f"content/new/{name}"] == repository.files[f"content/old/{name}"]
    assert "content/new/~$notes.docx" not in repository.files


def test_line_ends_and_byte_order_marks_stay(repository: Beginning) -> None:
    repository.write("content/old/programme.yaml", "\ufeff" + PROGRAMME.replace("\n", "\r\n"))
    repository.write("content/old/summary.md", "\ufeff---\r\nstatus: final\r\n---\r\nText.\r\n")
    copy(repository)
    text = repository.read("content/new/programme.yaml")
    assert text.startswith("\ufeff# What this is.\r\n")
    assert text.count("\n") == text.count("\r\n") == PROGRAMME.count("\n")
    assert repository.read("content/new/summary.md") == "\ufeff---\r\nstatus: draft\r\n---\r\nText.\r\n"


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_copy_of_each_example_builds_with_all_its_references(example: str, repository: Beginning) -> None:
    copytree(ROOT / "content" / example, repository.root / "content" / example)
    repository.must("copy", f"content/{example}/", "new", "--dated", "2027-02-01", "--yes")
    found = repository.found("new")
    assert "warning DG609" in found
    assert not [each for each in found if each.startswith("error")]
    assert re.search(r"^\d+ documents passed", repository.out, re.MULTILINE)
    assert "final" not in re.findall(r"^status: *(\w*)", repository.read("content/new/programme.yaml"), re.MULTILINE)


def test_mistakes_are_told_and_nothing_is_written(repository: Beginning) -> None:
    before = repository.files
    assert repository.run("copy", "odl", "new", "--dated", "2026-05-01") == 2
    assert "did you mean 'old'?" in repository.err
    assert repository.run("copy", "old", "old", "--dated", "2026-05-01") == 2
    assert "there is a programme 'old' already" in repository.err
    assert repository.run("copy", "old", "New One") == 2
    assert "'new-one'" in repository.err
    assert repository.run("copy", "old", "new") == 2
    assert repository.err.startswith("error: --dated is missing")
    assert repository.files == before


def test_a_programme_with_faults_is_not_copied(repository: Beginning) -> None:
    repository.write("content/old/facts.yaml", "people: {valeu: 3}\n")
    assert repository.run("copy", "old", "new", "--dated", "2026-05-01") == 1
    assert "did you mean 'value'?" in repository.out
    assert "nothing was written" in repository.out
    assert not repository.content("new")


def test_a_value_that_cannot_be_changed_safely_stops_the_copy(repository: Beginning) -> None:
    repository.write(
        "content/old/timescales.yaml",
        "milestones:\n  - {name: &x A, date: 2014-06-03}\n  - {name: *x, date: 2014-06-04}\n",
    )
    assert repository.run("copy", "old", "new", "--dated", "2026-05-01") == 2
    assert "'content/old/timescales.yaml' is written in a way that cannot be changed safely" in repository.err
    assert not repository.content("new")
