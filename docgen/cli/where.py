"""`docgen where`: tells where the words of a Word file stand in the repository."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.excerpt import Files
from docgen.cli.failures import CLEAN, FINDINGS
from docgen.cli.passages import found_lines, not_found_lines
from docgen.cli.returned_file import open_returned
from docgen.cli.terminal import this_terminal
from docgen.diagnostic import Findings
from docgen.errors import DocgenError
from docgen.load.repository import find_root, shipped_templates, take_snapshot
from docgen.making.outcome import counted
from docgen.returned.find import find, folded
from docgen.snapshot import Snapshot

_NO_REPOSITORY = Snapshot({})


@click.command("where")
@click.argument("file", metavar="FILE.docx", type=click.Path(path_type=Path))
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
def command(file: Path, words: tuple[str, ...]) -> int:
    """Tell where the passages of FILE.docx that hold TEXT come from.

    Capitals, spaces and the kind of quotation marks do not count. The file may have been edited in Word or LibreOffice
    since docgen wrote it, with or without tracked changes.

    Exit codes: 0 found; 1 not found; 2 the file cannot be read, or does not tell its sources.
    """
    terminal = this_terminal()
    sought = " ".join(words)
    if not folded(sought):
        raise DocgenError("no words to look for", "write some words of the passage behind the name of the file")
    returned = open_returned(file)
    snapshot = _snapshot_around(file)
    found = find(returned, sought)
    if not found:
        terminal.print("\n".join(not_found_lines(returned, sought, file.name, Files(snapshot), terminal)))
        return FINDINGS
    blocks = ["\n".join(found_lines(one, returned, sought, Files(snapshot), terminal)) for one in found]
    terminal.print("\n\n".join([*blocks, terminal.paint(f"{counted(len(found), 'passage')} found")]))
    return CLEAN


def _snapshot_around(file: Path) -> Snapshot:
    """The repository around the current folder or, outside of any, around the file; nothing where there is none."""
    for start in (Path.cwd(), file.parent):
        try:
            return take_snapshot(find_root(start), shipped_templates(), Findings())
        except DocgenError:
            continue
    return _NO_REPOSITORY
