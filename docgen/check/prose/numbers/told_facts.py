"""The figures of `facts.yaml` as prose tells them without the role `fact`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from docgen.check.itself import Itself
from docgen.check.prose.numbers.likeness import can_be, is_rounding
from docgen.check.prose.numbers.measures import Measure, measures, stems_of, unit_of
from docgen.check.prose.numbers.quantity import SCALES, Quantity, Unit
from docgen.check.prose.numbers.told_twice import SOME
from docgen.check.prose.passages import Passage
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.stated import each_found, stated
from docgen.schema.facts import Fact

_ALL = Pattern(
    r"\b(?:our|all|its|comprises?|consists?\sof|made\sup\sof|there\sare|total\sof|membership\sof|(?:CCG|ICB|we)\s(?:has|have))\s(?:our\s|the\s|its\s)?$",
    re.IGNORECASE,
)
_LARGE = 1000


class Known(Struct, frozen=True):
    """A fact whose value is a number, as prose may tell it."""

    id: str
    fact: Fact
    value: Decimal
    """In pounds, in per cent, or in what is counted."""
    unit: Unit
    names: tuple[frozenset[str], ...]
    """The words by which it is known: those of its id, those of its label."""
    years: str
    """When it held, as written; empty where that is not said."""


class Told(Struct, frozen=True):
    """A number in prose that is meant to be a fact."""

    known: Known
    measure: Measure
    sentence: Sentence

    @property
    def agrees(self) -> bool:
        """Whether it can stand for the fact."""
        return can_be(self.measure.quantity, self.known.value)

    @property
    def is_rounded(self) -> bool:
        """Whether it is the fact rounded, and does not say so."""
        return not self.agrees and is_rounding(self.measure.quantity, self.known.value)


def told_facts(facts: Mapping[str, Fact], passages: tuple[Passage, ...]) -> tuple[Told, ...]:
    """Each number in prose that tells a fact. One that may tell several tells none, where one of them fits."""
    return _told_facts(Itself(facts), Itself(passages))


@lru_cache(maxsize=4)
def _told_facts(facts: Itself[Mapping[str, Fact]], passages: Itself[tuple[Passage, ...]]) -> tuple[Told, ...]:
    """Several rules ask for those of the same papers."""
    return tuple(_told(facts.thing, passages.thing))


def _told(facts: Mapping[str, Fact], passages: Iterable[Passage]) -> Iterator[Told]:
    known = [each for id_, fact in facts.items() if (each := _known(id_, fact))]
    for sentence, measure in each_found(measures, stated(passages)) if known else ():
        meant = [each for each in known if _is_meant(each, measure)]
        if meant and not _may_be_any(measure.quantity, known):
            yield Told(meant[0], measure, sentence)


def _may_be_any(quantity: Quantity, known: Iterable[Known]) -> bool:
    """Whether a number fits any fact of its unit."""
    return any(can_be(quantity, each.value) for each in known if each.unit is quantity.unit)


def _known(id_: str, fact: Fact) -> Known | None:
    """None for a fact in words, and for one whose name says too little."""
    if fact.number is None:
        return None
    written = fact.unit or ""
    scale = SCALES.get(written.lstrip("£ ").strip(), 1)
    names = (stems_of(re.sub(r"[-_]", " ", id_)), stems_of(fact.label or ""))
    named = tuple(name for name in names if len(name) >= 2)
    return Known(id_, fact, fact.number * scale, unit_of(written), named, str(fact.as_of or "")) if named else None


def _is_meant(known: Known, measure: Measure) -> bool:
    quantity = measure.quantity
    if quantity.unit is not known.unit or quantity.is_fraction or measure.is_of_change or not quantity.value:
        return False
    if any(year not in known.years for year in measure.years):
        return False
    around = measure.stems
    return any(name <= around for name in known.names) and _is_comparable(known, measure)


def _is_comparable(known: Known, measure: Measure) -> bool:
    """Whether a number is near enough to be meant as the fact, and not as a part of what it counts."""
    ratio = measure.quantity.value / known.value if known.value else Decimal(0)
    if known.unit is not Unit.COUNT:
        return Decimal("0.4") < ratio < Decimal("2.5") or ratio in (1000, Decimal(1) / 1000)
    if known.value >= _LARGE:
        return Decimal("0.8") < ratio < Decimal("1.25")
    is_all = bool(_ALL.search(measure.before)) and not SOME.match(measure.after)
    return is_all and Decimal("0.3") < ratio < 3
