"""`python -m tests.benchmarks.aims`: docgen beside others on the same work, as a Markdown table of ratios and aims."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click

from tests.benchmarks.long_table import table_repository
from tests.benchmarks.paper import READY, repository
from tests.benchmarks.processes import Cost, run
from tests.benchmarks.ways import TYPST, TYPST_COMMAND, pandoc
from tests.benchmarks.worker import Worker
from tests.pages import ROOT, table_of

DOCGEN = [sys.executable, "-m", "docgen", "build"]
EXAMPLE = ROOT / "content/banes"
PYTHON = [sys.executable, "-c"]
HEAD = ("Work", "docgen", "Beside it", "Others", "Ratio", "Aim", "Met")


@dataclass(frozen=True, slots=True)
class Aim:
    """A row: what is measured, beside what, and how large the ratio may be; None where no aim was set."""

    work: str
    beside: str
    most: float | None
    pairs: Callable[[Bench], Iterator[tuple[float, float]]]
    """What docgen took and what the other took, in one round after the other."""
    unit: str = "s"


@dataclass(slots=True)
class Bench:
    """Where it is measured, and how much of it."""

    place: Path
    words: int
    rounds: int
    documents: int
    rows: int
    _made: dict[str, Path] = field(default_factory=dict)

    def laid(self, name: str, files: Mapping[str, bytes]) -> Path:
        """A folder with files; made once."""
        if name not in self._made:
            self._made[name] = self.place / name
            for path, data in files.items():
                (self.place / name / path).parent.mkdir(parents=True, exist_ok=True)
                (self.place / name / path).write_bytes(data)
        return self._made[name]

    def paper(self, times: int = 1, seed: int = 1) -> Path:
        """A repository with a paper so many times as long, and the same paper as Markdown for others."""
        folder = self.laid(f"paper-{times}-{seed}", repository(self.words * times, seed))
        if not (folder / f"{READY}.md").exists():
            run([*DOCGEN, "--format", "md,docx", "--out", Path(READY).parts[0]], folder)
        return folder

    def many(self) -> Path:
        """A repository with many papers, each in a programme of its own."""
        files: dict[str, bytes] = {}
        for number in range(self.documents):
            paper = repository(self.words, number)
            files |= {path.replace("northvale/", f"p{number:03}/"): data for path, data in paper.items()}
        return self.laid("many", files)

    def clean(self) -> Path:
        """A repository with as many papers in which nothing is found: copies of the example, which has three."""
        example = [path for path in EXAMPLE.rglob("*") if path.is_file()]
        files = {
            f"content/p{number:03}/{path.relative_to(EXAMPLE).as_posix()}": path.read_bytes()
            for number in range(-(-self.documents // 3))
            for path in example
        }
        return self.laid("clean", files)

    def table(self, rows: int, seed: int) -> Path:
        """A repository with a table of so many rows."""
        return self.laid(f"table-{rows}-{seed}", table_repository(rows, seed))

    def each_round(self) -> range:
        """One round warms up and is not counted."""
        return range(self.rounds + 1)

    def markdown(self, folder: Path) -> list[str]:
        """What pandoc is told to read."""
        return [pandoc(), f"{folder / READY}.md", "--from=gfm+yaml_metadata_block", "--standalone"]


def _anew(formats: str, *more: str) -> list[str]:
    return [*DOCGEN, "--no-cache", "--format", formats, "--out", "out", *more]


def word_cold(bench: Bench) -> Iterator[tuple[float, float]]:
    """One paper to Word, each program started for it."""
    yield from _cold(bench, bench.paper(), "docx")


def long_word_cold(bench: Bench) -> Iterator[tuple[float, float]]:
    """A paper of ten times the length."""
    yield from _cold(bench, bench.paper(10), "docx")


def page_cold(bench: Bench) -> Iterator[tuple[float, float]]:
    """One paper to HTML."""
    yield from _cold(bench, bench.paper(), "html")


def _cold(bench: Bench, folder: Path, format: str) -> Iterator[tuple[float, float]]:
    for _ in bench.each_round():
        ours = run(_anew(format), folder)
        theirs = run([*bench.markdown(folder), f"--output=out.{format}"], (folder / READY).parent)
        yield ours.wall, theirs.wall


def all_cold(bench: Bench) -> Iterator[tuple[float, float]]:
    """One paper to Word, HTML and PDF: one run of docgen, three of pandoc."""
    folder = bench.paper()
    beside, engine = (folder / READY).parent, bench.place / TYPST
    engine.write_text(TYPST_COMMAND, encoding="utf-8")
    engine.chmod(0o755)
    targets = [["--output=out.docx"], ["--output=out.html"], [f"--pdf-engine={engine}", "--output=out.pdf"]]
    for _ in bench.each_round():
        ours = run(_anew("docx,html,pdf"), folder)
        theirs = [run([*bench.markdown(folder), *target], beside) for target in targets]
        yield ours.wall, sum(cost.wall for cost in theirs)


def memory(bench: Bench) -> Iterator[tuple[float, float]]:
    """The most that the largest process held: docgen for all formats, pandoc for Word."""
    folder = bench.paper()
    for _ in bench.each_round():
        ours = run(_anew("docx,html,pdf"), folder)
        theirs = run([*bench.markdown(folder), "--output=out.docx"], (folder / READY).parent)
        yield ours.memory, theirs.memory


def batch(bench: Bench) -> Iterator[tuple[float, float]]:
    """Many papers to Word: one run of docgen, and as many of pandoc, as many at once as there are processors."""
    folder, paper = bench.many(), bench.paper()
    command = bench.markdown(paper)
    for _ in range(2):
        ours = run(_anew("docx"), folder)
        start = time.perf_counter()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda number: _converted(command, paper, number), range(bench.documents)))
        yield ours.wall / bench.documents, (time.perf_counter() - start) / bench.documents


def _converted(command: Sequence[str], paper: Path, number: int) -> Cost:
    return run([*command, f"--output=out-{number}.docx"], (paper / READY).parent)


def warm_beside_floor(bench: Bench) -> Iterator[tuple[float, float]]:
    """Papers in a process that stays, from their files to their bytes, beside the least that their files take."""
    yield from _in_turn(
        bench,
        ("word", lambda seed: bench.paper(seed=seed)),
        ("floor", lambda seed: bench.paper(seed=seed) / f"{READY}.docx"),
    )


def rows_beside_docxtpl(bench: Bench) -> Iterator[tuple[float, float]]:
    """A long table in a process that stays: docgen reads, checks and writes; docxtpl writes."""
    yield from _rows_beside_docxtpl(bench, bench.rows)


def unchecked_beside_docxtpl(bench: Bench) -> Iterator[tuple[float, float]]:
    """The same without docgen's rules, which docxtpl has none of."""
    yield from _rows_beside_docxtpl(bench, bench.rows, "unchecked")


