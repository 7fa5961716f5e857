"""The repository that a command works on: the one around the current folder."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from docgen.cli.files import RepositoryFiles, read_files
from docgen.diagnostic import Findings
from docgen.load.history import with_history
from docgen.load.repository import programmes
from docgen.load.settings import read_settings
from docgen.schema.settings import Settings
from docgen.snapshot import Snapshot


class Repository(Struct, frozen=True):
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
    return understood(read_files(), git_history)


def understood(files: RepositoryFiles, git_history: bool = False) -> Repository:
    """The repository of files that were read already."""
    findings = Findings()
    findings.extend(files.findings.diagnostics)
    settings = read_settings(files.snapshot, findings)
    is_asked = git_history or settings.document.git_history
    snapshot = with_history(files.snapshot, files.root, findings) if is_asked else files.snapshot
    return Repository(files.root, snapshot, settings, findings)
