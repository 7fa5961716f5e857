"""Outputs on the disk: whole or not at all, whatever happens."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.errors import CannotWrite, OutputIsOpen
from docgen.write.disk import Patience, write_output

OLD = b"the last good build"
NEW = b"the new build"


class Clock:
    """A clock that only sleeping moves on."""

    def __init__(self) -> None:
        self.now = 0.0

    @property
    def patience(self) -> Patience:
        return Patience(sleep=self.sleep, clock=lambda: self.now)

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """An output folder with one output of the last good build."""
    folder = tmp_path / "build"
    write_output(folder, "banes/eoi.docx", OLD)
    return folder


def refuse(error: OSError, times: int = 10**9) -> Callable[..., None]:
    """An `os.replace` that fails a number of times."""
    real, tries = os.replace, iter(range(times))

    def replace(source: Path, target: Path) -> None:
        if next(tries, None) is not None:
            raise error
        real(source, target)

    return replace


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_output_is_written_and_its_folder_made(build: Path) -> None:
    assert write_output(build, "banes/annex/plan.html", NEW)
    assert everything_in(build) == {"banes/eoi.docx": OLD, "banes/annex/plan.html": NEW}


def test_an_output_takes_the_place_of_the_last_one(build: Path) -> None:
    assert write_output(build, "banes/eoi.docx", NEW)
    assert everything_in(build) == {"banes/eoi.docx": NEW}


def test_unchanged_content_is_not_written_again(build: Path) -> None:
    before = (build / "banes/eoi.docx").stat()
    assert not write_output(build, "banes/eoi.docx", OLD)
    after = (build / "banes/eoi.docx").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_an_output_open_in_word_is_waited_for(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", refuse(PermissionError(errno.EACCES, "in use"), times=5))
    clock = Clock()
    assert write_output(build, "banes/eoi.docx", NEW, clock.patience)
    assert 0 < clock.now < 3
    assert everything_in(build) == {"banes/eoi.docx": NEW}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("banes/eoi.docx", "'eoi.docx' is open in Word"),
        ("banes/eoi.html", "'eoi.html' is open in a browser"),
        ("banes/eoi.md", "'eoi.md' is open in another program"),
    ],
)
def test_an_output_that_stays_open_is_left_alone(
    build: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str
) -> None:
    write_output(build, name, OLD)
    monkeypatch.setattr(os, "replace", refuse(PermissionError(errno.EACCES, "in use")))
    before, clock = everything_in(build), Clock()
    with pytest.raises(OutputIsOpen) as refusal:
        write_output(build, name, NEW, clock.patience)
    assert (refusal.value.message, refusal.value.remedy) == (message, "close it and build again")
    assert clock.now == pytest.approx(3, abs=0.2)
    assert everything_in(build) == before


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "there is no room left on the disk"),
        (errno.EDQUOT, "there is no room left on the disk"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "docgen may not write there"),
        (errno.EIO, "the disk reports an error"),
        (errno.EMFILE, "Too many open files"),
    ],
)
@pytest.mark.parametrize("operation", ["open", "write", "fsync", "replace"])
def test_a_disk_that_fails_leaves_the_last_output_and_nothing_else(
    build: Path, monkeypatch: pytest.MonkeyPatch, operation: str, number: int, words: str
) -> None:
    fail_at(operation, OSError(number, os.strerror(number)), monkeypatch)
    with pytest.raises(CannotWrite) as refusal:
        write_output(build, "banes/eoi.docx", NEW, Clock().patience)
    assert words in refusal.value.message or isinstance(refusal.value, OutputIsOpen)
    assert "\n" not in refusal.value.message
    assert refusal.value.remedy
    monkeypatch.undo()
    assert everything_in(build) == {"banes/eoi.docx": OLD}


def fail_at(operation: str, error: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one operation of writing fail."""

    def fail(*_: object, **__: object) -> None:
        raise error

    real_open = Path.open

    def open_full(path: Path, mode: str = "r", *rest: object) -> object:
        file = real_open(path, mode)
        return _Full(file, error) if "x" in mode else file

    match operation:
        case "open":
            monkeypatch.setattr(Path, "open", lambda path, mode="r": fail() if "x" in mode else real_open(path, mode))
        case "write":
            monkeypatch.setattr(Path, "open", open_full)
        case _:
            monkeypatch.setattr(os, operation, fail)


class _Full:
    """A file whose disk is full."""

    def __init__(self, file: object, error: OSError) -> None:
        self.file, self.error = file, error

    def __enter__(self) -> _Full:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()  # type: ignore[attr-defined]

    def write(self, _: bytes) -> None:
        raise self.error


def test_a_new_output_that_is_refused_names_the_folder_not_word(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", refuse(PermissionError(errno.EACCES, "in use")))
    with pytest.raises(CannotWrite, match="docgen may not write there"):
        write_output(build, "banes/new.docx", NEW, Clock().patience)


def test_a_folder_in_the_place_of_the_output_is_named(build: Path) -> None:
    (build / "banes/plan.docx/inside").mkdir(parents=True)
    with pytest.raises(CannotWrite, match=r"'banes/plan.docx' cannot be written: a folder of that name"):
        write_output(build, "banes/plan.docx", NEW, Clock().patience)


def test_a_file_in_the_place_of_the_folder_is_named(build: Path) -> None:
    (build / "wessex").write_bytes(b"")
    with pytest.raises(CannotWrite, match="a file is in the place of its folder"):
        write_output(build, "wessex/eoi.docx", NEW, Clock().patience)


def test_a_link_that_leads_out_of_the_output_folder_is_refused(build: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (build / "wessex").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(CannotWrite, match="outside the output folder"):
        write_output(build, "wessex/eoi.docx", NEW)
    assert everything_in(tmp_path / "elsewhere") == {}


@pytest.mark.parametrize(
    "name",
    ["", "/etc/eoi.docx", "../eoi.docx", "a/../../eoi.docx", "a\\b.docx", "c:eoi.docx", "a/con.docx", "NUL/eoi.docx",
     "a./eoi.docx", "a/eoi.docx ", "a/eo\ni.docx", "a/eoi?.docx", "lpt1", "a/eoi.docx:stream"],
)  # fmt: skip
def test_a_name_that_some_system_cannot_have_is_refused_on_all(build: Path, name: str) -> None:
    with pytest.raises(CannotWrite, match="is not a name that an output may have"):
        write_output(build, name, NEW)
    assert everything_in(build) == {"banes/eoi.docx": OLD}


def test_names_that_only_look_like_devices_are_fine(build: Path) -> None:
    assert write_output(build, "console/connect.docx", NEW)
    assert write_output(build, "Ärzte und Praxen (1)/größe.docx", NEW)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_others_may_read_an_output_as_the_umask_allows(build: Path) -> None:
    old = os.umask(0o022)
    try:
        write_output(build, "banes/eoi.docx", NEW)
    finally:
        os.umask(old)
    assert (build / "banes/eoi.docx").stat().st_mode & 0o777 == 0o644
