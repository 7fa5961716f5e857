"""A review is dated before the paper, or before the meeting that is to approve it.

A review date that has passed tells the reader that the paper is out of date, or that it was copied from last year's.

Bad:

```yaml
dated: 2014-06-20           # programme.yaml
review_date: April 2014
```

Good:

```yaml
dated: 2014-06-20           # programme.yaml
review_date: April 2015
```

The review of the terms of each committee is held against the same two days.

Source: document control as public bodies keep it. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.types import When
from docgen.source import Path
from docgen.wording import day_in_words

CODE = Code("DG415", Severity.WARNING, "Review is not ahead", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each review that is over before it can be due, at its date."""
    for name, when, path in _reviews(facts):
        yield from _past(name, when, path, facts)


def _reviews(facts: ProgrammeFacts) -> Iterator[tuple[str, When, Path]]:
    programme = facts.content.programme
    if programme.review_date:
        yield "the review of the papers", programme.review_date, ("programme", "review_date")
    for id_, committee in facts.committees.items():
        if committee.review_date:
            path = ("governance", "committees", id_, "review_date")
            yield f"the review of the terms of '{committee.name}'", committee.review_date, path


def _past(name: str, when: When, path: Path, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    programme = facts.content.programme
    help = "state when the next review is due"
    if when.last < programme.dated:
        related = Related(facts.place("programme", "dated"), "the date of the papers")
        message = f"{name} is dated '{when}', before the papers of {day_in_words(programme.dated)}"
        yield CODE.at(facts.place(*path), message, help, related)
    elif programme.committee_date and when.last < programme.committee_date.first:
        related = Related(facts.place("programme", "committee_date"), "the meeting")
        message = (
            f"{name} is dated '{when}', before the meeting of '{programme.committee_date}' that is to approve them"
        )
        yield CODE.at(facts.place(*path), message, help, related)


RULE = ProgrammeRule(CODE, check)
