"""Who does something in a sentence: a body that the content declares, by a name or by its kind, or we."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from docgen.check.itself import Itself
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.words.bodies import Named, bodies_named, is_part_of, organisation_of
from docgen.schema.content import Content

_WE = Pattern(r"\b(?:we|ourselves|us)\b", re.IGNORECASE)


def doers_named(words: str, content: Content) -> list[Named]:
    """Who is named, in the order of the words. `The joint committee` is the only committee of this kind."""
    named = bodies_named(words, content)
    taken = [range(each.start, each.end) for each in named]
    further = (each for each in _further(words, content) if not any(each.start in span for span in taken))
    return sorted([*named, *further], key=lambda each: each.start)


def _further(words: str, content: Content) -> Iterator[Named]:
    own = content.programme.organisation
    yield from (Named(own, found.start(), found.end()) for found in _WE.finditer(words))
    for pattern, id_ in _signs(Itself(content)):
        yield from (Named(id_, each.start(), each.end()) for each in pattern.finditer(words))


@lru_cache(maxsize=16)
def _signs(content: Itself[Content]) -> tuple[tuple[Pattern, str], ...]:
    """By what else bodies are known."""
    named = (*_kinds(content.thing), *_short(content.thing))
    return tuple((Pattern(rf"(?<!\w)(?:{re.escape(name)})(?!\w)", re.IGNORECASE), id_) for name, id_ in named)


def _kinds(content: Content) -> Iterator[tuple[str, str]]:
    """The kinds of which there is one committee."""
    committees = content.governance.committees if content.governance else {}
    kinds = Counter(each.kind.casefold() for each in committees.values())
    yield from ((each.kind, id_) for id_, each in committees.items() if kinds[each.kind.casefold()] == 1)


def _short(content: Content) -> Iterator[tuple[str, str]]:
    """`CCG`, where our own abbreviation alone ends so."""
    organisations = content.programme.organisations
    endings = Counter((each.abbreviation or each.name).split()[-1] for each in organisations.values())
    own = organisations.get(content.programme.organisation)
    ending = own.abbreviation.split()[-1] if own and own.abbreviation else ""
    if ending.isupper() and endings[ending] == 1:
        yield ending, content.programme.organisation


def is_ours(body: str, content: Content) -> bool:
    """Whether a body is a committee of the programme, or belongs to the organisation whose programme it is."""
    committees = content.governance.committees if content.governance else {}
    return body in committees or organisation_of(body, content) == content.programme.organisation


def is_among(body: str, holders: list[str], content: Content) -> bool:
    """Whether a body is one of those named, belongs to one of them, or is a part of one: a local team of it."""
    ours = organisation_of(body, content)
    return body in holders or ours in holders or any(is_part_of(ours, holder, content) for holder in holders)
