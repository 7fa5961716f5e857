"""A process that stays: it does one kind of work again and again, as told on its input, and measures itself.

A line of input is a folder to work in and a file to write; the answer is a line with a `Cost`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING

from docgen.collector import search_seldom
from tests.benchmarks.paper import READY
from tests.benchmarks.processes import Cost, Failed, environment, peak

if TYPE_CHECKING:
    from docgen.snapshot import Snapshot

Work = Callable[[], bytes]
"""What is measured. What it needs, and may not count, is done before it is made."""


def _build(folder: Path) -> Work:
    """All that `docgen build` does, from files that are read already."""
    from docgen import pipeline
    from docgen.write.edition import PLAIN_EDITION

    snapshot, name = _snapshot(folder)

    def work() -> bytes:
        programme = pipeline.load(snapshot, name)
        prepared = pipeline.prepare(snapshot, programme, pipeline.jobs(snapshot, programme)[0])
        checked = pipeline.check(snapshot, programme, [prepared])
        return pipeline.write(snapshot, prepared, checked, ["pdf"], PLAIN_EDITION).outputs["pdf"]

    return work


def _write(folder: Path) -> Work:
    """The PDF of a tree that is there already."""
    from docgen import pipeline
    from docgen.diagnostic import Findings
    from docgen.write.edition import PLAIN_EDITION
    from docgen.write.registry import WRITERS

    snapshot, name = _snapshot(folder)
    programme = pipeline.load(snapshot, name)
    tree = pipeline.document_tree(snapshot, programme, pipeline.jobs(snapshot, programme)[0], Findings())
    assert tree
    return lambda: WRITERS["pdf"](tree, Findings(), PLAIN_EDITION)


def _snapshot(folder: Path) -> tuple[Snapshot, str]:
    """The files of a repository, and the name of its programme."""
    from docgen.diagnostic import Findings
    from docgen.load.repository import programmes, shipped_templates, take_snapshot

    snapshot = take_snapshot(folder, shipped_templates(), Findings())
    return snapshot, programmes(snapshot)[0]


def _weasyprint(folder: Path) -> Work:
    """The PDF of docgen's page."""
    from weasyprint import HTML  # type: ignore[import-not-found, unused-ignore]

    page = (folder / f"{READY}.html").read_text(encoding="utf-8")
    return lambda: bytes(HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def _word(folder: Path) -> Work:
    """All that `docgen build` does for a Word file, reading the files included."""
    from docgen import pipeline
    from docgen.write.edition import PLAIN_EDITION

    def work() -> bytes:
        snapshot, name = _snapshot(folder)
        programme = pipeline.load(snapshot, name)
        prepared = pipeline.prepare(snapshot, programme, pipeline.jobs(snapshot, programme)[0])
        checked = pipeline.check(snapshot, programme, [prepared])
        return pipeline.write(snapshot, prepared, checked, ["docx"], PLAIN_EDITION).outputs["docx"]

    return work


def _unchecked(folder: Path) -> Work:
    """As `_word`, without the rules."""
    from docgen import pipeline
    from docgen.diagnostic import Findings
    from docgen.write.edition import PLAIN_EDITION
    from docgen.write.registry import WRITERS

    def work() -> bytes:
        snapshot, name = _snapshot(folder)
        programme = pipeline.load(snapshot, name)
        job = pipeline.jobs(snapshot, programme)[0]
        tree = pipeline.document_tree(snapshot, programme, job, Findings())
        assert tree
        return WRITERS["docx"](tree, Findings(), PLAIN_EDITION)

    return work


def _floor(file: Path) -> Work:
    from tests.benchmarks.rivals import floor

    return floor(file.read_bytes())


def _rows(rival: str) -> Callable[[Path], Work]:
    """A rival's table of so many rows as the path says."""

    def work(number: Path) -> Work:
        from tests.benchmarks.rivals import RIVALS

        return RIVALS[rival](int(str(number)))

    return work


WORKS: Mapping[str, Callable[[Path], Work]] = {
    "build": _build,
    "write": _write,
    "weasyprint": _weasyprint,
    "word": _word,
    "unchecked": _unchecked,
    "floor": _floor,
    "docxtpl": _rows("docxtpl"),
    "python-docx": _rows("python-docx"),
}


def measured(work: Work, target: Path) -> Cost:
    """What a work takes in this process."""
    start, (before, _) = time.perf_counter(), _used()
    made = work()
    wall, (after, memory) = time.perf_counter() - start, _used()
    target.write_bytes(made)
    return Cost(wall, after - before, memory)


def _used() -> tuple[float, float]:
    """The seconds of processors and the memory that this process has used so far."""
    import resource  # There is none on Windows, where nothing is measured.

    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, peak(used.ru_maxrss)


class Worker:
    """Such a process, seen from outside."""

    def __init__(self, work: str) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.worker", work]
        self._process = subprocess.Popen(
            command, env=environment(), text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1
        )

    def run(self, folder: Path, target: Path) -> Cost:
        """Do the work in a folder. Raises `Failed` where the process has ended."""
        _pipe(self._process.stdin).write(json.dumps([str(folder), str(target)]) + "\n")
        answer = _pipe(self._process.stdout).readline()
        if not answer:
            raise Failed(f"the process for {target.stem} has ended")
        return Cost(**json.loads(answer))

    def stop(self) -> None:
        """End the process."""
        _pipe(self._process.stdin).close()
        self._process.wait(timeout=60)
        _pipe(self._process.stdout).close()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe
    return pipe


def main(work: str) -> None:
    """Answer until the input ends."""
    search_seldom()  # as every command of docgen does
    for line in sys.stdin:
        folder, target = map(Path, json.loads(line))
        print(json.dumps(asdict(measured(WORKS[work](folder), target))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
