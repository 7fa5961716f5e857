"""Totals in a sentence, with the parts that are said to make them up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from docgen.check.kept import kept
from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.quantities import quantities
from docgen.check.prose.numbers.quantity import SCALES, Bound, Quantity, Unit
from docgen.check.prose.numbers.shares import shares
from docgen.check.prose.numbers.stances import Stance, stances
from docgen.check.prose.pattern import Pattern

_BEFORE = Pattern(
    r"(?:\b(?:in\sall,?|in\stotal,?|altogether,?|a\stotal\sof|total(?:ling|s)?(?:\sof|\sis|\sto)?:?|amount(?:s|ing)?\sto"
    r"|add(?:s|ing)?\sup\sto|sum(?:s|ming)?\sto|mak(?:es?|ing)|a\ssum\sof|together|(?:which|together|this|these)\sc[oa]mes?\sto)\s|[=]\s?)(?:some\s|about\s|a\stotal\sof\s)?$",
    re.IGNORECASE,
)
_AFTER = Pattern(r"(?:\s[\w’'-]+){0,3}?\s(?:in\sall|in\stotal|altogether)\b")
_EQUALS = Pattern(r"=\s?$")
_OPENS = Pattern(r"(?:\s[\w’'-]+){0,5}?(?:\s\(|:\s|\s[–—]\s)(?:\s?[A-Za-z][\w’'-]*\s){0,4}$")
_ENDS = Pattern(r"\b(?:and|plus)\b|[+&]")
_OPEN_LIST = Pattern(
    r"\b(?:includ\w+|of\swh(?:om|ich)|among|such\sas|for\s(?:example|instance)|e\.g\.|more\sthan\sone|several|each|both"
    r"|mainly|mostly|in\sparticular|compared|instead|rather\sthan|out\sof\sthese)\b",
    re.IGNORECASE,
)
_MIXED = frozenset(
    "members people seats posts staff respondents organisations responses replies answers votes places".split()
)
"""What may be made up of things of other names: 12 members of 7 GPs and 5 nurses."""
_SORTS: Sequence[Sequence[Pattern]] = tuple(
    tuple(Pattern(rf"\b(?:{sort})\b", re.IGNORECASE) for sort in sorts)
    for sorts in (
        ("positive|favourable", "negative|unfavourable", "neutral|mixed"),
        ("supportive", "critical", "neutral|mixed|undecided"),
        ("green", "amber", "red"),
        ("low", "medium|moderate", "high"),
        ("accepted|approved|granted", "rejected|refused|declined", "withdrawn|deferred|pending"),
    )
)
"""Kinds of which each thing is of one only, and all things are of one of them."""
_WHOLE_BEFORE = Pattern(
    r"(?:(?:^|[.,;:(]\s?|\b(?:and|but)\s)of\s(?:all\s)?(?:the\s|our\s|its\s|these\s|those\s)?"
    r"|\b(?:there\s(?:were|are)|had|has|have|received|got)\s(?:a\stotal\sof\s)?)$",
    re.IGNORECASE,
)
_OF_THESE = Pattern(r":|\bof\s(?:which|whom|these|those|them)\b", re.IGNORECASE)
_MOST_PARTS = 12


class Sum(Struct, frozen=True):
    """A total, and its parts in order."""

    total: Quantity
    parts: tuple[Quantity, ...]

    @property
    def sum(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def tolerance(self) -> Decimal:
        """By how much they may differ when each number was rounded to the last digit written."""
        numbers = (self.total, *self.parts)
        if not any(each.scale or each.step < 1 or each.unit is Unit.PERCENT for each in numbers):
            return Decimal(0)
        return sum((each.step / 2 for each in numbers), Decimal(0))

    @property
    def agrees(self) -> bool:
        """Whether the total is the sum of its parts, or of some of them."""
        values = [part.value for part in self.parts]
        sizes = range(len(values), 1, -1)
        return any(sum(some) == self.total.value for size in sizes for some in combinations(values, size))

    @property
    def is_rounded(self) -> bool:
        """Whether they differ, but by less than what the last digits of all leave open."""
        return not self.agrees and abs(self.sum - self.total.value) < self.tolerance

    @property
    def is_plausible(self) -> bool:
        """Whether the total is near enough to be meant as theirs."""
        largest = max(part.value for part in self.parts)
        return largest < self.total.value and self.sum < 2 * self.total.value and self.total.value < 2 * self.sum


@kept
def sums(words: str) -> tuple[Sum, ...]:
    """The totals of a sentence; each once."""
    found = [each for each in quantities(words) if not each.is_range]
    if len(found) < 3 or len(found) > _MOST_PARTS:
        return ()
    every = [*_announced(words, found), *_opened(words, found), *_ballots(words, found), *_sorted(words, found)]
    return tuple({each.total: each for each in reversed(every) if _is_exact(each)}.values())


def _is_exact(found: Sum) -> bool:
    return all(each.bound is Bound.EXACT for each in (found.total, *found.parts))


def _announced(words: str, found: Sequence[Quantity]) -> Iterator[Sum]:
    """`7 for, 3 against and 2 undecided, in all 12`; `43.3k + 24.6k = 67.9k`."""
    for place, total in enumerate(found):
        if not ends_with(_BEFORE, words, total.start) and not _AFTER.match(words, total.end):
            continue
        parts = _alike(total, found[:place])
        between = words[found[0].start : total.start]
        if len(parts) < 2 or _OPEN_LIST.search(between) or not _ENDS.search(between):
            continue
        sum_ = Sum(total, parts)
        if sum_.is_plausible or ends_with(_EQUALS, words, total.start):
            yield sum_


def _alike(total: Quantity, others: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Those of the unit of a total, in its scale where they lack one beside others that have it: `£43.3` of £79.4k."""
    alike = [each for each in others if each.unit is total.unit and not each.is_fraction]
    has_scale = total.scale and any(each.scale for each in alike)
    return tuple(_scaled(each, total) if has_scale and not each.scale and each.value < 1000 else each for each in alike)


