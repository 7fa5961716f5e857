"""Adds documents to a programme: all that they need is put together and proved before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from docgen.cli.failures import CLEAN, FINDINGS
from docgen.cli.placed import faults_of, print_faults, print_placed
from docgen.cli.terminal import Terminal
from docgen.diagnostic import Findings
from docgen.snapshot import Snapshot
from docgen.start.adding import Addition, addition, programme_path, with_files
from docgen.start.placing import Placed, place, write_file


class Begun(Struct):
    """A programme as it will be."""

    root: Path
    snapshot: Snapshot
    """With all that is to be written."""
    programme: str
    files: dict[str, bytes] = field(default_factory=dict)
    """To be written, in this order."""
    changed: dict[str, bytes] = field(default_factory=dict)
    """Files of the programme that are there and change."""
    kept: dict[str, None] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    """What each file holds, by its path."""

    def take(self, more: Addition) -> None:
        """Take in one more document."""
        self.about.update({file.path: file.about for file in more.files})
        self.kept.update({file.path: None for file in more.files if not file.text and file.path not in self.files})
        self._write(more.new, self.files)
        path = programme_path(self.programme)
        if more.programme is not None:
            self._write({path: more.programme}, self.files if path in self.files else self.changed)

    def _write(self, files: Mapping[str, bytes], into: dict[str, bytes]) -> None:
        into.update(files)
        self.snapshot = with_files(self.snapshot, files)


def add_documents(begun: Begun, types: Sequence[str], also: Sequence[str], terminal: Terminal) -> int:
    """Begin documents of some types, and write their files; 1, and what was found, where that cannot be."""
    findings = Findings()
    for type_ in types:
        more = addition(begun.snapshot, begun.programme, type_, also, findings)
        if more is None:
            break
        begun.take(more)
    findings.extend(faults_of(begun.snapshot, begun.programme) if not findings.has_errors else ())
    if findings.has_errors:
        print_faults(findings, begun.snapshot, terminal)
        return FINDINGS
    _write(begun, terminal)
    return CLEAN


def _write(begun: Begun, terminal: Terminal) -> None:
    """`programme.yaml` is the last, so that a programme asks for a document only once all that it needs is there."""
    last = programme_path(begun.programme)
    placed = place(begun.root, dict(sorted(begun.files.items(), key=lambda file: file[0] == last)))
    print_placed(Placed(placed.written, (*placed.kept, *begun.kept)), terminal, begun.about)
    for path, content in begun.changed.items():
        write_file(begun.root, path, content)
        terminal.print(f"changed:  {path}")
    if not placed.written and not begun.changed:
        terminal.print("nothing was missing")


def say_what_next(programme: str, terminal: Terminal) -> int:
    """How the work goes on."""
    terminal.print()
    terminal.print(f"next: write what belongs in the place of each TBC; 'docgen check {programme}' finds those left")
    return CLEAN
