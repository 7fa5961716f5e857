"""A paper is dated too late to be sent the usual number of working days before the meeting.

Members who get a paper the day before cannot read it. Where the committee's own terms say how early papers are sent,
those count instead (DG411).

Bad:

```yaml
dated: 2014-06-16            # programme.yaml
committee_date: 2014-06-18
```

Good:

```yaml
dated: 2014-06-11            # programme.yaml
committee_date: 2014-06-18
```

The number of days stands in the pack. Working days are those of England, without weekends and bank holidays.

Source: standing orders of commissioning bodies. Standing: local practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from docgen.check.notice import LATER, is_late, lateness, own_days, sittings
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.base import Part
from docgen.schema.values import Positive

CODE = Code("DG422", Severity.NOTE, "Papers later than usual", __doc__ or "")


class NoticePeriod(Part):
    """How early papers are sent."""

    days: Positive = Field(description="Working days before the meeting")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each paper that is too late, at its date."""
    papers = [sitting for sitting in sittings(facts) if own_days(sitting, facts) is None]
    for provision in facts.provided(CODE, NoticePeriod):
        days = provision.values.days
        for sitting in (each for each in papers if is_late(each, days)):
            related = Related(sitting.held_at, "the meeting")
            yield provision.at(CODE, sitting.sent_at, lateness(sitting, days, facts), LATER, related)


RULE = ProgrammeRule(CODE, check, values=NoticePeriod)
