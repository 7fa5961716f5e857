"""What bad input gets: one clear diagnostic with its place and what to do next, never a traceback.

The tables are `cases/bad-input/*.md`. A case lays its files over a small sound repository, runs `docgen build` in it,
or what its block `command` says, and shows what a person is told. The language of a file's block says how it is
written:

* `utf-16`, `cp1252`, `bom`, `crlf`: text in that encoding or with those line ends
* `xlsx`: worksheets `[Name]` of rows with ` | ` between the cells
* `base64`: bytes
* `link`: a symbolic link to what the block says
* `absent`: a file of the sound repository that is not there
"""

from __future__ import annotations

import base64
import re
import shlex
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from docgen.cli import building, check
from docgen.cli.main import run
from docgen.cli.work import gone_through, run_task
from docgen.diagnostic import Findings, Severity
from docgen.making.outcome import Outcome
from tests.casefile import Case, case_parameters, diagnostics_text, expect
from tests.tables import workbook

SOUND: Mapping[str, str] = {
    "docgen.toml": '[build]\nformats = ["html", "docx"]\n',
    "content/x/programme.yaml": """\
title: Joint commissioning
organisation: ccg
organisations:
  ccg: {name: Clinical Commissioning Group, abbreviation: CCG}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
dates: {go_live: 2015-04-01}
documents:
  - type: note
  - type: letter
""",
    "content/x/facts.yaml": "population: {value: 197040, unit: people, as_of: 2014}\n",
    "content/x/governance.yaml": """\
committees:
  group:
    name: Primary Care Group
    kind: joint committee
    purpose: To decide together
    meets: monthly
    chair: lay
    vice_chair: doctor
    members:
      - {id: lay, role: Lay member, organisation: ccg, voting: yes}
      - {id: doctor, role: Clinical chair, organisation: ccg, voting: yes}
    reports_to: [ccg]
""",
    "content/x/vision.md": "Better care for {fact}`population` people.\n",
    "content/x/ask.md": "We ask for more.\n",
    "templates/note/type.yaml": "title: Note\nabout: A note\nfile: note\nneeds: [vision]\nuses: [scope, timescales]\n",
    "templates/note/template.md.j2": "# Our vision\n\n{{ vision }}\n",
    "templates/letter/type.yaml": "title: Letter\nabout: A letter\nfile: letter\nneeds: [ask]\n",
    "templates/letter/template.md.j2": "# What we ask for\n\n{{ ask }}\n",
}
"""Two documents without a fault."""

WRITTEN: Mapping[str, Callable[[str], bytes]] = {
    "utf-16": lambda text: text.encode("utf-16"),
    "cp1252": lambda text: text.encode("cp1252"),
    "bom": lambda text: text.encode("utf-8-sig"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "base64": lambda text: base64.b64decode(text),
    "xlsx": lambda text: workbook(sheets_in(text)),
}

LONGEST = 5.0
"""Seconds in which every case must be answered."""


def sheets_in(text: str) -> dict[str, list[list[str | None]]]:
    """The worksheets of an `xlsx` block."""
    parts = re.split(r"^\[(.*)\]$", text, flags=re.MULTILINE)
    return {name: [cells_in(line) for line in rows.strip().splitlines()] for name, rows in batched(parts[1:])}


def batched(parts: list[str]) -> Iterator[tuple[str, str]]:
    """Names and rows in pairs."""
    return zip(parts[::2], parts[1::2], strict=True)


def cells_in(line: str) -> list[str | None]:
    """The cells of a row."""
    return [cell.strip() or None for cell in line.split(" | ")]


class Repository:
    """A repository on the disk, and what the command line says in it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.capsys = root, capsys
        self.outcomes: list[Outcome] = []
        self.out = self.err = ""
        monkeypatch.setattr(building, "gone_through", lambda *arguments: self._recorded(gone_through(*arguments)))
        monkeypatch.setattr(check, "run_task", lambda *arguments: self._recorded(run_task(*arguments)))
        for path, text in SOUND.items():
            self.put(path, text.encode())
        monkeypatch.chdir(root)

    def _recorded(self, outcome: Outcome) -> Outcome:
        self.outcomes.append(outcome)
        return outcome

    def put(self, path: str, data: bytes) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data)

    def lay(self, language: str, path: str, text: str) -> None:
        """Write a file of a case."""
        if language == "absent":
            place = self.root / path
            shutil.rmtree(place) if place.is_dir() else place.unlink()
        elif language == "link":
            (self.root / path).unlink(missing_ok=True)
            (self.root / path).symlink_to(text.strip())
        else:
            self.put(path, WRITTEN[language](text) if language in WRITTEN else text.encode())

    def run(self, *arguments: str) -> int:
        """Run a command; never a traceback, and never for long."""
        started = time.monotonic()
        code = run(arguments)
        self.out, self.err = self.capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        assert "fault of docgen" not in self.err, self.err
        assert time.monotonic() - started < LONGEST
        return code

    @property
    def findings(self) -> Findings:
        """What the last command found."""
        return Findings(dict(self.outcomes[-1].diagnostics) if self.outcomes else {})

    def told(self, code: int) -> str:
        """What a person is told: the diagnostics, what stands on standard error, the summary, the exit code."""
        summary = [self.out.splitlines()[-1]] if self.out else []
        return diagnostics_text(self.findings) + self.err + "\n".join([*summary, f"exit code {code}"]) + "\n"


@pytest.fixture
def repository(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The sound repository, which is the current folder."""
    (tmp_path / "a folder").mkdir()
    return Repository(tmp_path / "a folder", capsys, monkeypatch)


def test_the_sound_repository_has_no_fault(repository: Repository) -> None:
    assert repository.told(repository.run("build")) == "2 documents built; no problems found\nexit code 0\n"


@pytest.mark.parametrize("case", case_parameters("cases/bad-input/*.md"))
def test_bad_input_gets_what_its_case_says(case: Case, repository: Repository, request: pytest.FixtureRequest) -> None:
    for info, text in case.blocks.items():
        language, _, path = info.partition(" ")
        if path:
            repository.lay(language, path, text)
    code = repository.run(*shlex.split(case.blocks.get("command", "build")))
    expect(case, "told", repository.told(code), request)
    assert_clear(repository, case)


def assert_clear(repository: Repository, case: Case) -> None:
    """One problem, with a place and with what to do next; a case whose title ends in `(several)` may have more."""
    errors = [found for found in repository.findings if found.severity is Severity.ERROR]
    assert len(errors) <= 1 or case.title.endswith("(several)"), diagnostics_text(repository.findings)
    for found in repository.findings:
        assert found.help, f"{found.code.id} says not what to do next: {found.message}"
        assert not found.message.endswith("."), found.message
        assert found.source.path, found.message
        assert str(repository.root) not in found.message + found.help
    assert repository.findings or "error: " in repository.err or "exit code 0" in case.blocks.get("told", "exit code 0")


def test_every_case_that_is_answered_with_an_error_says_so_in_its_exit_code() -> None:
    for parameter in case_parameters("cases/bad-input/*.md"):
        (case,) = parameter.values
        has_error = " DG" in case.blocks["told"] or "error: " in case.blocks["told"]
        assert has_error != case.blocks["told"].endswith("problems found\nexit code 0\n"), case.title
