"""`docgen build`: makes documents and writes them."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

import click

from docgen.cli.build_options import of_a_build
from docgen.cli.files import RepositoryFiles, read_files
from docgen.cli.how_it_went import print_outcome
from docgen.cli.targets import meant
from docgen.cli.terminal import Terminal, this_terminal
from docgen.cli.wanted import Place, Wanted
from docgen.errors import DocgenError
from docgen.load.repository import CONTENT, TEMPLATES
from docgen.making.leftovers import left_over
from docgen.making.outcome import Outcome, counted
from docgen.making.replay import as_it_was, needs_git
from docgen.making.store import Store

OUTPUT_FOLDER = "build"
DONE = "built"
_MOST_NAMED = 10


@click.command("build")
@of_a_build
@click.option("--clean", is_flag=True, help="For publication: leave out what tells where the words came from.")
@click.option("--git-history", is_flag=True, help="Complete the version history with what git remembers.")
@click.option("--explain", is_flag=True, help="Say why each document was made, or was left as it is.")
@click.option("--no-cache", is_flag=True, help="Make everything anew, whatever earlier builds left behind.")
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="In how many processes; else as many as help.")
@click.option("--dask", metavar="ADDRESS", help="Make documents on a Dask cluster, such as tcp://10.0.0.1:8786.")
def command(
    targets: tuple[str, ...],
    formats: str | None,
    folder: Path | None,
    clean: bool,
    git_history: bool,
    explain: bool,
    no_cache: bool,
    jobs: int | None,
    dask: str | None,
) -> int:
    """Build documents: all of them, or those of a PROGRAMME (banes), or one DOCUMENT (banes/eoi).

    A document with errors is not written, and what the last good build wrote stays as it is. What the rules of
    `docgen check` find stops a document only when its status is approved or final. What has not changed is not made
    again.
    """
    terminal, files = this_terminal(), read_files()
    store = Store(output_folder(folder, files.root), makes_all=no_cache)
    outcome = _built(files, targets, Wanted(formats, clean, git_history, Place(jobs, dask)), store, terminal)
    print_outcome(outcome, DONE, files.snapshot, terminal)
    print_more(outcome, explain, store, files, terminal)
    return outcome.exit_code


def _built(
    files: RepositoryFiles, targets: tuple[str, ...], wanted: Wanted, store: Store, terminal: Terminal
) -> Outcome:
    """How a build went, or the last one, where it would do the same again."""
    documents = meant(targets, files)
    if not needs_git(files.snapshot, wanted.git_history):
        outcome = as_it_was(files.snapshot, documents, wanted.asked, store)
        if outcome:
            outcome.found(files.findings.diagnostics)
            return outcome
    from docgen.cli.building import built  # imported late: where nothing has changed, none of it is needed

    return built(files, documents, wanted, store, terminal)


def print_more(outcome: Outcome, explain: bool, store: Store, files: RepositoryFiles, terminal: Terminal) -> None:
    """Why documents were made, what is left over, and what was written."""
    for name, reason in outcome.reasons.items() if explain else ():
        terminal.print(f"{name}: {reason}")
    left = left_over(store, files.folders)
    if left:
        belong = "belongs" if len(left) == 1 else "belong"
        terminal.print(f"{counted(len(left), 'output')} {belong} to no document any more: {_first(left)}")
        terminal.print("'docgen clean' removes what belongs to no document")
    if terminal.interactive and outcome.done:
        terminal.print(f"{len(store.written)} written, {store.unchanged} unchanged, in {shown_path(store.folder)}")


def _first(names: Collection[str]) -> str:
    """The first names, where there are so many that nobody would read them."""
    shown = ", ".join(list(names)[:_MOST_NAMED])
    return f"{shown} and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else shown


def output_folder(chosen: Path | None, root: Path) -> Path:
    """Where to write; raises `DocgenError` for a folder that docgen reads, where outputs would become inputs."""
    folder = chosen or root / OUTPUT_FOLDER
    for name in (CONTENT, TEMPLATES):
        if folder.resolve().is_relative_to((root / name).resolve()):
            message = f"'{folder}' is no place for outputs, since docgen reads '{name}'"
            raise DocgenError(message, "choose another folder with --out")
    return folder


def shown_path(folder: Path) -> str:
    """The folder as seen from here, where that is shorter than its full path."""
    try:
        return min(os.path.relpath(folder), str(folder), key=len)
    except ValueError:  # another drive of Windows
        return str(folder)
