"""The results as Markdown: a table, the machine, and what could not be measured."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

import pikepdf

from docgen import __version__
from tests.benchmarks.contest import Result
from tests.benchmarks.processes import Cost
from tests.pages import table_of
from tests.verapdf import missing, verdicts

_HEAD = (
    *("Program", "Begins with", "Seconds", "Ratio", "Processor", "MiB"),
    *("Pages", "KiB", "Words", "Tagged", "Rules broken"),
)
_UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a PDF is like."""

    pages: str
    size: str
    words: str
    tagged: str
    faults: str
    """How many rules of PDF/UA-1 are broken, where veraPDF is at hand."""


def sheet(results: Sequence[Result], words: int, rounds: int) -> str:
    """The page: programs that are started for each paper, then those that stay."""
    cold = [result for result in results if not result.way.is_warm]
    warm = [result for result in results if result.way.is_warm]
    facts = _facts_of([result.made for result in results if result.made])
    parts = [
        f"A paper of {words:,} words; median of {rounds} {'round' if rounds == 1 else 'rounds'}, one after the other.",
        "Started for each paper:",
        _table(cold, facts),
        "In a process that stays:",
        _table(warm, facts),
        *_left_out(results),
        _machine(),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _table(results: Sequence[Result], facts: Mapping[Path, Facts]) -> str:
    """Rows of what ran, compared with the first."""
    run = [result for result in results if result.costs]
    return table_of(_HEAD, [_row(result, run[0], facts) for result in run])


def _row(result: Result, first: Result, facts: Mapping[Path, Facts]) -> list[str]:
    pairs = zip(result.costs, first.costs, strict=False)
    ratio = median(cost.wall / compared.wall for cost, compared in pairs)
    found = facts[result.made] if result.made else Facts(*[_UNKNOWN] * 5)
    return [
        *(result.way.name, result.way.begins, _median(result.costs, lambda cost: cost.wall, ".2f"), f"{ratio:.1f}"),
        *(_median(result.costs, lambda cost: cost.cpu, ".2f"), _median(result.costs, lambda cost: cost.memory, ".0f")),
        *(found.pages, found.size, found.words, found.tagged, found.faults),
    ]


def _median(costs: Sequence[Cost], of: Callable[[Cost], float], form: str) -> str:
    return format(median(map(of, costs)), form)


def _facts_of(made: Sequence[Path]) -> Mapping[Path, Facts]:
    faults = {path: str(len(said.faults)) for path, said in ({} if missing() else verdicts(made)).items()}
    return {path: _facts(path, faults.get(path, _UNKNOWN)) for path in made}


def _facts(path: Path, faults: str) -> Facts:
    with pikepdf.open(path) as pdf:
        tagged = "yes" if "/StructTreeRoot" in pdf.Root else "no"
        return Facts(str(len(pdf.pages)), f"{path.stat().st_size / 1024:,.0f}", _words(path), tagged, faults)


def _words(path: Path) -> str:
    if not shutil.which("pdftotext"):
        return _UNKNOWN
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
    words = [word for word in text.decode("utf-8", "replace").split() if any(map(str.isalnum, word))]
    return f"{len(words):,}"


def _left_out(results: Iterable[Result]) -> list[str]:
    """What was not measured, and why."""
    failed = [f"{result.way.name} failed: {' '.join(result.failure.split())}" for result in results if result.failure]
    return [f"Not measured: {'; '.join(failed)}"] if failed else []


def _machine() -> str:
    """Where this was measured, and with what."""
    cores, memory = os.cpu_count(), os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    programs = {"docgen": __version__, "Typst": _version("typst"), "WeasyPrint": _version("weasyprint")}
    programs |= {"LibreOffice": _said("soffice", "--version"), "pandoc": _pandoc()}
    known = ", ".join(f"{name} {number}" for name, number in programs.items() if number)
    load = os.getloadavg()[0]
    system = f"{platform.system()} {platform.machine()}, {cores} cores ({_processor()}), {memory:.0f} GiB of memory"
    return f"Machine: {system}, load {load:.1f} at the end; Python {platform.python_version()}, {known}."


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _said(program: str, option: str) -> str:
    """The number in what a program says of itself."""
    if not shutil.which(program):
        return ""
    said = subprocess.run([program, option], capture_output=True, text=True, check=False).stdout.split()
    return next((word for word in said if word[:1].isdigit()), "")


def _pandoc() -> str:
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_version())
    except (ImportError, OSError):
        return ""


def _processor() -> str:
    """The model of the processor, as Linux tells it."""
    known = Path("/proc/cpuinfo")
    lines = known.read_text(encoding="utf-8").splitlines() if known.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"
