"""Says what became of new files, and puts a programme to the proof before anything of it is written."""

from __future__ import annotations

from collections.abc import Mapping

from docgen import pipeline
from docgen.cli.report import report
from docgen.cli.terminal import Terminal
from docgen.diagnostic import Findings
from docgen.snapshot import Snapshot
from docgen.start.placing import Placed


def print_placed(placed: Placed, terminal: Terminal, about: Mapping[str, str] | None = None) -> None:
    """A line for each file: that it was written, or that it was there and is as it was."""
    width = max((len(path) for path in (*placed.written, *placed.kept)), default=0)
    for path in placed.written:
        terminal.print(f"written:  {path:<{width}}  {(about or {}).get(path, '')}".rstrip())
    for path in placed.kept:
        terminal.print(f"is there: {path:<{width}}  {(about or {}).get(path, '')}".rstrip())


def faults_of(snapshot: Snapshot, programme: str) -> Findings:
    """What stands in the way of reading a programme as it will be."""
    return pipeline.load(snapshot, programme).findings


def print_faults(findings: Findings, snapshot: Snapshot, terminal: Terminal) -> None:
    """What was found, and that nothing was written for it."""
    terminal.print(report(findings.diagnostics, snapshot, terminal) + "\n")
    terminal.print(terminal.paint("nothing was written: mend this first", "red"))
