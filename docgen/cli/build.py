"""`docgen build`: makes documents and writes them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import click

from docgen.cli.formats import formats_of
from docgen.cli.repository import Repository, open_repository
from docgen.cli.selection import select
from docgen.cli.terminal import this_terminal
from docgen.cli.work import Task, run_task
from docgen.errors import CannotWrite, DocgenError
from docgen.load.repository import CONTENT, TEMPLATES
from docgen.pipeline import Built
from docgen.write.disk import write_output
from docgen.write.edition import Edition

OUTPUT_FOLDER = "build"


@click.command("build")
@click.argument("targets", nargs=-1, metavar="[PROGRAMME|DOCUMENT]...")
@click.option("--format", "formats", metavar="FORMATS", help="What to write, for example docx,html.")
@click.option(
    "--out", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Where to write instead of build/."
)
@click.option("--clean", is_flag=True, help="For publication: leave out what tells where the words came from.")
@click.option("--git-history", is_flag=True, help="Complete the version history with what git remembers.")
def command(targets: tuple[str, ...], formats: str | None, folder: Path | None, clean: bool, git_history: bool) -> int:
    """Build documents: all of them, or those of a PROGRAMME (banes), or one DOCUMENT (banes/eoi).

    A document with errors is not written, and what the last good build wrote stays as it is. What the rules of
    `docgen check` find stops a document only when its status is approved or final.
    """
    terminal = this_terminal()
    repository = open_repository(git_history)
    chosen = formats_of(formats, repository.settings)
    store = Store(output_folder(folder, repository))
    task = Task("Building", "built", store.keep, chosen, Edition(clean=clean))
    outcome = run_task(task, repository, select(repository, targets), terminal)
    if terminal.interactive and outcome.done:
        terminal.print(f"{len(store.written)} written, {store.unchanged} unchanged, in {shown_path(store.folder)}")
    return outcome.exit_code


def output_folder(chosen: Path | None, repository: Repository) -> Path:
    """Where to write; raises `DocgenError` for a folder that docgen reads, where outputs would become inputs."""
    folder = chosen or repository.root / OUTPUT_FOLDER
    for name in (CONTENT, TEMPLATES):
        if folder.resolve().is_relative_to((repository.root / name).resolve()):
            message = f"'{folder}' is no place for outputs, since docgen reads '{name}'"
            raise DocgenError(message, "choose another folder with --out")
    return folder


@dataclass(slots=True)
class Store:
    """The output folder, and what this build did to it."""

    folder: Path
    written: list[str] = field(default_factory=list)
    """Names such as `banes/eoi.docx`."""
    unchanged: int = 0

    def keep(self, built: Built) -> None:
        """Write every format of a document, even where one is refused; raises the first refusal at the end."""
        refusals: list[CannotWrite] = []
        for suffix, content in built.outputs.items():
            try:
                self._write(f"{built.job.id}.{suffix}", content)
            except CannotWrite as refusal:
                refusals.append(refusal)
        if refusals:
            raise refusals[0]

    def _write(self, name: str, content: bytes) -> None:
        if write_output(self.folder, name, content):
            self.written.append(name)
        else:
            self.unchanged += 1


def shown_path(folder: Path) -> str:
    """The folder as seen from here, where that is shorter than its full path."""
    try:
        return min(os.path.relpath(folder), str(folder), key=len)
    except ValueError:  # another drive of Windows
        return str(folder)
