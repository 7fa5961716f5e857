"""The command line as a process: what only shows when a real one runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import docgen
from docgen import __version__
from docgen.cli.progress import progress
from docgen.cli.terminal import Terminal

PROGRAMME = """\
title: Joint commissioning — “A&E”
organisation: ccg
organisations:
  ccg: {name: The CCG}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
dokuments: [{type: note}]  # ✓ 健康
"""


def docgen_process(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m docgen` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(docgen.__file__).parents[1]), **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose only programme has an unknown field."""
    folder = tmp_path / "content/banes"
    folder.mkdir(parents=True)
    (folder / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
    return tmp_path


@pytest.mark.slow
def test_the_exit_code_reaches_the_shell(repository: Path) -> None:
    assert docgen_process(repository, "check").returncode == 1
    assert docgen_process(repository, "check", "no-such-programme").returncode == 2
    assert docgen_process(repository, "--version").stdout.decode().strip() == f"docgen {__version__}"


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "utf-8"])
def test_no_encoding_of_the_terminal_makes_printing_fail(repository: Path, encoding: str) -> None:
    done = docgen_process(repository, "check", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    bar = "│" if encoding == "utf-8" else "|"
    assert f"9 {bar} dokuments: [{{type: note}}]" in done.stdout.decode(encoding)


@pytest.mark.slow
def test_a_reader_who_goes_away_is_no_fault(repository: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "docgen", "check"],
        cwd=repository,
        env={**os.environ, "PYTHONPATH": str(Path(docgen.__file__).parents[1])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        complaints = process.stderr.read()
        assert process.wait(60) == 1
    assert complaints == b""


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_imports_nothing_that_takes_time(repository: Path, arguments: list[str]) -> None:
    program = (
        "import sys\nfrom docgen.cli.main import run\n"
        f"code = run({arguments!r})\n"
        "slow = {'pydantic', 'lxml', 'docx', 'jinja2', 'rich', 'openpyxl', 'yaml', 'markdown_it'} & set(sys.modules)\n"
        "sys.exit(code or sorted(slow) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=repository, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_pipe_shows_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Building", 100, Terminal(interactive=False)) as show:
        show("banes/eoi")
    assert capsys.readouterr() == ("", "")


def test_a_terminal_shows_the_document_that_is_worked_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with progress("Building", 100, Terminal(interactive=True)) as show:
        show("banes/eoi")
        show("banes/terms-of-reference")
    out, err = capsys.readouterr()
    assert out == ""
    assert "Building banes/terms-of-reference" in err
    assert "0:00:00" in err
