"""Puts outputs on the disk, whole or not at all.

An output is written to a temporary file beside its target and then takes the target's place in one step. So a crash,
a full disk or an open Word window leaves the output of the last good build as it was.
"""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from msgspec import Struct

from docgen.errors import CannotWrite, OutputIsOpen

_DEVICE_NAME = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_TEMPORARY = ".docgen-{}.tmp"
_OPENED_IN = {".docx": "Word", ".xlsx": "Excel", ".csv": "Excel", ".html": "a browser", ".pdf": "a PDF viewer"}


class Patience(Struct, frozen=True):
    """How long to wait for a target that another program holds open. Tests bring their own clock."""

    seconds: float = 3.0
    pause: float = 0.1
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic


def write_output(folder: Path, name: str, content: bytes, patience: Patience | None = None) -> bool:
    """Write one output into the output folder; whether anything had to be written: the same bytes stay untouched.

    `name` is relative to `folder`, with forward slashes: `banes/eoi.docx`. Raises `OutputIsOpen` where another program
    keeps it, and `CannotWrite` for every other reason.
    """
    target = folder / _safe(name)
    try:
        _require_inside(folder, target, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        if _holds(target, content):
            return False
        _replace(target, content, patience or Patience())
    except OSError as error:
        raise _cannot_write(target, name, error) from error
    return True


def sweep(folder: Path) -> None:
    """Remove what builds left behind that were killed while they wrote. Nobody else may be writing there."""
    for left in folder.glob(f"*/{_TEMPORARY.format('*')}"):
        with suppress(OSError):
            left.unlink()


def _safe(name: str) -> PurePosixPath:
    """The name, if it names a file below the output folder on every system."""
    path = PurePosixPath(name)
    unsafe = [part for part in path.parts if _DEVICE_NAME.fullmatch(part) or part != part.rstrip(". ")]
    if not path.parts or path.is_absolute() or ".." in path.parts or unsafe or re.search(r'[\\:*?"<>|\x00-\x1f]', name):
        raise CannotWrite(f"'{name}' is not a name that an output may have", "rename the programme or the document")
    return path


def _require_inside(folder: Path, target: Path, name: str) -> None:
    """A link inside the output folder must not lead out of it."""
    if not target.parent.resolve().is_relative_to(folder.resolve()):
        raise CannotWrite(f"'{name}' would be written outside the output folder", "remove the link there")


def _holds(target: Path, content: bytes) -> bool:
    """Whether the target has this content already. A target that cannot be read is written anew."""
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


def _replace(target: Path, content: bytes, patience: Patience) -> None:
    """All of the content takes the target's place, or nothing does."""
    temporary = target.with_name(_TEMPORARY.format(os.urandom(4).hex()))
    try:
        _write_through(temporary, content)
        _take_place(temporary, target, patience)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _write_through(temporary: Path, content: bytes) -> None:
    """Write a new file down to the disk itself, so that a power cut cannot leave an empty output."""
    with temporary.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _take_place(temporary: Path, target: Path, patience: Patience) -> None:
    """Rename; try again while Windows refuses: Word may have the target open, or a virus scanner the new file."""
    deadline = patience.clock() + patience.seconds
    while not _renamed(temporary, target, last_try=patience.clock() >= deadline):
        patience.sleep(patience.pause)


def _renamed(temporary: Path, target: Path, last_try: bool) -> bool:
    """Whether the new file has taken the target's place; on the last try, raises why it has not."""
    try:
        os.replace(temporary, target)
    except PermissionError as error:
        if last_try and _may_be_open(target):
            raise _is_open(target) from error
        if last_try or target.is_dir():
            raise
        return False
    return True


def _may_be_open(target: Path) -> bool:
    """A target that is there and not marked read-only can only be refused because somebody has it open."""
    return target.is_file() and os.access(target, os.W_OK)


def _is_open(target: Path) -> OutputIsOpen:
    program = _OPENED_IN.get(target.suffix.lower(), "another program")
    return OutputIsOpen(f"'{target.name}' is open in {program}", "close it and build again")


def _cannot_write(target: Path, name: str, error: OSError) -> CannotWrite:
    """What went wrong, in words for people who have never heard of error numbers."""
    if target.is_dir():
        return CannotWrite(f"'{name}' cannot be written: a folder of that name is in its place", "rename or remove it")
    unknown = (error.strerror or type(error).__name__, "mend this and build again")
    message, remedy = _REASONS.get(error.errno or 0, unknown)
    return CannotWrite(f"'{name}' cannot be written: {message}", remedy)


_MAY_NOT = ("docgen may not write there", "ask for the right to write there; papers can go elsewhere with --out")
_NO_ROOM = ("there is no room left on the disk", "free some room and build again")
_NOT_A_FOLDER = ("a file is in the place of its folder", "rename or remove that file")
_REASONS = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EROFS: ("the disk is read-only", "choose another folder with --out"),
    errno.EACCES: _MAY_NOT,
    errno.EPERM: _MAY_NOT,
    errno.EEXIST: _NOT_A_FOLDER,
    errno.ENOTDIR: _NOT_A_FOLDER,
    errno.ENAMETOOLONG: ("its path is too long", "choose a folder nearer to the root of the disk with --out"),
    errno.EIO: ("the disk reports an error", "copy your work to another disk, and have this one looked at"),
}
