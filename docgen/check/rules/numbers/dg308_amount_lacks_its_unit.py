"""An amount stands in a list of others and lacks what they have: `£56 million, £206 million and £246`.

The figure is then wrong by a factor of a thousand or a million. A reader may guess what is meant; whoever copies the
figure into a budget may not.

Bad:

```markdown
The package holds £56 million for resilience, £206 million for the workforce and £246 to redesign services.
```

Good:

```markdown
The package holds £56 million for resilience, £206 million for the workforce and £246 million to redesign services.
```

What is for each of something, `£5 per head`, has no scale. In `£56, £206 and £246 million` the last unit holds for all.

Source: £246 for £246 million in guidance of 2016, and £43.3 for £43.3k in a published Expression of Interest of 2014.
Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.quantities import POUNDS, SHARE, quantities, with_numbers
from docgen.check.prose.numbers.quantity import SCALES, Quantity, Unit
from docgen.check.prose.numbers.stances import stance_of, stances
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG308", Severity.WARNING, "Amount lacks its unit", __doc__ or "")
_LISTED = Pattern(r"(?:(?:,|;|:|\(|\+|/|\band|\bplus|\bwith)\s?)(?:[A-Z]\w{0,5}\s|[a-z]+\s)?$")
_FOLLOWS = Pattern(r"\s?(?:,|;|\)|\+|and\b|plus\b)|(?:\s[\w’'-]+){1,6}(?:,|;|\)|\sand\b)")
_EACH = Pattern(r"(?:\s[\w’'-]+){0,2}?\s(?:each|apiece|vouchers?|fees?|grants?|fines?|a\stime)\b")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such amount, at the amount."""
    for sentence in with_numbers(paper.passages, 2, POUNDS, SHARE):
        found = quantities(sentence.words)
        for amount, other in [*_without_scale(sentence.words, found), *_without_percent(sentence.words, found)]:
            unit = other.scale or other.unit.value
            yield CODE.at(
                sentence.place(amount.start),
                f"'{amount.words}' lacks the '{unit}' that '{other.words}' has",
                f"write the unit, if '{amount.words}{' ' if len(unit) > 2 else ''}{unit}' is meant",
            )


def _without_scale(words: str, found: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Each amount without thousands or millions, with the next of those that have them."""
    pounds = [each for each in found if each.unit is Unit.POUNDS and not each.is_range]
    scaled = [each for each in pounds if each.scale]
    for amount in pounds:
        if amount.scale or amount.per or not 0 < amount.value < 1000 or not scaled or _EACH.match(words, amount.end):
            continue
        nearest = min(scaled, key=lambda each: abs(each.start - amount.start))
        is_cut = amount.step == Decimal("0.1")
        if is_cut or (len(scaled) > 1 and _is_like(amount, nearest) and _is_listed(words, amount)):
            yield amount, nearest


def _is_like(amount: Quantity, other: Quantity) -> bool:
    """Whether a number is about as large as the other is without its thousands or millions."""
    digits = other.value / SCALES[other.scale]
    return digits / 5 <= amount.value <= digits * 5


def _is_listed(words: str, amount: Quantity) -> bool:
    return ends_with(_LISTED, words, amount.start) or bool(_FOLLOWS.match(words, amount.end))


def _without_percent(words: str, found: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """`58% for, 17% against and 25 undecided`: a number that makes the percentages 100."""
    said = [each for each in stances(words) if not each.is_range]
    shares = [each for each in said if each.is_share]
    bare = [each for each in said if each.is_count and (not each.noun or stance_of(each.noun))]
    if len(shares) < 2 or len(bare) != 1 or len(said) != len(shares) + 1:
        return
    total = sum((each.value for each in said), Decimal(0))
    if abs(total - 100) <= Decimal(len(said)) / 2:
        yield bare[0], shares[-1]


RULE = DocumentRule(CODE, check)
