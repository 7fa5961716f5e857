"""What a number measures: the words around it, without endings and without words that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.numbers.quantities import quantities
from docgen.check.prose.numbers.quantity import Quantity, Unit
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.words.stems import stem

_WORD = Pattern(r"[^\W\d_]+(?:['’][a-z]+)?")
_SAYS_NOTHING = frozenset(
    (
        "a an the of in at for to from by with within and or but were was are is be been had have has will would "
        "could can may should must who which that whom whose on as than if so per each every not do does did our "
        "its their his her we us it they this these those there here all any some about around over under nearly "
        "almost roughly approximately more less least most up out into take takes place number total share amount "
        "figure percentage proportion level size rate currently now also only just gp general estimated serve "
        "serves look after"
    ).split()
)
_ALIKE = {
    stem(word): "people" for word in "people population populations patients persons inhabitants person patient".split()
} | {stem("healthcare"): "health"}
_CLAUSE_BEFORE = Pattern(r"[;:(—–]|,\s(?:and|but|yet|while|whereas|although)\s|\.\s")
_CLAUSE_AFTER = Pattern(r"[,;:()—–]|\s(?:and|but|yet|while|whereas|although|compared|or)\s|\.\s")
_CHANGES = Pattern(
    r"\b(?:grow\w*|r[io]se|rising|increas\w+|fall\w*|fell|reduc\w+|decreas\w+|from|expected|expect|project\w+|forecast\w*|target\w*"
    r"|aim\w*|planned|previous\w*|former\w*|last|next|would|will|could|should|may|might|between|by|average|further|extra"
    r"|additional|another|up\sto|remaining|other|new|save[ds]?|saving)\b",
    re.IGNORECASE,
)
REACH = 200
"""How many characters before and after a number can say what it measures."""
_YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<![\d/])\d\d/\d\d(?![\d/])")


class Measure(Struct, frozen=True):
    """A number with the words around it."""

    quantity: Quantity
    before: str
    """The words of its clause before it, from the number before it."""
    after: str
    """The words of its clause after it, to the number after it."""
    years: frozenset[str]
    """The years that the sentence names."""

    @property
    def stems(self) -> frozenset[str]:
        """The words around it that say something."""
        return stems_of(f"{self.before} {self.after}")

    @property
    def is_of_change(self) -> bool:
        """Whether it is what something was, becomes, or changes by."""
        return bool(_CHANGES.search(self.before))


@kept
def measures(words: str) -> tuple[Measure, ...]:
    """Every number of a sentence with the words around it."""
    return tuple(_measures(words))


def _measures(words: str) -> Iterator[Measure]:
    found = quantities(words)
    years = frozenset(_YEAR.findall(words))
    for place, quantity in enumerate(found):
        start = found[place - 1].end if place else 0
        end = found[place + 1].start if place + 1 < len(found) else len(words)
        before = _CLAUSE_BEFORE.split(words[max(start, quantity.start - REACH) : quantity.start])[-1]
        after = _CLAUSE_AFTER.split(words[quantity.end : min(end, quantity.end + REACH)])[0]
        if not quantity.is_range:
            yield Measure(quantity, before, after, years)


@kept
def stems_of(words: str) -> frozenset[str]:
    """The words of a text that say something, without their endings; `population` and `patients` are people."""
    return frozenset(_alike(words))


def _alike(words: str) -> Iterable[str]:
    spoken = (word for word in map(str.casefold, _WORD.findall(words)) if word not in _SAYS_NOTHING)
    return (_ALIKE.get(each, each) for each in map(stem, spoken))


UNITS = {"%": Unit.PERCENT, "£": Unit.POUNDS, "pounds": Unit.POUNDS}
"""The units of facts that are no nouns; those in thousands or millions begin with their sign."""


def unit_of(written: str) -> Unit:
    """The unit of a fact: `£ million` is pounds, `people` a count."""
    return Unit.POUNDS if written.startswith("£") else UNITS.get(written, Unit.COUNT)
