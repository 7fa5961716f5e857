"""How reports word where something stands, alike on the screen and on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import assert_never

from msgspec import Struct

from docgen.load.changes import Change
from docgen.load.repository import CONTENT
from docgen.schema.document_type import Limit
from docgen.standing.standing import (
    SETTLED,
    DocumentStanding,
    FileStanding,
    SectionStanding,
    Standing,
    State,
    Tally,
)
from docgen.wording import counted, day_in_words, grouped

NOTHING = "–"
"""Stands where nothing can be told."""


class ToldSection(Struct, frozen=True):
    """A section, with its files as far as an earlier section has not told of them."""

    section: SectionStanding
    files: tuple[FileStanding, ...]
    again: tuple[str, ...]
    """The names of those that an earlier section tells of."""


def told_sections(document: DocumentStanding) -> Iterator[ToldSection]:
    """The sections that print content. Each file is told of once: `governance.yaml` may feed twenty sections."""
    told: set[str] = set()
    for section in _with_content(document.sections):
        new = tuple(file for file in section.files if file.path not in told)
        again = tuple(name_of(file, document) for file in section.files if file.path in told)
        told.update(file.path for file in new)
        yield ToldSection(section, new, again)


def _with_content(sections: Sequence[SectionStanding]) -> list[SectionStanding]:
    """Those with files, and the headings above them."""
    kept: list[SectionStanding] = []
    for section in reversed(sections):
        leads = bool(kept) and 0 < section.level < kept[-1].level
        kept += [section] if section.files or leads else []
    return kept[::-1]


def name_of(file: FileStanding, document: DocumentStanding) -> str:
    """Its path from the folder of the programme: `narrative/vision.md`."""
    return relative(file.path, document)


def relative(path: str, document: DocumentStanding) -> str:
    """A path of the repository from the folder of the document's programme."""
    return path.removeprefix(f"{CONTENT}/{document.id.partition('/')[0]}/")


def is_open(file: FileStanding) -> bool:
    """Whether its status says that somebody still works on it."""
    return bool(file.status) and file.status not in SETTLED


def is_over(file: FileStanding) -> bool:
    """Whether it has more words than its limit."""
    return file.limit is not None and file.words > file.limit


def verdict_of(document: DocumentStanding) -> str:
    """How far a document is, in a clause without a full stop."""
    things = counted(len(document.gaps), "thing is", "things are")
    match document.state:
        case State.STOPPED:
            return f"cannot be built as it is: {things} missing or wrong"
        case State.OPEN:
            return f"{things} missing before it can be final"
        case State.READY:
            return f"nothing is missing; its status still says '{document.about.status}'"
        case State.FINAL:
            return "nothing is missing"
        case _:
            assert_never(document.state)


def particulars_of(document: DocumentStanding) -> list[tuple[str, str]]:
    """What it says of itself: terms with their words, as far as it says them."""
    about = document.about
    board = ", ".join(filter(None, [about.approved_by, about.approved_on if about.approved_by else ""]))
    told = [
        ("Status", about.status),
        ("Version", about.version),
        ("Dated", day_in_words(about.dated) if about.dated else ""),
        ("Owner", about.owner),
        ("Goes to", board),
    ]
    return [(term, words) for term, words in told if words]


def problems_in_words(found: Tally) -> str:
    """`1 error, 2 warnings`, or `none`."""
    levels = [(found.errors, "error"), (found.warnings, "warning"), (found.notes, "note")]
    return ", ".join(counted(number, level) for number, level in levels if number) or "none"


def words_against_limit(file: FileStanding, box: Limit | None = None) -> str:
    """`201 of 250`; `262 of 250, 12 over`; for a form also what its box takes."""
    if not file.is_narrative:
        return NOTHING
    told = grouped(file.words)
    if file.limit is not None:
        over = f", {grouped(file.words - file.limit)} over" if is_over(file) else ""
        told += f" of {grouped(file.limit)}{over}"
    return f"{told}; the form takes {box}" if box else told


def all_words(document: DocumentStanding) -> str:
    """`21 texts of 3,912 words`; empty where it prints no text."""
    texts = document.texts
    return f"{counted(len(texts), 'text')} of {counted(sum(map(_words, texts)), 'word')}" if texts else ""


def _words(file: FileStanding) -> int:
    return file.words


def last_change(change: Change | None, is_committed: bool, unknown: str) -> str:
    """`20 June 2014`, with what has happened since."""
    if unknown:
        return "unknown"
    if change is None:
        return "not in git yet"
    return change_day(change) + ("" if is_committed else ", changed since")


def change_day(change: Change) -> str:
    """`20 June 2014`; what git says, where it is no day of the calendar."""
    try:
        return day_in_words(date.fromisoformat(change.day))
    except ValueError:
        return change.day


def summary_of(standing: Standing) -> str:
    """`4 documents: 2 final, 1 ready to be made final, 1 not finished; no problems found`."""
    numbers = {state: _count(standing.documents, state) for state in State}
    parts = [f"{grouped(number)} {_STATES[state]}" for state, number in numbers.items() if number]
    documents = counted(len(standing.documents), "document")
    problems = f"{problems_in_words(standing.found)} found" if standing.found else "no problems found"
    return f"{documents}{': ' if parts else ''}{', '.join(parts)}; {problems}"


def _count(documents: Sequence[DocumentStanding], state: State) -> int:
    return sum(document.state is state for document in documents)


_STATES = {
    State.FINAL: "final",
    State.READY: "ready to be made final",
    State.OPEN: "not finished",
    State.STOPPED: "that cannot be built",
}