def _scaled(part: Quantity, total: Quantity) -> Quantity:
    factor = SCALES[total.scale]
    return replace(part, low=part.low * factor, high=part.high * factor, step=part.step * factor, scale=total.scale)


def _opened(words: str, found: Sequence[Quantity]) -> Iterator[Sum]:
    """`£79.4k (£43.3k for a manager, £24.6k for administration and £11.4k for sessions)`; `12 practices: 7 for, …`."""
    for place, total in enumerate(found[:-2]):
        opening = _OPENS.fullmatch(words, total.end, found[place + 1].start)
        if not opening:
            continue
        end = _close(words, found[place + 1].start) if "(" in opening[0] else len(words)
        inside = [each for each in found[place + 1 :] if each.end <= end]
        parts = _alike(total, inside)
        if len(parts) == len(inside) >= 2 and _is_list(words[opening.end() : end], total, parts):
            yield from _best(parts, found[: place + 1])


def _close(words: str, start: int) -> int:
    close = words.find(")", start)
    return close if close >= 0 else len(words)


def _is_list(inside: str, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether words name all parts of a total: a list with `and` before its last part."""
    if _OPEN_LIST.search(inside) or not _ENDS.search(inside) or re.search(r"[.;:]\s", inside):
        return False
    if total.unit is not Unit.COUNT:
        return True
    kinds = {part.noun.split()[-1].casefold() for part in parts if part.noun}
    named = total.noun.split()[-1].casefold() if total.noun else ""
    return not kinds or kinds <= {named} or named in _MIXED


def _best(parts: tuple[Quantity, ...], totals: Sequence[Quantity]) -> Iterator[Sum]:
    """The total that fits, else the last one that may be meant."""
    tried = [Sum(total, parts) for total in totals if total.unit is parts[0].unit]
    fitting = [each for each in tried if each.agrees]
    yield from (fitting or [each for each in tried if each.is_plausible])[-1:]


def _ballots(words: str, found: Sequence[Quantity]) -> Iterator[Sum]:
    """`Of the 12 practices 7 were in favour, 3 against and 2 undecided`."""
    said = {each: stance for each, stance in stances(words).items() if each.is_count}
    parts = tuple(said)
    totals = [each for each in found if each.is_count and each not in said]
    totals += [share.whole for share in shares(words) if share.part in said and share.is_certain]
    totals = [each for each in totals if each not in said or each is parts[-1]]
    if sorted(stance.value for stance in said.values()) != sorted(stance.value for stance in Stance):
        return
    yield from _best(parts, totals)


def _sorted(words: str, found: Sequence[Quantity]) -> Iterator[Sum]:
    """`Of 45 comments 20 were positive, 15 negative and 12 neutral`: too many, whatever else was said."""
    ends = [*(each.start for each in found[1:]), len(words)]
    clauses = [words[each.end : end] for each, end in zip(found, ends, strict=True)]
    for sorts in _SORTS:
        places = [
            place for place, clause in enumerate(clauses) if sum(bool(sort.search(clause)) for sort in sorts) == 1
        ]
        parts = tuple(found[place] for place in places)
        if _are_one_each(sorts, [clauses[place] for place in places]) and all(part.is_count for part in parts):
            yield from _exceeded(parts, found[: places[0]], words, is_all=len(found) == len(parts) + 1)


def _are_one_each(sorts: Sequence[Pattern], clauses: Sequence[str]) -> bool:
    """Whether each of the kinds is told once, or two of them are."""
    told = [[number for number, sort in enumerate(sorts) if sort.search(clause)] for clause in clauses]
    return 2 <= len(told) == len({numbers[0] for numbers in told})


def _exceeded(parts: tuple[Quantity, ...], totals: Sequence[Quantity], words: str, is_all: bool) -> Iterator[Sum]:
    """The total that stands before parts which are more than it, or, where they are all, not as many."""
    for total in totals[-1:]:
        sum_ = Sum(total, parts)
        is_whole = ends_with(_WHOLE_BEFORE, words, total.start) or _OF_THESE.search(words, total.end, parts[0].start)
        is_too_many = sum_.sum > total.value or (is_all and len(parts) == len(_SORTS[0]))
        if is_whole and total.is_count and sum_.is_plausible and is_too_many:
            yield sum_
