"""A trial, and the repository on the disk in which most of them take place."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docgen.cli.main import run
from tests.builds import ROOT
from tests.test_cli_commands import FILES

RECORDS = ".docgen"


@dataclass(frozen=True, slots=True)
class Trial:
    """What was tried, and how it went."""

    tried: int
    faults: tuple[str, ...]
    """What went wrong; none where all held."""
    measured: str = ""
    """`longest 0.41 s, at most 96 MB`."""


class Place:
    """A repository on the disk."""

    def __init__(self, root: Path, programmes: int = 0) -> None:
        self.root = root
        for path, text in FILES.items():
            self.write(path, text)
        for number in range(programmes):
            for name in ("programme.yaml", "vision.md"):
                self.write(f"content/p{number:02}/{name}", FILES[f"content/banes/{name}"])

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file of it."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(content.encode() if isinstance(content, str) else content)

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
        return digests(self.root / folder)

    def clean(self) -> dict[str, str]:
        """What a build makes that knows of no other. It must not break: two broken builds would be alike."""
        code, printed = self.run("build", "--no-cache", "--jobs", "1", "--out", "clean")
        assert code in (0, 1), printed
        found = self.outputs("clean")
        shutil.rmtree(self.root / "clean", ignore_errors=True)
        return found


@contextmanager
def place(programmes: int = 0) -> Iterator[Place]:
    """A repository that is gone afterwards."""
    with TemporaryDirectory(prefix="docgen-") as folder:
        yield Place(Path(folder) / "a repository", programmes)


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, but for what builds remember."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and RECORDS not in path.parts]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def times(folder: Path) -> dict[str, int]:
    """When each file below a folder was written."""
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def is_a_traceback(printed: str) -> bool:
    """Whether a person was shown what only programmers understand."""
    return "Traceback" in printed or "fault of docgen" in printed


APART = """
import json, re, resource, sys
from importlib import import_module
module, function, *arguments = sys.argv[1:]
told = getattr(import_module(module), function)(*arguments)
try:  # Linux hands the peak of the program that started this one down; its own stands in /proc
    megabytes = int(re.search(r"VmHWM:\\s*(\\d+) kB", open("/proc/self/status").read())[1]) / 2**10
except OSError:
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
print(json.dumps({"told": told, "megabytes": megabytes}))
"""


def apart(function: Callable[..., Any], *arguments: str) -> tuple[Any, float]:
    """What a function answers in a process of its own, and the most megabytes that this process ever held."""
    command = [sys.executable, "-c", APART, function.__module__, function.__name__, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    answer = json.loads(done.stdout)
    return answer["told"], answer["megabytes"]
