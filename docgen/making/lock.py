"""One build at a time writes into a folder: two that mixed their outputs would leave a pack that is of neither."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError
from docgen.making.fingerprint import digest

if TYPE_CHECKING:
    from filelock import BaseFileLock

SECONDS = 120.0
"""How long to wait for another build."""
_REMEDY = "set LOCALAPPDATA or XDG_STATE_HOME to a folder in which you may write, on a disk with room"


@contextmanager
def building_alone(
    folder: Path, tell: Callable[[str], None], seconds: float = SECONDS, locks: Path | None = None
) -> Iterator[None]:
    """Hold the lock of an output folder, waiting for whoever holds it. Raises `DocgenError` where that takes too long.

    The system frees the lock of a process that was killed. `tell` is told that one has to wait; `locks` is where the
    lock is, instead of the user's own folder for such.
    """
    from filelock import FileLock, Timeout  # imported late: a build with nothing to do takes no lock

    where = locks or lock_folder()
    lock = FileLock(_place(folder, where))
    try:
        _acquire(lock, 0, where)
    except Timeout:
        tell(f"another docgen is building into '{folder.name}'; this one goes on when that is done")
        _wait(lock, folder, seconds, where)
    try:
        yield
    finally:
        lock.release()


def _wait(lock: BaseFileLock, folder: Path, seconds: float, where: Path) -> None:
    try:
        _acquire(lock, seconds, where)
    except TimeoutError as error:
        message = f"another docgen has been building into '{folder.name}' for {seconds:g} seconds"
        raise DocgenError(message, "wait until it is done, or end it, and build again") from error


def _acquire(lock: BaseFileLock, seconds: float, where: Path) -> None:
    try:
        lock.acquire(timeout=seconds)
    except TimeoutError:
        raise
    except OSError as error:
        raise DocgenError(f"no lock can be taken in '{where}': {error.strerror}", _REMEDY) from error


def _place(folder: Path, locks: Path) -> Path:
    name = digest(os.path.realpath(folder).encode("utf-8", "surrogatepass"))
    return locks / f"{name[:32]}.lock"


def lock_folder() -> Path:
    """A folder of this user on this machine: never one that a cloud carries to others."""
    for folder in (_state_folder(), Path(tempfile.gettempdir()) / f"docgen-{_user()}"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    raise DocgenError("there is no folder in which docgen may keep a lock", _REMEDY)


def _state_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "docgen" / "locks"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "docgen" / "locks"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "docgen" / "locks"


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
