"""Names and short forms that the content declares, which papers are held against."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docgen.check.rule import ProgrammeFacts
from docgen.source import Path, Source


class ShortForm(Struct, frozen=True):
    """A short form, and what it is declared to stand for."""

    short: str
    long: str
    source: Source


class Name(Struct, frozen=True):
    """A name, and where it is declared."""

    words: str
    source: Source


def short_forms(facts: ProgrammeFacts) -> Iterator[ShortForm]:
    """Those of the glossary, then those of organisations, committees and bodies."""
    glossary = facts.content.glossary
    for short, long in glossary.abbreviations.items() if glossary else ():
        yield ShortForm(short, long, facts.key(("glossary", "abbreviations", short)))
    for path, name, abbreviation in _named(facts):
        if abbreviation:
            yield ShortForm(abbreviation, name, facts.place(*path, "abbreviation"))


def names(facts: ProgrammeFacts) -> Iterator[Name]:
    """The full and other names of organisations, committees and bodies, and of the authors of works."""
    for path, name, _ in _named(facts):
        yield Name(name, facts.place(*path, "name"))
    for id_, organisation in facts.content.programme.organisations.items():
        for number, alias in enumerate(organisation.aliases):
            yield Name(alias, facts.place("programme", "organisations", id_, "aliases", number))
    for id_, work in facts.content.references.items():
        yield Name(work.author, facts.place("references", id_, "author"))


def _named(facts: ProgrammeFacts) -> Iterator[tuple[Path, str, str | None]]:
    """The path, the name and the short form of each organisation, committee and body."""
    for id_, organisation in facts.content.programme.organisations.items():
        yield ("programme", "organisations", id_), organisation.name, organisation.abbreviation
    for id_, committee in facts.committees.items():
        yield ("governance", "committees", id_), committee.name, committee.abbreviation
    governance = facts.content.governance
    for id_, body in governance.bodies.items() if governance else ():
        yield ("governance", "bodies", id_), body.name, body.abbreviation
