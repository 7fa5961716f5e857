"""A committee meets on a weekend or on a bank holiday.

It can be meant so, but most often the year was changed and the day was not. Engagement events are judged by bank
holidays only: they are often held on Saturdays, when people have time.

Bad:

```yaml
committee_date: 2014-06-22    # a Sunday
```

Good:

```yaml
committee_date: 2014-06-18
```

Source: the calendar; the bank holidays of England. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.notice import day_of
from docgen.check.prose.dates.month_names import weekday_in_words
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.check.working_days import is_bank_holiday, is_working_day
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.types import When
from docgen.source import Path
from docgen.wording import day_in_words

CODE = Code("DG412", Severity.NOTE, "Meeting on a day off", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such meeting, at its date."""
    for name, when, path, in_public in _meetings(facts):
        day = day_of(when)
        if day is None or is_working_day(day) or (in_public and not is_bank_holiday(day)):
            continue
        kind = "a bank holiday" if is_bank_holiday(day) else f"a {weekday_in_words(day.weekday())}"
        message = f"{name} is on '{day_in_words(day)}', {kind}"
        yield CODE.at(facts.place(*path), message, "check the day and the year")


def _meetings(facts: ProgrammeFacts) -> Iterator[tuple[str, When | None, Path, bool]]:
    """Name, day, place, and whether it is an event for people outside."""
    content = facts.content
    yield "the committee's meeting", content.programme.committee_date, ("programme", "committee_date"), False
    for number, request in enumerate(content.programme.documents):
        path: Path = ("programme", "documents", number, "committee_date")
        yield f"the meeting on '{request.type}'", request.committee_date, path, False
    for number, meeting in enumerate(content.timescales.meetings if content.timescales else []):
        yield f"the meeting '{meeting.name}'", meeting.date, ("timescales", "meetings", number, "date"), False
    for number, event in enumerate(content.engagement.meetings if content.engagement else []):
        yield f"the meeting '{event.name}'", event.date, ("engagement", "meetings", number, "date"), True


RULE = ProgrammeRule(CODE, check)
