"""`docgen reference`: writes docgen's reference document, for editing in Word."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.repository import Repository, open_repository
from docgen.cli.terminal import this_terminal
from docgen.errors import CannotWrite
from docgen.load.house import REFERENCE
from docgen.load.repository import TEMPLATES
from docgen.write.disk import write_output
from docgen.write.docx.house.builtin import builtin_document


@click.command("reference")
@click.option(
    "--out", "target", metavar="FILE", type=click.Path(path_type=Path), help=f"Where to write instead of {REFERENCE}."
)
@click.option("--force", is_flag=True, help="Write over a file that is there, and lose what was changed in it.")
def command(target: Path | None, force: bool) -> int:
    """Write a Word document that shows every style of docgen's papers, with their page, headers and footers.

    Change its styles in Word and save it: papers then look like it. Its text reaches no paper.
    """
    terminal = this_terminal()
    repository = None if target else open_repository()
    place = repository.root / REFERENCE if repository else target or Path()
    _refuse(place, force)
    is_new = write_output(place.parent, place.name, builtin_document())
    terminal.print(f"{'written' if is_new else 'unchanged'}: {_shown(place, repository)}")
    terminal.print(_advice(place, repository))
    return 0


def _refuse(place: Path, force: bool) -> None:
    if place.suffix.lower() != ".docx":
        raise CannotWrite(f"'{place.name}' is not a name of a Word document", "let the name end in '.docx'")
    if place.exists() and not force:
        message = f"'{place.name}' is there already, and may hold somebody's work"
        raise CannotWrite(message, "name another file with --out, or write over it with --force")


def _shown(place: Path, repository: Repository | None) -> str:
    return str(place) if repository is None else place.relative_to(repository.root).as_posix()


def _advice(place: Path, repository: Repository | None) -> str:
    """How the document comes to be used."""
    if repository is not None:
        return "edit its styles in Word, save it, and run 'docgen build': papers take over its look"
    example = f"{TEMPLATES}/styles/{place.name}"
    return (
        f"to use it, put it into the repository, as '{REFERENCE}'; under another name, say so in docgen.toml:\n\n"
        f'[style]\nreference = "{example}"\n'
    )