def fewer_beside_docxtpl(bench: Bench) -> Iterator[tuple[float, float]]:
    """A fifth of the rows."""
    yield from _rows_beside_docxtpl(bench, bench.rows // 5)


def more_beside_docxtpl(bench: Bench) -> Iterator[tuple[float, float]]:
    """Four times the rows."""
    yield from _rows_beside_docxtpl(bench, bench.rows * 4)


def _rows_beside_docxtpl(bench: Bench, rows: int, work: str = "word") -> Iterator[tuple[float, float]]:
    yield from _in_turn(bench, (work, partial(bench.table, rows)), ("docxtpl", lambda _: Path(str(rows))))


def rows_beside_fewer(bench: Bench) -> Iterator[tuple[float, float]]:
    """A long table beside one with a tenth of its rows."""
    fewer = bench.rows // 10
    yield from _in_turn(bench, ("word", partial(bench.table, bench.rows)), ("word", partial(bench.table, fewer)))


def short_beside_python_docx(bench: Bench) -> Iterator[tuple[float, float]]:
    """A table of 100 rows, beside python-docx as its documentation shows it."""
    yield from _in_turn(bench, ("word", partial(bench.table, 100)), ("python-docx", lambda _: Path("100")))


def _in_turn(
    bench: Bench, ours: tuple[str, Callable[[int], Path]], theirs: tuple[str, Callable[[int], Path]]
) -> Iterator[tuple[float, float]]:
    """Two works in processes of their own. Each round has other words: docgen remembers what it read of some."""
    workers = [Worker(ours[0]), Worker(theirs[0])]
    try:
        for number in bench.each_round():
            target = bench.place / f"made-{number}"
            places = ours[1](number), theirs[1](number)
            yield workers[0].run(places[0], target).wall, workers[1].run(places[1], target).wall
    finally:
        for worker in workers:
            worker.stop()


def nothing_to_do(bench: Bench) -> Iterator[tuple[float, float]]:
    """Many papers, none of which has changed."""
    yield from _nothing_to_do(bench, bench.clean())


def nothing_to_do_but_tell(bench: Bench) -> Iterator[tuple[float, float]]:
    """The same where a hundred findings of each paper are told again."""
    yield from _nothing_to_do(bench, bench.many())


def _nothing_to_do(bench: Bench, folder: Path) -> Iterator[tuple[float, float]]:
    run([*DOCGEN, "--format", "docx", "--out", "out"], folder)
    for _ in bench.each_round():
        ours = run([*DOCGEN, "--format", "docx", "--out", "out"], folder)
        yield ours.wall, run([*PYTHON, "import yaml, click"], folder).wall


def help_alone(bench: Bench) -> Iterator[tuple[float, float]]:
    """What it takes to say what there is."""
    for _ in bench.each_round():
        yield (
            run([str(Path(sys.executable).with_name("docgen")), "--help"], bench.place).wall,
            run([*PYTHON, "pass"], bench.place).wall,
        )


def aims(rows: int) -> tuple[Aim, ...]:
    """All rows. The aims are those that docgen set itself before anything was measured."""
    return (
        Aim("one paper to Word, from a cold start", "pandoc", 1.0, word_cold),
        Aim("the same to Word, HTML and PDF", "three runs of pandoc", 0.5, all_cold),
        Aim("a batch to Word, for each paper", "pandoc, all processors", 0.25, batch),
        Aim("one paper to Word, in a process that stays", "floor: parse, serialise, zip", 3.0, warm_beside_floor),
        Aim(f"a table of {rows:,} rows to Word, in a process that stays", "docxtpl", 1.0, rows_beside_docxtpl),
        Aim(f"growth from {rows // 10:,} to {rows:,} rows", "a tenth of the rows", 11.0, rows_beside_fewer),
        Aim("a table of 100 rows", "python-docx, cell by cell", 1.0, short_beside_python_docx),
        Aim("nothing to do, many papers", 'python -c "import yaml, click"', 2.0, nothing_to_do),
        Aim("docgen --help", "python -c pass", 4.0, help_alone),
        Aim("most memory, all formats", "pandoc for Word", 1.0, memory, "MiB"),
        Aim(
            "nothing to do, 90 findings for each paper", 'python -c "import yaml, click"', None, nothing_to_do_but_tell
        ),
        Aim("one paper to HTML, from a cold start", "pandoc", None, page_cold),
        Aim("a paper of ten times the length to Word, from a cold start", "pandoc", None, long_word_cold),
        Aim(f"a table of {rows // 5:,} rows to Word", "docxtpl", None, fewer_beside_docxtpl),
        Aim(f"a table of {rows * 4:,} rows to Word", "docxtpl", None, more_beside_docxtpl),
        Aim(f"a table of {rows:,} rows to Word, unchecked", "docxtpl", None, unchecked_beside_docxtpl),
    )


def measured(aim: Aim, bench: Bench) -> tuple[str, ...]:
    """A row of the table: medians, and the median of the ratios. The first round warms up."""
    pairs = list(aim.pairs(bench))[1:]
    ratio = median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (median(numbers) for numbers in zip(*pairs, strict=True))
    form = "{:.0f} MiB" if aim.unit == "MiB" else "{:.3f} s"
    return aim.work, form.format(ours), aim.beside, form.format(theirs), f"{ratio:.2f}", *_met(ratio, aim.most)


def _met(ratio: float, most: float | None) -> tuple[str, str]:
    if most is None:
        return "–", "–"
    return f"≤ {most:g}", "yes" if ratio <= most else f"no: {ratio / most:.1f} times as much"


@click.command()
@click.option("--words", default=12_000, show_default=True, help="How long a paper is.")
@click.option("--rounds", default=7, show_default=True, help="How often each pair runs; medians are shown.")
@click.option("--documents", default=200, show_default=True, help="How many papers a batch has.")
@click.option("--rows", default=5_000, show_default=True, help="How long the long table is.")
@click.option("--only", default="", help="Only the rows whose work begins with this.")
def main(words: int, rounds: int, documents: int, rows: int, only: str) -> None:
    """Measure docgen beside pandoc, docxtpl, python-docx and Python itself, in turn."""
    with TemporaryDirectory(prefix="docgen-") as place:
        bench = Bench(Path(place), words, rounds, documents, rows)
        chosen = [aim for aim in aims(rows) if aim.work.startswith(only)]
        table: list[tuple[str, ...]] = []
        for aim in chosen:
            click.echo(aim.work, err=True)
            table.append(measured(aim, bench))
        click.echo(table_of(HEAD, table))


if __name__ == "__main__":
    main()
