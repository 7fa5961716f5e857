"""A total that so many parts of such a size cannot make: five clusters of 30,000 to 50,000 people, 310,000 in all.

Five clusters of at least 30,000 and at most 50,000 people serve between 150,000 and 250,000. Either the number of
parts, or their size, or the total is wrong.

Bad:

```markdown
We have five clusters of 30–50,000 people each, and serve 310,000 people in all.
```

Good:

```markdown
We have five clusters of 30–50,000 people each, and serve 197,040 people in all.
```

An average outside its range is found too. Sizes and totals that are given as about right may be a tenth off.

Source: the clusters of a published Expression of Interest of 2014, which are right. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.measures import stems_of
from docgen.check.prose.numbers.quantities import quantities, with_numbers
from docgen.check.prose.numbers.quantity import Bound, Join, Quantity, Unit, worded
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.sentences import Sentence
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG318", Severity.ERROR, "Total lies outside its range", __doc__ or "")
_OF = Pattern(
    r"\s[\w’'-]+(?:\s[\w’'-]+){0,3}?,?\s(?:of|with|each\s(?:of|with|serving|for|covering)|serving|covering|for)"
    r"\s(?:each\s)?(?:(?:a\s)?(?:populations?|lists?)\sof\s)?(?:about\s|around\s|between\s|from\s|roughly\s)?"
)
_TOTAL_AFTER = Pattern(r"(?:\s[\w’'-]+){0,4}?\s(?:in\sall|in\stotal|altogether|overall)\b")
_TOTAL_BEFORE = Pattern(
    r"\b(?:in\sall,?|in\stotal,?|altogether,?|a\stotal\s(?:population\s)?of|totalling|whole\spopulation\sof)\s"
    r"(?:(?:of|about|some|around|over|nearly)\s)?$",
    re.IGNORECASE,
)
_MEAN = Pattern(
    r"\b(?:on\saverage,?|an\saverage\s(?:size\s)?of|averaging|the\s(?:average|mean)\s(?:is|being))\s$", re.IGNORECASE
)
_TOTAL_OR_MEAN = Pattern(
    r"in\sall|in\stotal|altogether|overall|total\s|totalling|whole\spopulation|average|averaging|mean", re.IGNORECASE
)
"""Stands in each sentence with one."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such total or average, at it."""
    for sentence in with_numbers(paper.passages, 2, _TOTAL_OR_MEAN):
        found = quantities(sentence.words)
        spans = [each for each in found if each.is_range and each.low <= each.high and each.join is not Join.FROM]
        yield from _outside(sentence, found, spans) if spans else ()


def _outside(sentence: Sentence, found: Sequence[Quantity], spans: Sequence[Quantity]) -> Iterator[Diagnostic]:
    for total, low, high, meant in [*_totals(sentence.words, found), *_means(sentence.words, found, spans)]:
        if not _is_within(total, low, high):
            yield CODE.at(
                sentence.place(total.start),
                f"'{total.words}' lies outside the {worded(low, total)} to {worded(high, total)} of '{meant}'",
                "correct the number of parts, their size or the total",
            )


def _totals(words: str, found: Sequence[Quantity]) -> Iterator[tuple[Quantity, Decimal, Decimal, str]]:
    for count, size in pairwise(found):
        if not (count.is_count and count.value > 1 and size.is_range) or size.unit is Unit.PERCENT:
            continue
        if not _OF.fullmatch(words, count.end, size.start):
            continue
        meant = words[count.start : size.end]
        totals = [each for each in found if _is_of_same(each, size) and _is_total(words, each)]
        yield from ((each, count.value * size.low, count.value * size.high, meant) for each in totals)


def _is_of_same(total: Quantity, size: Quantity) -> bool:
    """Whether a number counts what a range counts, as far as both say what that is."""
    if total.unit is not size.unit or total.is_range:
        return False
    return not (total.noun and size.noun) or bool(stems_of(total.noun) & stems_of(size.noun))


def _is_total(words: str, quantity: Quantity) -> bool:
    return bool(_TOTAL_AFTER.match(words, quantity.end) or ends_with(_TOTAL_BEFORE, words, quantity.start))


def _means(
    words: str, found: Sequence[Quantity], spans: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Decimal, Decimal, str]]:
    for mean in found:
        if not mean.is_range and len(spans) == 1 and mean.unit is spans[0].unit and ends_with(_MEAN, words, mean.start):
            yield mean, spans[0].low, spans[0].high, spans[0].words


def _is_within(total: Quantity, low: Decimal, high: Decimal) -> bool:
    slack = Decimal(0) if total.bound is Bound.EXACT else total.value / 10
    return low - slack <= total.value <= high + slack


RULE = DocumentRule(CODE, check)
