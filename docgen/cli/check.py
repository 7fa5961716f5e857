"""`docgen check`: finds everything that `docgen build` would find, and writes nothing."""

from __future__ import annotations

import click

from docgen.cli.formats import formats_of
from docgen.cli.repository import open_repository
from docgen.cli.selection import select
from docgen.cli.terminal import this_terminal
from docgen.cli.work import Task, run_task
from docgen.pipeline import Built


@click.command("check")
@click.argument("targets", nargs=-1, metavar="[PROGRAMME|DOCUMENT]...")
def command(targets: tuple[str, ...]) -> int:
    """Report the problems of all documents, or those of a PROGRAMME (banes), or one DOCUMENT (banes/eoi)."""
    terminal = this_terminal()
    repository = open_repository()
    task = Task("Checking", "passed", _leave, formats_of(None, repository.settings))
    return run_task(task, repository, select(repository, targets), terminal).exit_code


def _leave(built: Built) -> None:
    """Nothing is written."""
