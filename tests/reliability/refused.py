"""R2: the disk refuses an operation."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from unittest import mock

from docgen.write import disk
from tests.reliability.operations import AFTERWARDS, before_each_operation
from tests.reliability.trial import Place, Trial, is_a_traceback, place

REFUSALS: Mapping[str, Callable[[], OSError]] = {
    "ENOSPC": lambda: OSError(errno.ENOSPC, "No space left on device"),
    "EIO": lambda: OSError(errno.EIO, "Input/output error"),
    "EACCES": lambda: PermissionError(errno.EACCES, "Permission denied"),
    "Windows 5": lambda: _of_windows(5, "Access is denied"),
    "Windows 32": lambda: _of_windows(32, "The process cannot access the file"),
    "Windows 33": lambda: _of_windows(33, "The process cannot access the file: a part is locked"),
}


def _of_windows(code: int, words: str) -> OSError:
    error = PermissionError(errno.EACCES, words)
    error.winerror = code  # type: ignore[attr-defined]
    return error


def refused_at_operations() -> Trial:
    """The operation number N fails in each of six ways, for every N."""
    tries = [(f"{name} at operation {number}", found) for name in REFUSALS for number, found in _at_each(name)]
    return Trial(len(tries), tuple(f"{when}: {fault}" for when, found in tries for fault in found))


def _at_each(name: str) -> Iterator[tuple[int, list[str]]]:
    """The number of each operation of a build, and what was wrong after it was refused."""
    for number in count():
        with place() as each:
            is_hit, found = _refused(each, number, REFUSALS[name])
        if not is_hit:
            return
        yield number, found


def _refused(each: Place, number: int, refusal: Callable[[], OSError]) -> tuple[bool, list[str]]:
    each.run("build")
    old = each.outputs()
    each.write("content/banes/vision.md", "Another vision.\n")
    new = each.clean()
    seen = -1

    def tick(operation: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number and operation != AFTERWARDS:
            raise refusal()

    quick = disk.Patience(seconds=0)
    with before_each_operation(tick), mock.patch.object(disk, "Patience", return_value=quick):
        code, printed = each.run("build", "--jobs", "1")
    found = each.outputs()
    faults = [f"{name} is neither" for name, known in found.items() if known not in (old.get(name), new.get(name))]
    faults += ["a traceback"] if is_a_traceback(printed) else []
    faults += [f"exit code {code}: {printed}"] if seen >= number and code not in (0, 2) else []
    code, _ = each.run("build", "--jobs", "1")
    faults += ["the next build differs"] if code or each.outputs() != new else []
    return seen >= number, faults
