"""The repository that a command works on: the one around the current folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.diagnostic import Findings
from docgen.load.history import with_history
from docgen.load.repository import find_root, programmes, report_strays, shipped_templates, take_snapshot
from docgen.load.settings import read_settings
from docgen.schema.settings import Settings
from docgen.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository's files, read once."""

    root: Path
    snapshot: Snapshot
    settings: Settings
    findings: Findings
    """Problems of the repository as a whole, found while it was read."""

    @property
    def programmes(self) -> tuple[str, ...]:
        """The names of the programmes, sorted."""
        return tuple(programmes(self.snapshot))


def open_repository(git_history: bool = False) -> Repository:
    """Read the repository around the current folder; raises `NotARepository` where there is none.

    Git completes the version history where the settings say so, or with `git_history` in any case.
    """
    root = find_root(Path.cwd())
    findings = Findings()
    snapshot = take_snapshot(root, shipped_templates(), findings)
    report_strays(snapshot, findings)
    settings = read_settings(snapshot, findings)
    if git_history or settings.document.git_history:
        snapshot = with_history(snapshot, root, findings)
    return Repository(root, snapshot, settings, findings)
