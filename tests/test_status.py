"""`docgen status`, from its arguments to what it prints and writes."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from docgen.cli.status_text import text_report
from docgen.cli.terminal import ASCII, Terminal
from docgen.load.changes import Changes
from docgen.snapshot import Snapshot
from docgen.standing.data import standing_json
from docgen.standing.page import standing_page
from docgen.standing.standing import Standing
from tests.builds import example, snapshot_of, words_of_html
from tests.html_lint import faults
from tests.html_pages import looked_at, needs_browser, needs_node, needs_packages
from tests.test_cli_commands import Repository, repository
from tests.test_load_history import Repo
from tests.test_standing import CONTROL, FILES, PROGRAMME, UNKNOWN, VISION, standing

__all__ = ["repository"]

HOSTILE = "<script>alert(1)</script> A&E \"quoted\" 'single' {{ braces }} --> ]]>"
CONTENT = {path: text for path, text in FILES.items() if path.startswith("content/")}
FAULTY = {
    **FILES,
    "content/x/document-control.yaml": CONTROL,
    "content/x/vision.md": VISION.replace(
        "status: final", f"status: draft\ntitle: '{HOSTILE.replace(chr(39), chr(39) * 2)}'"
    ),
    "content/x/timescales.yaml": "phases: [{name: Shadow, begins: '2015', ends: '2014'}]\n",
}


def whole(snapshot: Snapshot, changes: Changes = UNKNOWN, *names: str) -> Standing:
    programmes = tuple(standing(snapshot, name, changes) for name in names or ("x",))
    return Standing(programmes, programmes[0].found, changes.unknown)


@pytest.fixture
def committed(repository: Repository) -> Repository:
    """The same repository, with all that it holds committed in git."""
    Repo(repository.root).commit("All of it", "2014-06-03T12:00:00+0100", "Ann Author")
    return repository


def test_it_tells_of_every_document_what_is_missing_and_of_every_text_where_it_stands(committed: Repository) -> None:
    committed.write(
        "content/banes/vision.md", "---\nowner: The chair\nstatus: draft\nword_limit: 3\n---\nBetter care.\n"
    )
    assert committed.run("status", "banes/note") == 0
    assert committed.out.splitlines() == [
        "banes  Joint commissioning",
        "",
        "banes/note  Note",
        "  status draft; version 0.1; dated 20 June 2014; 1 text of 2 words",
        "  1 thing is missing before it can be final",
        "  - 'content/banes/vision.md' is in status 'draft' (The chair)",
        "    content/banes/vision.md",
        "",
        "  Section and text  Owner      Status  Words   Problems  Last change",
        "  Vision",
        "    vision.md       The chair  draft   2 of 3  none      3 June 2014, changed since",
        "",
        "1 document: 1 not finished; no problems found",
    ]


def test_without_git_the_reason_is_said_once(repository: Repository) -> None:
    assert repository.run("status") == 0
    assert repository.out.count("the folder is not in a git repository") == 1
    assert repository.out.endswith("\n4 documents: 4 ready to be made final; no problems found\n")


def test_errors_are_answered_with_1_and_a_programme_that_cannot_be_read_is_named(repository: Repository) -> None:
    repository.write("content/banes/programme.yaml", "title: Joint commissioning\n")
    assert repository.run("status") == 1
    assert "banes\n  its content cannot be read: " in repository.out
    assert "'docgen check banes' shows them" in repository.out
    assert "wessex/note  Note" in repository.out


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["--out", "standing.html"], "<!doctype html>"),
        (["--out", "standing.json"], "{\n"),
        (["--out", "deep/standing.txt"], "banes  Joint"),
        (["--out", "standing", "--format", "HTML"], "<!doctype html>"),
    ],
)
def test_it_is_written_into_a_file_in_the_format_of_its_ending(
    repository: Repository, arguments: list[str], begins: str
) -> None:
    assert repository.run("status", *arguments) == 0
    file = repository.root / arguments[1]
    assert repository.out == f"written: {Path(arguments[1])}\n"
    assert file.read_text("utf-8").startswith(begins)
    assert repository.run("status", *arguments) == 0
    assert repository.out == f"unchanged: {Path(arguments[1])}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "htm"], "no format of this report is called 'htm'\nhelp: did you mean 'html'?"),
        (["--out", "content/banes/s.html"], "is no place for a report, since docgen reads 'content'"),
        (["--out", "templates"], "is no place for a report, since docgen reads 'templates'"),
        (["bans"], "unknown programme 'bans'\nhelp: did you mean 'banes'?"),
        (["banes/nope"], "no document is called 'banes/nope'"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_remedy(repository: Repository, arguments: list[str], said: str) -> None:
    assert repository.run("status", *arguments) == 2
    assert said in repository.err
    assert repository.outputs == []


def test_the_same_content_gives_the_same_bytes() -> None:
    for report in (standing_json, standing_page, lambda standing: text_report(standing, Terminal())):
        assert report(whole(example(), UNKNOWN, "banes")) == report(whole(example(), UNKNOWN, "banes"))


def test_json_tells_everything_and_null_where_nobody_has_said() -> None:
    data = json.loads(standing_json(whole(snapshot_of(FAULTY))))
    [programme] = data["programmes"]
    [document] = programme["documents"]
    files = {file["path"]: file for file in programme["files"]}
    assert [gap["kind"] for gap in document["missing"]] == ["error", "text", "review", "approval"]
    assert (data["format"], data["counts"], data["last_changes_unknown"]) == (
        1,
        {"error": 1, "warning": 0, "note": 0},
        "nobody asked",
    )
    assert (document["state"], document["owner"], document["goes_to"]) == ("open", "The team", None)
    assert files["content/x/vision.md"]["title"] == HOSTILE
    assert files["content/x/timescales.yaml"]["words"] is None
    assert document["only_named"] == ["content/x/facts.yaml"]
    assert {path for section in document["sections"] for path in section["files"]} <= set(files)


def test_a_narrow_terminal_without_unicode_gets_whole_lines() -> None:
    printed = text_report(whole(example(), UNKNOWN, "banes"), Terminal(symbols=ASCII, width=72))
    for line in printed.splitlines():
        assert len(line) <= 72 or line.startswith("banes/"), line
    assert "\n    narrative/summary.md\n      owner Chief Officer; status final; words 227 of 300;" in printed


def test_words_of_the_content_are_text_on_the_page() -> None:
    page = standing_page(whole(snapshot_of(FAULTY)))
    assert HOSTILE in words_of_html(page.encode())
    assert "<script" not in page
    assert faults(page.encode()) == []


def test_the_policy_of_the_page_allows_its_own_style_and_nothing_else() -> None:
    page = standing_page(whole(snapshot_of(FAULTY)))
    style = re.search(r"<style>(.*)</style>", page, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'" in page
    assert " style=" not in page.replace("<style>", "")


def test_every_link_of_the_page_leads_to_a_document_on_it() -> None:
    page = standing_page(whole(example(), UNKNOWN, "banes"))
    targets = re.findall(r'href="#([^"]+)"', page)
    assert len(targets) > 4
    assert set(targets) <= set(re.findall(r' id="([^"]+)"', page))


def test_no_two_documents_share_an_id_on_the_page() -> None:
    names = ["a b", "a-b", "a", "é_c"]
    files = {f"content/{name}/{path.rpartition('/')[2]}": text for name in names for path, text in CONTENT.items()}
    snapshot = snapshot_of({**{path: text for path, text in FILES.items() if "templates/" in path}, **files})
    page = standing_page(whole(snapshot, UNKNOWN, *names))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert faults(page.encode()) == []


@pytest.mark.slow
@needs_node
@needs_packages
@needs_browser
def test_nobody_meets_a_barrier_on_the_page(tmp_path: Path) -> None:
    unread = snapshot_of({**FAULTY, "content/y/programme.yaml": "title: Unread\n"})
    written = {
        "example": standing_page(whole(example(), UNKNOWN, "banes")),
        "faulty": standing_page(whole(unread, Changes(), "x", "y")),
        "final": standing_page(
            whole(snapshot_of({**FILES, "content/x/programme.yaml": PROGRAMME.replace("draft", "final")}))
        ),
    }
    told = looked_at(
        "audit.mjs", ["wide,dark,narrow"], {name: page.encode() for name, page in written.items()}, tmp_path
    )
    clean: dict[str, object] = {"violations": [], "overflow": 0, "clipped": [], "requests": [], "complaints": []}
    assert told == {name: dict.fromkeys(("wide", "dark", "narrow"), clean) for name in written}
