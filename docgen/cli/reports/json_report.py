"""JSON of docgen's own: every finding with its places. `docs/checking.md` describes it, and it only ever grows."""

from __future__ import annotations

import json
from typing import Any

from docgen import __version__
from docgen.diagnostic import Diagnostic, Severity
from docgen.making.outcome import Outcome
from docgen.snapshot import Snapshot
from docgen.source import Source

FORMAT = 1
"""Raised when a field changes its meaning or goes; not when one is added."""


def json_report(outcome: Outcome, snapshot: Snapshot) -> str:
    """All findings, errors first."""
    findings = outcome.in_order
    report = {
        "format": FORMAT,
        "docgen": __version__,
        "passed": list(outcome.done),
        "stopped": list(outcome.failed),
        "unread": outcome.unread,
        "counts": {severity.word: sum(each.severity is severity for each in findings) for severity in Severity},
        "findings": [_finding(each) for each in findings],
    }
    return json.dumps(report, indent=2)


def _finding(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code.id,
        "level": diagnostic.severity.word,
        "title": diagnostic.code.title,
        "message": diagnostic.message,
        "help": diagnostic.help or None,
        "place": place_fields(diagnostic.source),
        "related": [{"message": each.message, "place": place_fields(each.source)} for each in diagnostic.related],
    }


def place_fields(source: Source) -> dict[str, Any]:
    """A place, as a whole and in its parts. What a place does not have is null."""
    in_text = not source.passage
    return {
        "text": str(source),
        "path": source.path,
        "line": (source.line or None) if in_text else None,
        "column": (source.column or None) if in_text else None,
        "sheet": source.sheet or None,
        "cell": source.cell or None,
        "passage": source.passage or None,
    }
