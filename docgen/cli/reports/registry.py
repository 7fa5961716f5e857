"""The formats in which programs read what `docgen check` finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docgen.cli.reports.github_report import github_report
from docgen.cli.reports.json_report import json_report
from docgen.cli.reports.sarif_report import sarif_report
from docgen.making.outcome import Outcome
from docgen.snapshot import Snapshot

TEXT = "text"
"""The format for people, which `docgen.cli.report` prints."""

REPORTS: Mapping[str, Callable[[Outcome, Snapshot], str]] = {
    "json": json_report,
    "sarif": sarif_report,
    "github": github_report,
}
"""Each is pure, and gives the whole text without a line end."""
