"""Parts of a whole in a sentence: `three of the 12 practices`, `one in five`, `of our 42 associates 12 answered`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.quantities import quantities
from docgen.check.prose.numbers.quantity import Bound, Quantity
from docgen.check.prose.pattern import Pattern

_DETERMINER = r"(?:all\s)?(?:of\s)?(?:the\s|our\s|its\s|their\s|these\s|those\s|a\stotal\sof\s|a\spossible\s)?"
_OF = Pattern(rf"\s(?:out\s)?of\s{_DETERMINER}|\s(?:[\w’'-]+\s){{0,4}}\(?out\sof\s{_DETERMINER}(?:a\s)?", re.IGNORECASE)
_IN = Pattern(r"\s(?:in|out\sof)\s(?:every\s)?")
_OF_THEM = Pattern(r"\s(?:[\w’'-]+\s){0,2}?of\s(?:them|these|those|whom|which)\b")
_OF_THEM_BEFORE = Pattern(r"[,(]\s(?:and\s|but\s)?(?:[Oo]f\s(?:them|these|those|whom|which))\s(?:only\s|just\s)?$")
_OF_WHOLE = Pattern(
    r"(?:^|[.,;:(]\s?|\band\s|\bbut\s)[Oo]f\s(?:all\s)?(?:the\s|our\s|its\s|these\s|those\s)?$", re.IGNORECASE
)
_BREAK = Pattern(r"[.;:(]|\bto\b|\bin\b|,.*,")
_ASKED_BEFORE = Pattern(
    r"\b(?:asked|invited|surveyed|contacted|consulted|approached|balloted|polled|wrote\sto|writing\sto|sent\s(?:it\s)?to|went\sto"
    r"|issued\sto|distributed\sto)\s(?:all\s)?(?:of\s)?(?:the\s|our\s)?$",
    re.IGNORECASE,
)
_AND = r"(?:;\s|,?\s(?:and|but)\s|,\s)(?:only\s|just\s)?"
_THEN = Pattern(rf"(?:\s[\w’'-]+){{0,4}}?{_AND}", re.IGNORECASE)
_WERE_ASKED = Pattern(
    rf"(?:\s[\w’'-]+){{0,4}}?\swere\s(?:asked|invited|surveyed|contacted|consulted|approached|balloted|polled){_AND}",
    re.IGNORECASE,
)
_ANSWERED = Pattern(
    r"(?:\s\([^()]{1,30}\)|,\sor\s[^,;()]{1,20},)?\s(?:of\sthem\s)?(?:have\s|had\s)?"
    r"(?:answered|replied|responded|voted|took\spart|did(?:\sso)?(?=[.,;]|$)|sent\s(?:it|a\sreply)|returned\s(?:it|the)"
    r"|completed\s(?:it|the)|filled\s(?:it|in))\b"
)
_DOES = Pattern(
    r"(?:\s\([^()]{1,30}\))?\s(?:of\sthem\s)?(?:(?:have|had|has|was|were|is|are|did|do|will|would|said|came|met|sent|gave|took|wrote"
    r"|chose|held|left|agreed|answered|replied|responded|voted)\b|\w{2,}ed\s(?:the|an?|to|it|in|by|on|that|us|our|their|no|yes)\b)"
)
"""What says what those did whom a number counts, so that it needs no noun of its own: `41 returned the form`."""
SHARED = Pattern(
    r"\bof\b|(?:\d|one)\s(?:in|out\sof)\s"
    r"|\b(?:answered|replied|responded|voted|took|did|sent|returned|completed|filled)\b",
    re.IGNORECASE,
)
"""Stands in each sentence with a share."""
_VAGUE = Decimal(5)
"""By how many points a percentage may be off where a number is only about right."""


class Share(Struct, frozen=True):
    """A part, and the whole that it is a part of."""

    part: Quantity
    whole: Quantity
    is_certain: bool = True
    """Whether the words say what the whole is. False for `of them`, which may mean something further off."""

    @property
    def start(self) -> int:
        """Where its words begin."""
        return min(self.part.start, self.whole.start)

    @property
    def end(self) -> int:
        """Where its words end."""
        return max(self.part.end, self.whole.end)

    @property
    def percentage(self) -> Decimal:
        """What the part is of the whole, in per cent."""
        return 100 * self.part.value / self.whole.value

    @property
    def words(self) -> str:
        """`12 of 42`."""
        return f"{self.part.words} of {self.whole.words}"


@kept
def shares(words: str) -> tuple[Share, ...]:
    """All shares in a sentence, in the order of their parts."""
    found = quantities(words)
    return tuple(share for place in range(len(found)) for share in _shares_at(words, found, place) if share.whole.value)


def _shares_at(words: str, found: Sequence[Quantity], place: int) -> Iterator[Share]:
    part = found[place]
    after = found[place + 1] if place + 1 < len(found) else None
    if part.is_range or part.is_share:
        return
    if after and _is_whole(words, part, after):
        yield Share(part, after)
    elif _OF_THEM.match(words, part.end) or ends_with(_OF_THEM_BEFORE, words, part.start):
        earlier = [each for each in found[:place] if each.is_count and each.value >= part.value]
        yield from (Share(part, each, is_certain=False) for each in earlier[-1:])
    elif place and (_is_of_whole(words, found[place - 1], part) or _is_of_asked(words, found[place - 1], part)):
        yield Share(part, found[place - 1])


def _is_whole(words: str, part: Quantity, whole: Quantity) -> bool:
    """Whether what follows a number is the whole: `7 of 12`, `197 (out of 207)`, `1 in 5`."""
    if part.unit is not whole.unit or whole.is_range:
        return False
    if part.value == 1 and whole.is_count and whole.value > 1 and _IN.fullmatch(words, part.end, whole.start):
        return True
    return bool(_OF.fullmatch(words, part.end, whole.start))


def _is_of_whole(words: str, whole: Quantity, part: Quantity) -> bool:
    """`Of our 42 associates 12 answered`. More than the whole is meant as its part where it counts nothing else."""
    if whole.unit is not part.unit or whole.is_range:
        return False
    if part.value > whole.value and not (part.is_count and _DOES.match(words, part.end)):
        return False
    between = words[whole.end : part.start]
    return ends_with(_OF_WHOLE, words, whole.start) and not _BREAK.search(between)


def _is_of_asked(words: str, whole: Quantity, part: Quantity) -> bool:
    """`We asked 1,400 people and 350 answered`, `1,400 people were asked, and 350 replied`."""
    if not whole.is_count or not part.is_count or part.value > whole.value or not _ANSWERED.match(words, part.end):
        return False
    if _WERE_ASKED.fullmatch(words, whole.end, part.start):
        return True
    return ends_with(_ASKED_BEFORE, words, whole.start) and bool(_THEN.fullmatch(words, whole.end, part.start))


def agrees(percentage: Quantity, share: Share) -> bool:
    """Whether a percentage is that of a share, as exactly as it is written."""
    actual, said = share.percentage, percentage.value
    slack = percentage.step / 2 + _vagueness(share)
    match percentage.bound:
        case Bound.EXACT:
            return abs(actual - said) <= max(slack, Decimal(percentage.is_fraction))
        case Bound.OVER | Bound.AT_LEAST:
            return said - slack <= actual
        case Bound.UNDER | Bound.UP_TO:
            return actual <= said + slack
        case Bound.ABOUT:
            return abs(actual - said) <= max(slack, Decimal(2 if said % 5 else 5))


def is_near(percentage: Quantity, share: Share) -> bool:
    """Whether a percentage is off by less than its last digit, so that it was cut off and not rounded."""
    return abs(share.percentage - percentage.value) < percentage.step and percentage.bound is Bound.EXACT


def _vagueness(share: Share) -> Decimal:
    """By how many points a share is uncertain, because its numbers are rounded or only about right."""
    numbers = (share.part, share.whole)
    if any(each.bound is not Bound.EXACT for each in numbers):
        return _VAGUE
    return sum((50 * each.step / share.whole.value for each in numbers if each.scale), Decimal(0))
