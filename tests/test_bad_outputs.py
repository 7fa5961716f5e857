"""Where outputs cannot be written: one clear message, the last good output stays, and the others are written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.making.store import RECORDS
from docgen.write import disk
from docgen.write.disk import Patience
from tests.test_bad_input import Repository, repository

__all__ = ["repository"]

NOTE, LETTER = "build/x/note.html", "build/x/letter.html"


def outputs(repository: Repository) -> dict[str, bytes]:
    """Every file below the output folder, but for the records of builds."""
    found = (path for path in (repository.root / "build").rglob("*") if path.is_file() and RECORDS not in path.parts)
    return {path.relative_to(repository.root).as_posix(): path.read_bytes() for path in found}


def refusing(name: str, error: OSError) -> Callable[[Path, Path], None]:
    """A rename that fails for one output."""

    def replace(source: Path, target: Path) -> None:
        if target.name == name:
            raise error
        os.rename(source, target)

    return replace


def test_an_output_open_in_word_keeps_its_last_good_state_and_the_others_are_written(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.run("build")
    before = outputs(repository)
    repository.lay("md", "content/x/vision.md", "Better care tomorrow.\n")
    repository.lay("md", "content/x/ask.md", "We ask for more tomorrow.\n")
    held = PermissionError(errno.EACCES, "The process cannot access the file")
    monkeypatch.setattr("docgen.write.disk.os.replace", refusing("note.docx", held))
    monkeypatch.setattr(disk, "Patience", lambda: Patience(seconds=0))
    assert repository.told(repository.run("build")) == (
        "error: 'note.docx' is open in Word\n"
        "help: close it and build again\n"
        "1 document built, 1 not built; no problems found\n"
        "exit code 2\n"
    )
    after = outputs(repository)
    assert after["build/x/note.docx"] == before["build/x/note.docx"]
    assert {name for name in before if after[name] == before[name]} == {"build/x/note.docx"}
    assert sorted(after) == sorted(before), "something was left behind"


def test_a_document_with_an_error_keeps_its_last_good_state_and_the_others_are_built(repository: Repository) -> None:
    repository.run("build")
    before = outputs(repository)
    repository.lay("jinja", "templates/note/template.md.j2", "# Our vision\n\n{{ visoin }}\n")
    repository.lay("md", "content/x/ask.md", "We ask for more tomorrow.\n")
    assert repository.run("build") == 1
    after = outputs(repository)
    assert {name for name in before if after[name] != before[name]} == {LETTER, "build/x/letter.docx"}
    assert repository.out.endswith("not built: x/note\n1 document built, 1 not built; 1 error\n")
    assert repository.run("check") == 1
    assert outputs(repository) == after


def test_a_file_that_is_refused_stops_the_papers_that_would_lack_it(repository: Repository) -> None:
    repository.run("build")
    before = outputs(repository)
    repository.lay("md", "content/x/elsewhere.md", "Outside.\n")
    elsewhere = repository.root.parent / "elsewhere.md"
    (repository.root / "content/x/elsewhere.md").rename(elsewhere)
    (repository.root / "content/x/ask.md").unlink()
    (repository.root / "content/x/ask.md").symlink_to(elsewhere)
    told = repository.told(repository.run("build"))
    assert "content/x/ask.md DG012" in told
    assert told.endswith("no documents built; 1 error\nexit code 1\n")
    assert "not built: x, all documents\n" in repository.out
    assert outputs(repository) == before


def test_a_template_that_is_refused_stops_the_papers_of_its_type(repository: Repository) -> None:
    repository.run("build")
    before = outputs(repository)
    (repository.root / "templates/note/more.md.j2").symlink_to(repository.root.parent / "nowhere.j2")
    told = repository.told(repository.run("build"))
    assert "templates/note/more.md.j2 DG012" in told
    assert told.endswith("1 document built, 1 not built; 1 error\nexit code 1\n")
    assert outputs(repository) == before


def test_a_build_with_nothing_to_do_touches_no_file(repository: Repository) -> None:
    repository.run("build")
    before = {path: (repository.root / path).stat().st_mtime_ns for path in outputs(repository)}
    assert repository.run("build") == 0
    assert {path: (repository.root / path).stat().st_mtime_ns for path in outputs(repository)} == before


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, "x"), "there is no room left on the disk"),
        (OSError(errno.EACCES, "x"), "docgen may not write there"),
        (OSError(errno.EROFS, "x"), "the disk is read-only"),
        (OSError(errno.EIO, "x"), "the disk reports an error"),
    ],
)
def test_a_disk_that_refuses_is_told_in_words(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    def write(*_: object) -> None:
        raise error

    monkeypatch.setattr(disk, "_write_through", write)
    assert repository.run("build", "x/note") == 2
    first, second = repository.err.splitlines()
    assert first == f"error: 'x/note.html' cannot be written: {reason}"
    assert second.startswith("help: ")
    assert outputs(repository) == {}


def file_in_place_of_the_folder(root: Path) -> None:
    (root / "build").write_text("", encoding="utf-8")


def folder_in_place_of_the_output(root: Path) -> None:
    (root / NOTE).mkdir(parents=True)


def link_out_of_the_output_folder(root: Path) -> None:
    (root / "build").mkdir()
    (root / "build" / "x").symlink_to(root.parent)


@pytest.mark.parametrize(
    ("obstacle", "message"),
    [
        (file_in_place_of_the_folder, "'x/note.html' cannot be written: a file is in the place of its folder"),
        (folder_in_place_of_the_output, "'x/note.html' cannot be written: a folder of that name is in its place"),
        (link_out_of_the_output_folder, "'x/note.html' would be written outside the output folder"),
    ],
)
def test_what_stands_in_the_way_of_an_output_is_named(
    repository: Repository, obstacle: Callable[[Path], None], message: str
) -> None:
    obstacle(repository.root)
    assert repository.run("build", "x/note") == 2
    assert repository.err.splitlines()[0] == f"error: {message}"
    assert repository.err.splitlines()[1].startswith("help: ")


def test_the_output_folder_may_be_a_file_nowhere(repository: Repository) -> None:
    assert repository.run("build", "--out", "docgen.toml") == 2
    assert "a file is in the place of its folder" in repository.err
    assert (repository.root / "docgen.toml").read_text(encoding="utf-8").startswith("[build]")


@pytest.mark.parametrize("folder", ["there", "a b/ü", "../beside", "./here/../there"])
def test_the_output_folder_may_be_anywhere_else(repository: Repository, folder: str) -> None:
    assert repository.run("build", "--out", folder) == 0
    assert (repository.root / folder / "x" / "note.html").is_file()
