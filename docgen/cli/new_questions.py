"""What commands ask that begin a programme."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docgen.cli.asking import Question, somebody_answers
from docgen.diagnostic import Findings
from docgen.errors import DocgenError
from docgen.load.document_type import document_types, read_document_type
from docgen.schema.programme import CommissioningModel
from docgen.snapshot import Snapshot
from docgen.start.adding import programme_path, require_type
from docgen.start.answers import (
    Reader,
    read_day,
    read_id,
    read_model,
    read_moment,
    read_optional,
    read_text,
    read_words,
)
from docgen.wording import listed


def id_question() -> Question:
    """What the folder of the programme is called."""
    return Question("ID", "Id of the programme, which names its folder", read_id)


def require_free(name: str, root: Path) -> None:
    """Refuse the id of a programme that is there."""
    if (root / programme_path(name)).exists():
        message = f"there is a programme '{name}' already"
        raise DocgenError(message, f"choose another id, or add to it with 'docgen new document --programme {name}'")


def title_question(default: str) -> Question:
    """What papers call the programme."""
    return Question("--title", "Title of the programme", read_text, default)


def organisation_question() -> Question:
    """Who issues the papers."""
    return Question("--organisation", "Full name of the organisation that issues the papers", read_text)


def abbreviation_question() -> Question:
    """What it is called for short."""
    return Question("--abbreviation", "Its short name, if it has one", read_optional(read_text), "")


def model_question() -> Question:
    """How far commissioning is shared or passed on."""
    return Question("--model", f"Commissioning model ({listed([*CommissioningModel], 'or')})", read_model)


def dated_question(is_quick: bool) -> Question:
    """The day of the papers. Today is only a guess for people: a script says which day it means."""
    today = date.today().isoformat() if is_quick or somebody_answers() else None
    return Question("--dated", "Date of the papers", read_day, today)


def effective_question() -> Question:
    """From when the arrangement holds."""
    words = "When the arrangement takes effect, if that is known"
    return Question("--effective", words, read_optional(read_moment), "")


def type_question(snapshot: Snapshot) -> Question:
    """Which document is added."""
    return Question("TYPE", "Type of the document", _type_reader(snapshot), choices=_types(snapshot))


def types_question(snapshot: Snapshot) -> Question:
    """With which documents a programme begins."""
    read = _type_reader(snapshot)

    def read_all(written: str) -> str:
        names = read_words(written)
        if not names:
            raise DocgenError("a programme has at least one document", f"known: {', '.join(document_types(snapshot))}")
        return " ".join(map(read, names))

    return Question("--document", "Documents to begin, by their types", read_all, choices=_types(snapshot))


def _type_reader(snapshot: Snapshot) -> Reader:
    return lambda written: require_type(snapshot, written.strip())


def _types(snapshot: Snapshot) -> tuple[str, ...]:
    """A line about each document type."""
    kinds = {name: read_document_type(snapshot, name, Findings()) for name in document_types(snapshot)}
    width = max(map(len, kinds), default=0)
    return tuple(f"{name:<{width}}  {kind.about}" for name, kind in kinds.items() if kind)
