"""Builds that are killed, refused by the disk, run side by side or follow upon edits: `python -m tests.reliability`.

Each trial answers how often it was tried and how often it held. The tests run them at a smaller size, the command at
the full one, and docs/safety.md tells what it printed.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

import click

from docgen.cli.main import run
from docgen.write import disk
from tests.edits import edit
from tests.test_cli_commands import FILES

RECORDS = ".docgen"


@dataclass(frozen=True, slots=True)
class Trial:
    """What was tried, and how it went."""

    row: str
    tried: int
    faults: tuple[str, ...]
    """What went wrong; none where all held."""

    def __str__(self) -> str:
        return f"{self.row}: {self.tried:,} tried, {len(self.faults):,} failed" + "".join(
            f"\n  {fault}" for fault in self.faults[:5]
        )


class Place:
    """A repository on the disk."""

    def __init__(self, root: Path, programmes: int = 0) -> None:
        self.root = root
        for path, text in FILES.items():
            self.write(path, text)
        for number in range(programmes):
            for name in ("programme.yaml", "vision.md"):
                self.write(f"content/p{number:02}/{name}", FILES[f"content/banes/{name}"])

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> tuple[int, str]:
        """The exit code, and all that was printed."""
        printed = io.StringIO()
        with chdir(self.root), redirect_stdout(printed), redirect_stderr(printed):
            code = run(arguments)
        return code, printed.getvalue()

    def start(self, *arguments: str, code: str = "from docgen.cli.main import main; main()") -> subprocess.Popen[bytes]:
        """A build in a process of its own."""
        command = [sys.executable, "-c", code, *arguments]
        return subprocess.Popen(command, cwd=self.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def outputs(self, folder: str = "build") -> dict[str, str]:
        """The digest of each output, and of anything else that was left there."""
        place = self.root / folder
        files = [path for path in sorted(place.rglob("*")) if path.is_file() and RECORDS not in path.parts]
        return {path.relative_to(place).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def clean(self) -> dict[str, str]:
        """What a build makes that knows of no other."""
        self.run("build", "--no-cache", "--jobs", "1", "--out", "clean")
        found = self.outputs("clean")
        shutil.rmtree(self.root / "clean")
        return found


@contextmanager
def place(programmes: int = 0) -> Iterator[Place]:
    with TemporaryDirectory(prefix="docgen-") as folder:
        yield Place(Path(folder) / "a repository", programmes)


# R1: killed


_FOR_GOOD = ExitStack()
"""What is never undone in a process that is to be killed."""

DYING = """
import sys
from tests.reliability import die_at
die_at(int(sys.argv.pop(1)))
from docgen.cli.main import main
main()
"""


def die_at(operation: int) -> None:
    """From now on, this process is killed at its operation number `operation` on the disk."""
    left = operation

    def tick(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    _FOR_GOOD.enter_context(_before_each_operation(tick))


@contextmanager
def _before_each_operation(tick: Callable[[str], None]) -> Iterator[None]:
    """Call `tick` before each folder is made, halfway through each write, before and after each fsync and rename."""
    fsync, replace, mkdir = os.fsync, os.replace, Path.mkdir

    def ticking_fsync(file: int) -> None:
        tick("fsync")
        fsync(file)

    def ticking_replace(*arguments: Any, **named: Any) -> None:
        tick("rename")
        replace(*arguments, **named)
        tick("after the rename")

    def ticking_mkdir(*arguments: Any, **named: Any) -> None:
        tick("mkdir")
        mkdir(*arguments, **named)

    def ticking_write(temporary: Path, content: bytes) -> None:
        tick("open")
        with temporary.open("xb") as file:
            file.write(content[: len(content) // 2])
            file.flush()
            tick("write")
            file.write(content[len(content) // 2 :])
            file.flush()
            os.fsync(file.fileno())

    with (
        mock.patch.object(os, "fsync", ticking_fsync),
        mock.patch.object(os, "replace", ticking_replace),
        mock.patch.object(Path, "mkdir", ticking_mkdir),
        mock.patch.object(disk, "_write_through", ticking_write),
    ):
        yield


def killed_at_operations(operations: int | None = None) -> Trial:
    """A build that changes every output is killed at each operation in turn, until it ends before it is killed."""
    faults: list[str] = []
    number = 0
    while operations is None or number < operations:
        with place() as each:
            each.run("build")
            old = each.outputs()
            each.write("content/banes/vision.md", "Another vision.\n")
            each.write("content/wessex/vision.md", "Another vision.\n")
            new = each.clean()
            ended = each.start(str(number), "build", "--jobs", "1", code=DYING).wait(60)
            faults += _after_a_kill(each, old, new, f"operation {number}")
        if ended == 0:
            break
        number += 1
    return Trial("R1, at each operation", number, tuple(faults))


def killed_at_random(times: int, programmes: int = 13) -> Trial:
    """A build of 30 documents is killed at random moments."""
    chance, faults = random.Random(1), list[str]()
    with place(programmes) as each:
        each.run("build", "--jobs", "1")
        for number in range(times):
            old = each.outputs()
            for name in each.root.glob("content/*/vision.md"):
                name.write_text(f"Vision {number}.\n")
            new = each.clean()
            building = each.start("build", "--jobs", str(chance.choice([1, 2])))
            time.sleep(chance.uniform(0.0, 2.5))
            building.kill()
            building.wait(60)
            faults += _after_a_kill(each, old, new, f"kill {number}")
    return Trial("R1, at random", times, tuple(faults))


def _after_a_kill(each: Place, old: Mapping[str, str], new: Mapping[str, str], when: str) -> Iterator[str]:
    found = {name: known for name, known in each.outputs().items() if not name.endswith(".tmp")}
    yield from (f"{when}: {name} is neither" for name, known in found.items() if known not in (old[name], new[name]))
    code, printed = each.run("build", "--jobs", "1")
    if code or each.outputs() != new:
        yield f"{when}: the next build ended with {code} and differs: {printed}"


# R2: the disk refuses

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
    faults: list[str] = []
    tried = 0
    for name, refusal in REFUSALS.items():
        number = 0
        while True:
            with place() as each:
                hit, found = _refused(each, number, refusal)
            faults += [f"{name} at operation {number}: {fault}" for fault in found]
            if not hit:
                break
            tried, number = tried + 1, number + 1
    return Trial("R2, at each operation", tried, tuple(faults))


def _refused(each: Place, number: int, refusal: Callable[[], OSError]) -> tuple[bool, list[str]]:
    each.run("build")
    old = each.outputs()
    each.write("content/banes/vision.md", "Another vision.\n")
    new = each.clean()
    seen = -1

    def tick(operation: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number and operation != "after the rename":
            raise refusal()

    quick = disk.Patience(seconds=0)
    with _before_each_operation(tick), mock.patch.object(disk, "Patience", return_value=quick):
        code, printed = each.run("build", "--jobs", "1")
    found = {name: known for name, known in each.outputs().items()}
    faults = [f"{name} is neither" for name, known in found.items() if known not in (old.get(name), new.get(name))]
    faults += ["a traceback"] if "Traceback" in printed or "fault of docgen" in printed else []
    faults += [f"exit code {code}: {printed}"] if seen >= number and code not in (0, 2) else []
    code, _ = each.run("build", "--jobs", "1")
    faults += ["the next build differs"] if code or each.outputs() != new else []
    return seen >= number, faults


# R4: side by side


def side_by_side(rounds: int, builds: int = 8) -> Trial:
    """Eight builds at once, several times; each time the content is another."""
    faults: list[str] = []
    with place() as each:
        for number in range(rounds):
            each.write("content/banes/vision.md", f"Vision {number}.\n")
            running = [each.start("build", "--jobs", "1") for _ in range(builds)]
            codes = [one.wait(180) for one in running]
            if codes != [0] * builds or each.outputs() != each.clean():
                faults.append(f"round {number}: exit codes {codes}")
    return Trial("R4, eight at once", rounds, tuple(faults))


# R6: edits


def after_edits(sequences: int, length: int = 6) -> Trial:
    """Random edits, a build after each, held against a clean build; and a second build, which has nothing to do."""
    faults: list[str] = []
    for seed in range(sequences):
        with place() as each:
            each.run("build")
            faults += _after(each, random.Random(seed), length, f"sequence {seed}")
    return Trial("R6, sequences of edits", sequences, tuple(faults))


def _after(each: Place, chance: random.Random, length: int, name: str) -> Iterator[str]:
    for step in range(length):
        edited = edit(each.root, chance)
        code, _ = each.run("build", "--jobs", "1")
        each.run("clean")
        clean, found = each.clean(), each.outputs()
        others = set(found.items()) ^ set(clean.items())
        if others and (code == 0 or not set(clean.items()) <= set(found.items())):  # a stopped one keeps its last good
            yield f"{name}, step {step} ({edited}): {sorted(others)}"
        before = _times(each.root / "build")
        each.run("build", "--jobs", "1")
        if _times(each.root / "build") != before:
            yield f"{name}, step {step} ({edited}): a build with nothing to do wrote something"


def _times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


@click.command()
@click.option("--share", default=1.0, show_default=True, help="How much of the full size is run: 0.01 for a hundredth.")
def main(share: float) -> None:
    """Run the trials and print how they went."""
    trials: list[Callable[[], Trial]] = [
        killed_at_operations,
        lambda: killed_at_random(max(1, round(200 * share))),
        refused_at_operations,
        lambda: side_by_side(max(1, round(50 * share))),
        lambda: after_edits(max(1, round(1000 * share))),
    ]
    for trial in trials:
        click.echo(str(trial()))


if __name__ == "__main__":
    main()
