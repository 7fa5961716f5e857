"""The responses to a survey do not stand in the order of their dates.

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

A list that stands oldest first from beginning to end has an order too, and is left alone.

Source: lists of survey responses in published Expressions of Interest, newest first. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.types import When

CODE = Code("DG526", Severity.WARNING, "Responses out of order", __doc__ or "")
_PLACE = ("engagement", "survey", "responses")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each response that is newer than the one above it."""
    survey = facts.content.engagement.survey if facts.content.engagement else None
    dated = [(at, each.date) for at, each in enumerate(survey.responses if survey else ()) if each.date]
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
