"""`python -m tests.benchmarks.checking`: prints how long checking takes beside making the Word files, as Markdown.

The largest example is checked and built, each time by a new process on a new copy of the repository's content, so that
nothing that an earlier run left behind helps. Below that are the stages by themselves, each round in a process of its
own, where nothing was read before either. Seconds are those of processors: other work on the machine changes them less.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

import click

from tests.benchmarks.processes import ROOT, environment, run
from tests.pages import table_of

_DOCGEN = (sys.executable, "-m", "docgen")
_COMMANDS = ("docgen check", "docgen build --format docx --jobs 1")
_STAGES = ("from the content to the trees", "checking", "writing the Word files")
Made = TypeVar("Made")


@click.command()
@click.option("--rounds", default=7, show_default=True, help="How often each is measured; medians are shown.")
@click.option("--programme", default="", help="Which example; without it the largest.")
@click.option("--stages", is_flag=True, hidden=True, help="Measure the stages once, in this process.")
def main(rounds: int, programme: str, stages: bool) -> None:
    """Measure checking beside making the Word files."""
    name = programme or largest()
    if stages:
        click.echo(json.dumps(stages_of(name)))
        return
    whole = [[_cold(command, name) for command in _COMMANDS] for _ in range(rounds)]
    single = [_in_a_process(name) for _ in range(rounds)]
    click.echo(sheet(name, rounds, whole, single), nl=False)


def largest() -> str:
    """The example whose files have the most bytes."""
    folders = sorted(path for path in (ROOT / "content").iterdir() if path.is_dir())
    return max(
        folders, key=lambda folder: sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    ).name


def sheet(name: str, rounds: int, whole: Sequence[Sequence[float]], single: Sequence[Sequence[float]]) -> str:
    """Both tables: the medians, in seconds of processors."""
    commands = table_of(("Command", "Seconds"), _rows([f"`{each} {name}`" for each in _COMMANDS], whole))
    stages = table_of(("Stage", "Seconds"), _rows(_STAGES, single))
    return f"Median of {rounds} rounds, in seconds of all processors together.\n\n{commands}\n{stages}"


def _rows(names: Sequence[str], rounds: Sequence[Sequence[float]]) -> list[tuple[str, str]]:
    columns = zip(*rounds, strict=True)
    return [(name, f"{median(column):.2f}") for name, column in zip(names, columns, strict=True)]


def _cold(command: str, name: str) -> float:
    """Seconds that a command takes on a copy that nobody has touched."""
    with TemporaryDirectory(prefix="docgen-") as place:
        for folder in ("content", "templates"):
            shutil.copytree(ROOT / folder, Path(place) / folder)
        return run((*_DOCGEN, *command.split()[1:], name), Path(place)).cpu


def _in_a_process(name: str) -> list[float]:
    """The stages, measured by a new process."""
    command = (sys.executable, "-m", "tests.benchmarks.checking", "--stages", "--programme", name)
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)
    seconds: list[float] = json.loads(done.stdout)
    return seconds


def stages_of(name: str) -> list[float]:
    """Seconds of each stage for all documents of a programme, one after the other."""
    from docgen import pipeline
    from docgen.cli.repository import open_repository
    from docgen.write.edition import Edition

    snapshot = open_repository().snapshot
    programme = pipeline.load(snapshot, name)
    jobs = pipeline.jobs(snapshot, programme)
    prepared, first = _timed(lambda: [pipeline.prepare(snapshot, programme, job) for job in jobs])
    checked, second = _timed(lambda: pipeline.check(snapshot, programme, prepared))
    _, third = _timed(lambda: [pipeline.write(snapshot, each, checked, ["docx"], Edition()) for each in prepared])
    return [first, second, third]


def _timed(work: Callable[[], Made]) -> tuple[Made, float]:
    start = time.process_time()
    made = work()
    return made, time.process_time() - start


if __name__ == "__main__":
    main()
