"""A change in per cent differs from the two figures beside it: `fell by 15%, from 8,400 to 7,392`.

Readers take the percentage and leave the figures. One of the three was worked out from an older draft.

Bad:

```markdown
Waiting lists fell by 15%, from 8,400 in March 2013 to 7,392 in March 2014.
```

Good:

```markdown
Waiting lists fell by 12%, from 8,400 in March 2013 to 7,392 in March 2014.
```

The rule reads a sentence with one percentage and one pair of figures, `from … to …`, of the same unit. A percentage
point is no per cent, and is passed over.

Source: reports of performance. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from docgen.check.kept import kept
from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.quantities import SHARE, quantities, with_numbers
from docgen.check.prose.numbers.quantity import Bound, Join, Quantity, worded
from docgen.check.prose.numbers.shares import Share, agrees
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.stated import each_found
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG322", Severity.ERROR, "Change differs from its figures", __doc__ or "")

_VERB = (
    r"\b(?:increas\w+|reduc\w+|r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|decreas\w+|gr[eo]w[ns]?|growing|cut(?:s|ting)?"
    r"|drop\w*|went\s(?:up|down)|(?:is|was|are|were)\s(?:up|down))"
)
_BY = Pattern(rf"{_VERB}(?:\s[\w’'-]+){{0,4}}?\s(?:by\s)?$", re.IGNORECASE)
_CHANGES = Pattern(rf"^\W*from\s$|{_VERB}[^,;:.]*\sfrom\s$", re.IGNORECASE)
"""What stands before two figures that a percentage follows: `It grew from`, but not `It takes from`."""
_FROM = Pattern(r"\bfrom\s$", re.IGNORECASE)
_TO = Pattern(r"\bto\s$", re.IGNORECASE)
_TO_WITHIN = Pattern(r"\sto\s")
_POINTS = Pattern(r"\s?(?:percentage\s)?points?\b", re.IGNORECASE)


class Change(Struct, frozen=True):
    """A change, and the figures that it is between."""

    percentage: Quantity
    before: Quantity
    after: Quantity

    @property
    def share(self) -> Share:
        """What changed, of what was there before."""
        difference = abs(self.after.value - self.before.value)
        return Share(replace(self.after, low=difference, high=difference), self.before)


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such change, at its percentage."""
    for sentence, change in each_found(changes, with_numbers(paper.passages, 2, SHARE)):
        if agrees(change.percentage, change.share):
            continue
        actual = worded(round(change.share.percentage, 1), change.percentage)
        message = (
            f"from '{change.before.words}' to '{change.after.words}' is {actual}, and not '{change.percentage.said}'"
        )
        yield CODE.at(
            sentence.place(change.percentage.start), message, "work the percentage out again, and check both figures"
        )


@kept
def changes(words: str) -> tuple[Change, ...]:
    """The change of a sentence that has one; none where there are several figures to choose from."""
    found = [end for each in quantities(words) for end in _ends(words, each)]
    percents = [each for each in found if each.is_share]
    befores = [each for each in found if not each.is_share and ends_with(_FROM, words, each.start)]
    afters = [each for each in found if not each.is_share and ends_with(_TO, words, each.start)]
    if not (len(percents) == len(befores) == len(afters) == 1):
        return ()
    change = Change(percents[0], befores[0], afters[0])
    return (change,) if _is_change(words, change) else ()


def _ends(words: str, quantity: Quantity) -> tuple[Quantity, ...]:
    """Both ends of `from 8,000 to 9,200`, and any other number as it is."""
    to = _TO_WITHIN.search(words, quantity.start, quantity.end) if quantity.join is Join.FROM else None
    if to is None:
        return (quantity,)
    before = replace(
        quantity, end=to.start(), words=words[quantity.start : to.start()], high=quantity.low, join=Join.NONE
    )
    after = replace(quantity, start=to.end(), words=words[to.end() : quantity.end], low=quantity.high, join=Join.NONE)
    return before, after


def _is_change(words: str, change: Change) -> bool:
    """Whether the three belong together, and the figures can be compared."""
    percentage, before, after = change.percentage, change.before, change.after
    is_said = ends_with(_BY, words, percentage.start) and not _POINTS.match(words, percentage.end)
    exact = all(each.bound is Bound.EXACT and not each.is_range for each in (before, after))
    if after.end <= percentage.start and not _CHANGES.search(words[: before.start]):
        return False
    return is_said and exact and before.start < after.start and before.unit is after.unit and bool(before.value)


RULE = DocumentRule(CODE, check)
