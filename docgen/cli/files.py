"""The files of the repository around the current folder, before anything in them is understood."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from docgen.diagnostic import Findings
from docgen.load.repository import (
    find_root,
    programme_folders,
    programmes,
    report_strays,
    shipped_templates,
    take_snapshot,
)
from docgen.snapshot import Snapshot


class RepositoryFiles(Struct, frozen=True):
    """A repository's files, read once."""

    root: Path
    snapshot: Snapshot
    findings: Findings = field(default_factory=Findings)
    """Problems of the repository as a whole, found while it was read."""

    @property
    def programmes(self) -> tuple[str, ...]:
        """The names of the programmes, sorted."""
        return tuple(programmes(self.snapshot))

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of programmes, sorted, also of those that cannot be read: what was built of them is theirs."""
        return programme_folders(self.snapshot)


def read_files() -> RepositoryFiles:
    """Read the repository around the current folder; raises `NotARepository` where there is none."""
    root, findings = find_root(Path.cwd()), Findings()
    snapshot = take_snapshot(root, shipped_templates(), findings)
    report_strays(snapshot, findings)
    return RepositoryFiles(root, snapshot, findings)
