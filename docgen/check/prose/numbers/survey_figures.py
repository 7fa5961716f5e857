"""Rates and counts of those who answered, as sentences about surveys word them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.numbers.number_words import FRACTION, fraction_of
from docgen.check.prose.numbers.percentages import percentages
from docgen.check.prose.numbers.quantity import Quantity
from docgen.check.prose.pattern import Pattern

_NUMBERS = (
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(_NUMBERS)})"
_BOUND = (
    r"(?P<bound>about|around|some|roughly|approximately|nearly|almost|just\s+under|under|less\s+than|fewer\s+than|"
    r"below|over|just\s+over|more\s+than|at\s+least|above|up\s+to|only)\s+"
)
_PERCENT = Pattern(
    rf"(?:{_BOUND})?(?<![\d.,–-])(?P<figure>\d{{1,3}}(?:\.\d+)?)\s*(?:%|per\s?cent\b|percent\b)(?!\s*points?)",
    re.IGNORECASE,
)
_FRACTION = Pattern(rf"(?:{_BOUND})?(?P<fraction>{FRACTION})", re.IGNORECASE)
_EXACTLY = Pattern(r"[^.;,]{0,30}\(\s?\d")
_NEXT_FRACTION = 17
"""In per cent: from a half to two thirds."""
_OF = Pattern(rf"\b(?P<part>{_COUNT})\s+(?:out\s+)?of\s+(?:the\s+|our\s+|all\s+)?(?P<whole>{_COUNT})\b", re.IGNORECASE)
_WHOLE_FIRST = Pattern(
    rf"\bof\s+(?:the\s+|our\s+|all\s+)?(?P<whole>{_COUNT})\s+[^,;.]{{0,60}},\s+(?P<part>{_COUNT})\b", re.IGNORECASE
)
_ABOUT = ("about", "around", "some", "roughly", "approximately", "nearly", "almost", "up to")
_ABOVE = ("over", "more than", "at least", "above")
_BELOW = ("under", "less than", "fewer than", "below")


class Rate(Struct, frozen=True):
    """A percentage as it is written."""

    start: int
    words: str
    figure: Decimal
    bound: str
    """`about`, `over`, `under`, or nothing."""
    is_fraction: bool = False
    """Whether it is written as `two thirds`, which nobody means to the tenth of a per cent."""

    def fits(self, share: Decimal) -> bool:
        """Whether a share, in per cent, may be worded so."""
        off = share - self.figure
        if self.is_fraction:
            return self._fits_as_fraction(off)
        if self.bound == "over":
            return Decimal("-0.5") <= off <= 5
        if self.bound == "under":
            return Decimal("-5") <= off <= Decimal("0.5")
        last_digit = Decimal(1).scaleb(int(self.figure.as_tuple().exponent))
        return abs(off) <= (max(2 * last_digit, Decimal("2.5")) if self.bound else last_digit / 2)

    def _fits_as_fraction(self, off: Decimal) -> bool:
        """`more than half` may be said up to the next common fraction."""
        if self.bound in ("over", "under"):
            return 0 <= (off if self.bound == "over" else -off) <= _NEXT_FRACTION
        return abs(off) <= (5 if self.bound else 2)


class CountOf(Struct, frozen=True):
    """`12 of 42`, `of the 42 people whom we asked, 12`."""

    start: int
    words: str
    part: int
    whole: int


@kept
def rates(words: str) -> tuple[Rate, ...]:
    """All percentages of a text, in order, without those that differ from the very numbers beside them.

    These are wrong whatever the survey says, and another rule (DG304) says so.
    """
    wrong = [stated.percentage for stated in percentages(words) if stated.differs]
    every = (found for found in _PERCENT.finditer(words) if not _is_among(found.start("figure"), wrong))
    percentages_ = (
        Rate(found.start("figure"), found[0].strip(), Decimal(found["figure"]), _bound(found["bound"]))
        for found in every
    )
    return tuple(sorted([*percentages_, *_fractions(words)], key=lambda rate: rate.start))


def _fractions(words: str) -> Iterator[Rate]:
    """`two thirds of those who answered`, unless a number beside them says it more exactly."""
    for found in _FRACTION.finditer(words):
        if not _EXACTLY.match(words, found.end()):
            value = round(fraction_of(found["fraction"]), 1)
            yield Rate(found.start("fraction"), found[0].strip(), value, _bound(found["bound"]), is_fraction=True)


def _is_among(at: int, quantities: Iterable[Quantity]) -> bool:
    """Whether a place lies in one of some numbers."""
    return any(each.start <= at < each.end for each in quantities)


def counts_of(words: str) -> Iterator[CountOf]:
    """All counts of a text that say of how many."""
    for pattern in (_OF, _WHOLE_FIRST):
        for found in pattern.finditer(words):
            yield CountOf(found.start("part"), found[0], number(found["part"]), number(found["whole"]))


def number(words: str) -> int:
    """What a number in digits or in a word stands for."""
    folded = words.casefold()
    return _NUMBERS.index(folded) if folded in _NUMBERS else int(words.replace(",", ""))


def _bound(words: str | None) -> str:
    folded = " ".join((words or "").casefold().replace("just ", "").split())
    kinds = (("about", _ABOUT), ("over", _ABOVE), ("under", _BELOW))
    return next((kind for kind, listed in kinds if folded in listed), "")
