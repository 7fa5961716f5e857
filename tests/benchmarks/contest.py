"""Lets the ways run in turn, in rounds: each round has a paper of its own, and each way works on it once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.paper import READY, repository
from tests.benchmarks.processes import Cost, Failed, run
from tests.benchmarks.ways import TYPST, TYPST_COMMAND, Way
from tests.benchmarks.worker import Worker

_DOCGEN = [sys.executable, "-m", "docgen", "build"]


@dataclass
class Result:
    """How a way fared."""

    way: Way
    costs: list[Cost] = field(default_factory=list)
    """One for each round, in order."""
    made: Path | None = None
    """The PDF of the last round."""
    failure: str = ""
    """Why it gave up."""


def contest(ways: Sequence[Way], words: int, rounds: int, place: Path, say: Callable[[str], None]) -> list[Result]:
    """What each way takes for papers of so many words. A round before the others warms up, and is not counted."""
    engine = place / TYPST
    engine.write_text(TYPST_COMMAND, encoding="utf-8")
    engine.chmod(0o755)
    results = [Result(way) for way in ways]
    workers = {id(way): Worker(way.work) for way in ways if way.is_warm}
    try:
        for number in range(rounds + 1):
            say(f"round {number} of {rounds}")
            _round(number, words, place, results, workers)
    finally:
        for worker in workers.values():
            worker.stop()
    return results


def _round(number: int, words: int, place: Path, results: list[Result], workers: Mapping[int, Worker]) -> None:
    """One paper. Each round begins with another way, so that none always follows the same one."""
    folder = lay_out(place / f"paper-{number}", words, number)
    first = number % len(results)
    for at, result in [*enumerate(results)][first:] + [*enumerate(results)][:first]:
        if result.failure:
            continue
        try:
            cost, made = _made(result.way, folder, folder / f"way-{at}", workers)
        except Failed as failure:
            result.failure = str(failure)
            continue
        result.costs += [cost] if number else []
        result.made = made


def lay_out(folder: Path, words: int, number: int) -> Path:
    """A repository with the paper, and what the others begin with."""
    for path, data in repository(words, number).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    ready = Path(READY).parts[0]
    run([*_DOCGEN, "--format", "docx,html,md", "--out", ready], folder)
    return folder


def _made(way: Way, folder: Path, out: Path, workers: Mapping[int, Worker]) -> tuple[Cost, Path]:
    out.mkdir()
    if way.command is None:
        cost = workers[id(way)].run(folder, out / "paper.pdf")
    else:
        cost = run(way.command(folder, out), (folder / READY).parent if way.begins == "Markdown" else folder)
    made = next(out.rglob("*.pdf"), None)
    if made is None:
        raise Failed(f"{way.name} wrote no PDF")
    return cost, made
