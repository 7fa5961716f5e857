"""Runs a program and measures what it took: time on the clock, time of processors, and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile, gettempdir

ROOT = Path(__file__).parent.parent.parent
"""Of the repository: its docgen is measured, whichever is installed."""
_COMPILED = Path(gettempdir()) / "docgen-benchmarks"
"""What Python has compiled, kept from one run to the next."""
_UNITS_OF_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024
"""The system tells memory in units of 1,024 bytes, and on a Mac in bytes."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of all processors together, those of programs started on the way included."""
    memory: float
    """MiB at most, of the largest process."""


class Failed(Exception):
    """A program that is measured did not do its work."""


def peak(units: int) -> float:
    """MiB of what the system tells as the largest resident size."""
    return units / _UNITS_OF_MIB


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a program to its end in a folder. Raises `Failed` where it says that it failed.

    The system counts the memory of the process that starts a program as the program's own, so that one must be small.
    """
    with TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if process.returncode:
            raise Failed(f"{command[0]}: {said.read().decode(errors='replace')[-400:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak(usage.ru_maxrss))


def environment() -> Mapping[str, str]:
    """The environment of programs that are measured: Python keeps what it has compiled, as it does for its users."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(_COMPILED)}
