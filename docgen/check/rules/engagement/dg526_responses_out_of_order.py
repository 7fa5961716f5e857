"""The responses to a survey do not stand in the order of their dates, or of their numbers.

Responses are printed newest first. One that stands elsewhere is overlooked by those who read the latest ones only, and
a date that breaks the order is often a slip.

Bad:

```yaml
responses:
  - {number: 2, date: 2014-05-12, text: We agree}
  - {number: 1, date: 2014-06-11, text: So do we}
```

Good:

```yaml
responses:
  - {number: 2, date: 2014-06-12, text: We agree}
  - {number: 1, date: 2014-06-11, text: So do we}
```

A list that stands oldest first from beginning to end has an order too, and is left alone. Numbers may rise or fall.

Source: lists of survey responses in published Expressions of Interest, newest first. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.types import When

CODE = Code("DG526", Severity.WARNING, "Responses out of order", __doc__ or "")
_PLACE = ("engagement", "survey", "responses")
_MOST_TOLD = 3


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each response whose number or date does not belong below the one above it."""
    survey = facts.content.engagement.survey if facts.content.engagement else None
    yield from _numbers([each.number for each in survey.responses] if survey else [], facts)
    yield from _dates(
        [(at, each.date) for at, each in enumerate(survey.responses if survey else ()) if each.date], facts
    )


def _numbers(numbers: Sequence[int], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """Numbers that rise where most fall, or fall where most rise; of a list without any order the first ones."""
    steps = [(lower, above, below) for lower, (above, below) in enumerate(pairwise(numbers), 1) if above != below]
    rises = sum(below > above for _, above, below in steps)
    is_rising = 2 * rises > len(steps) or (2 * rises == len(steps) and bool(steps) and numbers[0] < numbers[-1])
    broken = [step for step in steps if (step[2] > step[1]) is not is_rising]
    for lower, above, below in broken[:_MOST_TOLD]:
        yield CODE.at(
            facts.place(*_PLACE, lower, "number"),
            f"the response number '{below}' stands below '{above}', but the others {'rise' if is_rising else 'fall'}",
            "correct the number, or move the response",
            Related(facts.place(*_PLACE, lower - 1, "number"), "this one stands above it"),
        )


def _dates(dated: Sequence[tuple[int, When]], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    pairs = list(pairwise(dated))
    rising = [pair for pair in pairs if _is_newer(pair[1][1], pair[0][1])]
    if len(rising) > 1 and not any(_is_newer(above, below) for (_, above), (_, below) in pairs):
        return
    for (upper, above), (lower, below) in rising:
        yield CODE.at(
            facts.place(*_PLACE, lower, "date"),
            f"the response of '{below}' stands below one of '{above}', but responses stand newest first",
            "correct the date, or move the response",
            Related(facts.place(*_PLACE, upper, "date"), "this one stands above it"),
        )


def _is_newer(one: When, other: When) -> bool:
    return one.first > other.last


RULE = ProgrammeRule(CODE, check)
