"""`docgen clean`: removes outputs that no document owns any more."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.cli.build import output_folder
from docgen.cli.failures import CLEAN, FINDINGS
from docgen.cli.files import read_files
from docgen.cli.terminal import this_terminal
from docgen.making.leftovers import remove_left_over
from docgen.making.lock import building_alone
from docgen.making.outcome import counted
from docgen.making.store import Store


@click.command("clean")
@click.option(
    "--out", "folder", metavar="DIR", type=click.Path(path_type=Path), help="The folder of outputs, where not build/."
)
@click.option("--all", "everything", is_flag=True, help="Remove all that docgen wrote, and what it knows of it.")
@click.option("--force", is_flag=True, help="Remove outputs as well that were changed since docgen wrote them.")
def command(folder: Path | None, everything: bool, force: bool) -> int:
    """Remove outputs that belong to no document any more.

    Only what docgen wrote itself is removed. What somebody has changed since stays, and is named.
    """
    terminal, files = this_terminal(), read_files()
    store = Store(output_folder(folder, files.root))
    with building_alone(store.folder, lambda words: click.echo(words, sys.stderr)):
        removal = remove_left_over(store, files.folders, everything, force)
    for name in removal.removed:
        terminal.print(f"removed: {name}")
    for name in removal.kept:
        terminal.print(f"kept, since it was changed: {name}")
    if removal.kept:
        terminal.print("'docgen clean --force' removes these as well")
    terminal.print(f"{counted(len(removal.removed), 'output')} removed")
    return FINDINGS if removal.kept else CLEAN
