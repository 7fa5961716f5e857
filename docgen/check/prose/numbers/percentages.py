"""Percentages beside the numbers that they were worked out from: `12 of 42 (30%)`, `45% (24) of the 60`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.quantities import quantities
from docgen.check.prose.numbers.quantity import Quantity
from docgen.check.prose.numbers.shares import Share, agrees, shares
from docgen.check.prose.pattern import Pattern

_NOUN = r"[^,;:.()\d]{0,80}?"
_RATE = r"(?:an?|the)\s(?:[a-z-]+\s){0,3}?(?:rate|share|turnout|proportion|majority|percentage)\s(?:of\s|was\s|is\s)?"
_ABOUT = (
    r"(?:about|around|some|nearly|almost|over|more\sthan|just\s(?:over|under)|roughly|approximately|at\sleast|only)?\s?"
)
_SAME_AFTER = Pattern(
    rf"{_NOUN}(?:,?\s(?:or|i\.e\.|that\sis,?|which\sis|making|giving|equal\sto|equivalent\sto|representing)\s(?:{_RATE})?"
    rf"|,\s(?:with\s)?{_RATE}|\s(?:=|equals|makes|gives|represents)\s|\s[–—]\s){_ABOUT}"
)
_IN_BRACKETS = Pattern(rf"{_NOUN}\s\({_ABOUT}(?:{_RATE})?")
_CLOSED = Pattern(r"\s?[),;]")
_SAME_BEFORE = Pattern(r"(?:\s?\(|,\s(?:or|i\.e\.|that\sis,?)\s|\s?[–—]\s|\s?=\s?)")
_OPEN_AFTER = Pattern(r"\s(?:[\w’'-]+\s){0,9}?\(")
_COUNT_FIRST = Pattern(r"(?:\s[\w’'-]+)?\s\(")
_OF_WHOLE = Pattern(r"(?:[^.;:()\d]{0,40}?)\)\sof\s(?:all\s)?(?:the\s|our\s|its\s|these\s|those\s)?")
_WHOLE_FIRST = Pattern(r"(?:^|[\s(])[Oo]f\s(?:all\s)?(?:the\s|our\s|its\s|these\s|those\s)?$")
_ANYTHING = Pattern(r".*")
_PERCENT_OF = Pattern(r"\sof\s(?:all\s)?(?:the\s|our\s|its\s|these\s|those\s)?")
_OR_COUNT = Pattern(rf"{_NOUN}(?:,\s(?:or|namely|i\.e\.)\s|\s\(|,\sthat\sis,?\s|\s[–—]\s)")


class Stated(Struct, frozen=True):
    """A percentage, and the share that it is said to be."""

    percentage: Quantity
    share: Share
    others: tuple[Share, ...] = ()
    """Other shares that it may be of: of those who answered, and not of those who were asked."""

    @property
    def differs(self) -> bool:
        """Whether it is the percentage of none of them, though the share itself is possible."""
        is_possible = self.share.part.value <= self.share.whole.value
        return is_possible and not any(agrees(self.percentage, share) for share in (self.share, *self.others))


@kept
def percentages(words: str) -> tuple[Stated, ...]:
    """The percentages of a sentence whose part and whole are in it; each once."""
    found = quantities(words)
    if not any(each.is_share for each in found):
        return ()
    certain = {each.percentage: each for each in (*_of_wholes(words, found), *_of_shares(words, found))}
    return (*certain.values(), *_carried(words, found, certain))


def _of_shares(words: str, found: Sequence[Quantity]) -> Iterator[Stated]:
    """`12 of 42 associates (30%)`, `two thirds (7 of 12)`."""
    for share in shares(words):
        after = next((each for each in found if each.start >= share.end), None)
        before = next((each for each in reversed(found) if each.end <= share.start), None)
        if after and after.is_share and _is_said_after(words, share.end, after):
            yield Stated(after, share)
        elif before and before.is_share and _is_said_before(words, before, share.start):
            yield Stated(before, share)


def _is_said_after(words: str, end: int, percentage: Quantity) -> bool:
    if _IN_BRACKETS.fullmatch(words, end, percentage.start):
        return bool(_CLOSED.match(words, percentage.end))
    return bool(_SAME_AFTER.fullmatch(words, end, percentage.start))


def _is_said_before(words: str, percentage: Quantity, start: int) -> bool:
    if percentage.is_fraction and _OPEN_AFTER.fullmatch(words, percentage.end, start):
        return True
    return bool(_SAME_BEFORE.fullmatch(words, percentage.end, start))


def _of_wholes(words: str, found: Sequence[Quantity]) -> Iterator[Stated]:
    """Three numbers in a row: `Of the 60 sent, 45% (24)`, `12 (30%) of the 42`, `30% of the 42, or 12`."""
    for three in zip(found, found[1:], found[2:], strict=False):
        counts = [each for each in three if not each.is_share]
        if len(counts) == 2 and all(each.is_count and each.value for each in counts):
            stated = _of_three(words, *three)
            yield from (stated,) if stated else ()


def _of_three(words: str, first: Quantity, second: Quantity, third: Quantity) -> Stated | None:
    """A percentage, a part and a whole in one of the orders in which they are written."""

    def are_joined(one: Pattern, other: Pattern) -> bool:
        is_one = one.fullmatch(words, first.end, second.start)
        return bool(is_one and other.fullmatch(words, second.end, third.start))

    if first.is_share:
        return Stated(first, Share(third, second)) if are_joined(_PERCENT_OF, _OR_COUNT) else None
    if ends_with(_WHOLE_FIRST, words, first.start) and are_joined(_ANYTHING, _COUNT_FIRST):
        return Stated(second, Share(third, first)) if second.is_share else Stated(third, Share(second, first))
    return Stated(second, Share(first, third)) if second.is_share and are_joined(_COUNT_FIRST, _OF_WHOLE) else None


def _carried(words: str, found: Sequence[Quantity], certain: dict[Quantity, Stated]) -> Iterator[Stated]:
    """`Seven of the 12 (58%) were in favour, 2 (17%) against`: what comes after is of the same whole, or its part."""
    said: Stated | None = None
    for count, percentage in pairwise(found):
        said = certain.get(percentage, said)
        if not said or percentage in certain or not (count.is_count and percentage.is_share):
            continue
        if _COUNT_FIRST.fullmatch(words, count.end, percentage.start) and _CLOSED.match(words, percentage.end):
            wholes = [whole for whole in (said.share.whole, said.share.part) if whole.value]
            yield Stated(percentage, Share(count, wholes[0]), tuple(Share(count, whole) for whole in wholes[1:]))
