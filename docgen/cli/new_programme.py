"""`docgen new programme`: the folder of a programme, with the files that its first documents need."""

from __future__ import annotations

from collections.abc import Mapping

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
    types_question,
)
from docgen.cli.repository import open_repository
from docgen.cli.terminal import this_terminal
from docgen.schema.programme import CommissioningModel
from docgen.start.adding import programme_path, with_files
from docgen.start.answers import NewProgramme, read_words
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
    name: str | None, types: tuple[str, ...], packs: tuple[str, ...], is_quick: bool, **given: str | None
) -> int:
    """Begin a programme of work: the folder content/ID, with what its documents need.

    At a terminal, asks what the options leave open.
    """
    terminal, repository, asking = this_terminal(), open_repository(), Asking(is_quick)
    id_ = asking.answer(name, id_question())
    require_free(id_, repository.root)
    answered = {about: asking.answer(given[about], question) for about, question in _questions(id_, is_quick).items()}
    asked_for = asking.answer(" ".join(types) or None, types_question(repository.snapshot))
    answers = NewProgramme(id_, types=read_words(asked_for), packs=(*dict.fromkeys((*packs, *_PACKS)),), **answered)
    files = {programme_path(id_): programme_file(answers).encode()}
    begun = Begun(repository.root, with_files(repository.snapshot, files), id_, files)
    return add_documents(begun, answers.types, (), terminal) or say_what_next(id_, terminal)


def _questions(name: str, is_quick: bool) -> Mapping[str, Question]:
    """What is asked of a new programme, in order, by what it is called here and on the command line."""
    return {
        "title": title_question(_title(name)),
        "organisation": organisation_question(),
        "abbreviation": abbreviation_question(),
        "model": model_question(),
        "dated": dated_question(is_quick),
        "effective": effective_question(),
    }


def _title(name: str) -> str:
    return sentence_case(name.replace("-", " ").replace("_", " "))
