"""Where words name a committee, a board or an organisation, by any name that the content gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from docgen.check.itself import Itself
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.signs import in_small_letters
from docgen.schema.content import Content
from docgen.schema.governance import Body, Committee
from docgen.schema.programme import Organisation

_ARTICLE = Pattern(r"^the\s+", re.IGNORECASE)
_KINDS = ("governing body", "board", "audit committee", "forum")
"""What papers call a body by, without the rest of its name, where there is only one such."""


class Named(Struct, frozen=True):
    """A place at which a body or an organisation is named."""

    id: str
    start: int
    end: int


def bodies_named(words: str, content: Content) -> list[Named]:
    """Who is named, in the order of the words; a longer name goes before a shorter one in it."""
    ids, pattern = _names(Itself(content))
    found = pattern.finditer(words) if ids else ()
    return [Named(ids[_folded(each[0])], each.start(), each.end()) for each in found]


def called(content: Content) -> Iterator[tuple[str, str]]:
    """Each name with the id of what it names."""
    for id_, organisation in content.programme.organisations.items():
        yield from ((name, id_) for name in organisation_names(organisation))
    governance = content.governance
    named: dict[str, Committee | Body] = {**governance.committees, **governance.bodies} if governance else {}
    for id_, body in named.items():
        yield body.name, id_
        yield id_.replace("-", " ").replace("_", " "), id_
        if body.abbreviation:
            yield body.abbreviation, id_
    for kind in _KINDS:
        of_kind = [id_ for id_, body in named.items() if body.name.casefold().endswith(kind)]
        if len(of_kind) == 1:
            yield kind, of_kind[0]


def organisation_names(organisation: Organisation) -> list[str]:
    """All names of an organisation, the full one first."""
    short = [organisation.abbreviation] if organisation.abbreviation else []
    return [organisation.name, *short, *organisation.aliases]


def organisation_of(id_: str, content: Content) -> str | None:
    """The organisation to which a body belongs; an organisation's own id."""
    if id_ in content.programme.organisations:
        return id_
    body = content.governance.bodies.get(id_) if content.governance else None
    return body.organisation if body else None


def is_part_of(one: str | None, other: str, content: Content) -> bool:
    """Whether one organisation carries the other's name in its own, as `NHS England Area Team` does."""
    organisations = content.programme.organisations
    if one is None or one not in organisations or other not in organisations:
        return False
    return _folded(organisations[other].name) in _folded(organisations[one].name)


@lru_cache(maxsize=16)
def _names(content: Itself[Content]) -> tuple[Mapping[str, str], Pattern]:
    """The id by each name, folded, and what finds them; a name that two things share names the first."""
    ids: dict[str, str] = {}
    for name, id_ in called(content.thing):
        ids.setdefault(_folded(_ARTICLE.sub("", name)), id_)
    return ids, _pattern(tuple(ids))


def _pattern(names: tuple[str, ...]) -> Pattern:
    longest_first = sorted(names, key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return Pattern(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _folded(name: str) -> str:
    return " ".join(in_small_letters(name).split())
