"""Prints how it went: what was found, what was not done, and a summary."""

from __future__ import annotations

from docgen.cli.failures import print_error
from docgen.cli.terminal import Terminal
from docgen.making.outcome import Outcome
from docgen.snapshot import Snapshot


def print_outcome(outcome: Outcome, done: str, snapshot: Snapshot, terminal: Terminal) -> None:
    """All of it on standard output, but for outputs that could not be written."""
    if outcome.diagnostics:
        from docgen.cli.report import report  # imported late: a build with nothing to tell is over before it

        terminal.print(report(outcome.diagnostics, snapshot, terminal) + "\n")
    for refusal in outcome.refused:
        print_error(refusal)
    for name in outcome.unread:
        terminal.print(f"{terminal.paint(f'not {done}', 'red')}: {name}, all documents")
    for name in outcome.failed:
        terminal.print(f"{terminal.paint(f'not {done}', 'red')}: {name}")
    terminal.print(terminal.paint(outcome.summary(done)))
