"""Commands to GitHub's runner, which shows each finding beside the line that it is about.

::error file=content/x/scope.csv,line=7,col=3,title=DG204 Unknown name::unknown committee 'x'%0Adid you mean 'y'?
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostic import Diagnostic, Severity
from docgen.making.outcome import Outcome
from docgen.snapshot import Snapshot

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def github_report(outcome: Outcome, snapshot: Snapshot) -> str:
    """One command a line, errors first: GitHub shows only the first ten of each level."""
    return "\n".join(map(_command, outcome.in_order))


def _command(diagnostic: Diagnostic) -> str:
    properties = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in _properties(diagnostic))
    message = _escaped("\n".join(_lines(diagnostic)), _IN_MESSAGE)
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{message}"


def _properties(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    source = diagnostic.source
    if source.path:
        yield "file", source.path
    if source.line and not source.passage:
        yield "line", str(source.line)
    if source.column and not source.passage:
        yield "col", str(source.column)
    yield "title", f"{diagnostic.code.id} {diagnostic.code.title}"


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    """The message, with what GitHub cannot show as a place: a cell, a passage, a second place."""
    source = diagnostic.source
    yield f"{source}: {diagnostic.message}" if source.sheet or source.passage else diagnostic.message
    yield from (f"{related.source}: {related.message}" for related in diagnostic.related)
    if diagnostic.help:
        yield diagnostic.help


def _escaped(words: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(char, char) for char in words)
