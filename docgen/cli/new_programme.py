"""`docgen new programme`: the folder of a programme, with the files that its first documents need."""

from __future__ import annotations

from collections.abc import Sequence

import click

from docgen.cli.adding import Begun, add_documents, say_what_next
from docgen.cli.asking import Asking, Question
from docgen.cli.new_questions import (
    abbreviation_question,
    dated_question,
    effective_question,
    id_question,
    model_question,
    organisation_question,
    require_free,
    title_question,
)
from docgen.cli.repository import Repository, open_repository
from docgen.cli.terminal import this_terminal
from docgen.errors import DocgenError
from docgen.load.document_type import document_types
from docgen.schema.programme import CommissioningModel
from docgen.start.adding import programme_path, require_type, with_files
from docgen.start.answers import NewProgramme
from docgen.start.programme import programme_file
from docgen.wording import listed, sentence_case

_PACKS = ("house-style", "accessibility")


@click.command("programme")
@click.argument("name", metavar="[ID]", required=False)
@click.option("--title", metavar="WORDS", help="What the programme is called.")
@click.option("--organisation", metavar="NAME", help="Full name of the organisation that issues the papers.")
@click.option("--abbreviation", metavar="WORDS", help="Its short name.")
@click.option("--model", metavar="MODEL", help=f"{listed([*CommissioningModel], 'or').capitalize()}.")
@click.option("--dated", metavar="DAY", help="Date of the papers: 2026-05-01.")
@click.option("--effective", metavar="DATE", help="When the arrangement takes effect: 2026-10.")
@click.option("--document", "types", metavar="TYPE", multiple=True, help="A document to begin; may be repeated.")
@click.option("--pack", "packs", metavar="PACK", multiple=True, help="A further pack of rules; may be repeated.")
@click.option("--yes", "is_quick", is_flag=True, help="Take defaults without asking.")
def programme(
    name: str | None,
    title: str | None,
    organisation: str | None,
    abbreviation: str | None,
    model: str | None,
    dated: str | None,
    effective: str | None,
    types: tuple[str, ...],
    packs: tuple[str, ...],
    is_quick: bool,
) -> int:
    """Begin a programme of work: the folder content/ID, with what its documents need.

    At a terminal, asks what the options leave open.
    """
    terminal, repository, asking = this_terminal(), open_repository(), Asking(is_quick)
    id_ = asking.answer(name, id_question())
    require_free(id_, repository.root)
    answers = NewProgramme(
        id=id_,
        title=asking.answer(title, title_question(_title(id_))),
        organisation=asking.answer(organisation, organisation_question()),
        abbreviation=asking.answer(abbreviation, abbreviation_question()),
        model=asking.answer(model, model_question()),
        dated=asking.answer(dated, dated_question(is_quick)),
        effective=asking.answer(effective, effective_question()),
        types=_types(types, repository, asking),
        packs=tuple(dict.fromkeys((*packs, *_PACKS))),
    )
    files = {programme_path(id_): programme_file(answers).encode()}
    begun = Begun(repository.root, with_files(repository.snapshot, files), id_, files)
    return add_documents(begun, answers.types, (), terminal) or say_what_next(id_, terminal)


def _title(name: str) -> str:
    return sentence_case(name.replace("-", " ").replace("_", " "))


def _types(given: Sequence[str], repository: Repository, asking: Asking) -> tuple[str, ...]:
    """The types of the first documents, each once."""
    known = document_types(repository.snapshot)

    def read(written: str) -> str:
        names = written.replace(",", " ").split()
        if not names:
            raise DocgenError("a programme has at least one document", f"known: {', '.join(known)}")
        return " ".join(require_type(repository.snapshot, name) for name in names)

    question = Question("--document", f"Documents to begin ({', '.join(known)})", read)
    return tuple(dict.fromkeys(asking.answer(" ".join(given) if given else None, question).split()))
