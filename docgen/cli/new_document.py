"""`docgen new document`: a document of a programme, with the content files that it needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from docgen.cli.adding import Begun, add_documents, say_what_next
from docgen.cli.asking import Asking, Question
from docgen.cli.new_questions import type_question
from docgen.cli.repository import Repository, open_repository
from docgen.cli.terminal import this_terminal
from docgen.errors import DocgenError
from docgen.load.repository import CONTENT, missing_programme
from docgen.start.answers import read_id


@click.command("document")
@click.argument("type_", metavar="[TYPE]", required=False)
@click.option("--programme", "programme", metavar="ID", help="The programme; may be left out where there is one.")
@click.option("--with", "also", metavar="NAME", multiple=True, help="Begin a part or narrative that TYPE can print.")
@click.option("--all", "is_all", is_flag=True, help="Begin everything that TYPE can print.")
def document(type_: str | None, programme: str | None, also: tuple[str, ...], is_all: bool) -> int:
    """Add a document to a programme, with the content files that its TYPE needs.

    'docgen list' shows the types, and 'docgen list TYPE' what each of them needs and can print.
    """
    terminal, repository, asking = this_terminal(), open_repository(), Asking(is_quick=False)
    name = asking.answer(type_, type_question(repository.snapshot))
    id_ = _programme(programme, repository, asking)
    begun = Begun(repository.root, repository.snapshot, id_)
    return add_documents(begun, [name], ("all",) if is_all else also, terminal) or say_what_next(id_, terminal)


def _programme(given: str | None, repository: Repository, asking: Asking) -> str:
    """The programme that is named, in whose folder the command runs, or that is the only one."""
    known = repository.programmes
    if not known:
        raise DocgenError("there is no programme yet", "begin one with 'docgen new programme'")
    here = _around(repository)
    default = here if here in known else known[0] if len(known) == 1 else None
    if given is None and default:
        return default
    words = f"Programme ({', '.join(known)})"
    return asking.answer(given, Question("--programme", words, lambda name: _known(name, repository, known)))


def _known(written: str, repository: Repository, known: Sequence[str]) -> str:
    name = read_id(written)
    if name not in known:
        problem = missing_programme(repository.snapshot, name)
        raise DocgenError(problem.message, problem.help)
    return name


def _around(repository: Repository) -> str:
    """The folder of `content/` in which the command runs; empty outside."""
    content, here = (repository.root / CONTENT).resolve(), Path.cwd().resolve()
    return here.relative_to(content).parts[0] if here != content and here.is_relative_to(content) else ""
