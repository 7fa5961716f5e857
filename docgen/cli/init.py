"""`docgen init`: the files of a new repository."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.failures import CLEAN
from docgen.cli.placed import print_placed
from docgen.cli.terminal import Terminal, this_terminal
from docgen.editing.schema_files import FOLDER, schema_files
from docgen.errors import CannotWrite
from docgen.load.repository import CONTENT, SETTINGS
from docgen.start.placing import Placed, place, write_file
from docgen.start.repository import repository_files


@click.command("init")
@click.argument("folder", metavar="[FOLDER]", type=click.Path(path_type=Path), default=Path())
def command(folder: Path) -> int:
    """Make a repository for papers in FOLDER, or in the current folder.

    Writes settings, a README for the team, settings of editors, git and pre-commit, a check on GitHub, and the folders
    content/ and build/. What is there is never written over.
    """
    terminal, root = this_terminal(), folder.absolute()
    _require_free(root)
    placed = place(root, {path: text.encode() for path, text in repository_files().items()})
    for name, schema in schema_files().items():
        write_file(root, f"{FOLDER}/{name}", schema)
    write_file(root, f"{FOLDER.partition('/')[0]}/.gitignore", b"*\n")
    print_placed(placed, terminal)
    terminal.print(f"schemas for editors: {FOLDER}/")
    _print_next(folder, root, placed, terminal)
    return CLEAN


def _require_free(root: Path) -> None:
    """The folder may hold anything; it must be a folder, and not lie in a repository."""
    if root.exists() and not root.is_dir():
        raise CannotWrite(f"'{root.name}' is a file", "name a folder; it is made where there is none")
    around = next((folder for folder in root.parents if (folder / SETTINGS).is_file()), None)
    if around and not (root / SETTINGS).is_file():
        message = f"the folder lies in a repository already: '{around.name}' holds '{SETTINGS}'"
        raise CannotWrite(message, "go there to begin a programme with 'docgen new programme', or name another folder")


def _print_next(folder: Path, root: Path, placed: Placed, terminal: Terminal) -> None:
    terminal.print()
    if not placed.written:
        terminal.print("nothing was missing")
    is_begun = any((root / CONTENT).glob("*/programme.yaml"))
    steps = ["docgen check" if is_begun else "docgen new programme"]
    if folder != Path() and root != Path.cwd():
        steps.insert(0, f'cd "{folder}"' if " " in str(folder) else f"cd {folder}")
    if not any((place / ".git").exists() for place in (root, *root.parents)):
        terminal.print("git keeps the versions of your work and shares it: 'git init' begins that")
    terminal.print(f"next: {', then '.join(steps)}")
