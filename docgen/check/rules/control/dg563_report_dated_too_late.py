"""The cover report was approved before it was produced, or produced after the meeting that it is for.

One of the dates is wrong, most often because the form was copied from the month before. A board that notices asks
which report was approved.

Bad:

```yaml
committee_date: 2014-06-24
produced: 2014-07-10
```

Good:

```yaml
committee_date: 2014-06-24
produced: 2014-06-10
approved_by: {name: B. Chief, title: Chief Officer, date: 2014-06-12}
```

Where a draft of the same day is too late for the same meeting, it is said once, of the draft (DG416).

Source: the three dates on the cover report of a governing body. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.check.notice import late_drafts
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.cover_report import CoverReport
from docgen.schema.types import When
from docgen.source import Source
from docgen.wording import day_in_words

CODE = Code("DG563", Severity.ERROR, "Cover report dated too late", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each date that comes too late."""
    cover = facts.content.cover_report
    if cover is None or cover.produced is None:
        return
    made = f"the cover report was produced on '{day_in_words(cover.produced)}'"
    place = facts.place("cover_report", "produced")
    approval = cover.approved_by
    if approval and approval.date and approval.date < cover.produced:
        related = Related(facts.place("cover_report", "approved_by", "date"), f"by '{approval.name}'")
        message = f"{made}, and approved before, on '{day_in_words(approval.date)}'"
        yield CODE.at(place, message, "correct one of the two dates", related)
    meets = cover.committee_date or facts.content.programme.committee_date
    if meets and meets.last < cover.produced and not _is_said_of_a_draft(cover.produced, meets, facts):
        related = Related(_meeting(cover, facts), "the date of the committee")
        message = f"{made}, after the committee has met, '{meets}'"
        yield CODE.at(place, message, "correct one of the two dates", related)


def _is_said_of_a_draft(produced: date, meets: When, facts: ProgrammeFacts) -> bool:
    """Whether a paper of the same day is too late for the same meeting, which is said there (DG416)."""
    return any((each.dated, each.meeting) == (produced, meets) for each in late_drafts(facts.content.programme))


def _meeting(cover: CoverReport, facts: ProgrammeFacts) -> Source:
    part = "cover_report" if cover.committee_date else "programme"
    return facts.place(part, "committee_date")


RULE = ProgrammeRule(CODE, check)
