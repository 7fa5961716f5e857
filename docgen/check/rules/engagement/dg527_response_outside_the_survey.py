"""A response came before the survey was announced, after it closed or after the paper, or the survey closed too soon.

What comes late may be taken into account, but the paper has to say so; a count that includes late answers differs from
one that does not. A survey that closed before people could know of it consulted nobody.

Bad:

```yaml
survey:
  question: Do you agree?
  invited: 42
  closed: 2014-06-06
  responses: [{number: 1, date: 2014-06-09, text: We do}]
```

Good:

```yaml
survey:
  question: Do you agree?
  invited: 42
  closed: 2014-06-06
  responses: [{number: 1, date: 2014-06-06, text: We do}]
```

Contacts and meetings at which a survey was announced or sent out count as its announcement. What came after the day of
the latest paper cannot stand in it.

Source: survey results in published Expressions of Interest. Standing: arithmetic; that people are given enough time to
answer is case law (Gunning).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docgen.check.prose.pattern import Pattern
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.engagement import Engagement, Survey
from docgen.source import Path
from docgen.wording import day_in_words

CODE = Code("DG527", Severity.ERROR, "Response outside the survey", __doc__ or "")
_ANNOUNCES = Pattern(
    r"\b(?:survey|questionnaire)\b.*\b(?:sent|announced|launch\w*|open(?:s|ed)?|issued|published|circulated)\b"
    r"|\b(?:send\w*|sent|announc\w+|launch\w*|open\w*|issu\w+|publish\w*|circulat\w+)\b.*\b(?:survey|questionnaire)\b",
    re.IGNORECASE,
)
_AFTER_IT = Pattern(r"\b(?:results?|clos\w+|answers|findings|feedback)\b", re.IGNORECASE)
_PLACE = ("engagement", "survey")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such response, and for each announcement after the end."""
    engagement = facts.content.engagement
    if engagement is None or engagement.survey is None:
        return
    yield from _closed_too_soon(engagement, engagement.survey, facts)
    yield from _responses(engagement.survey, facts)
    yield from _after_the_paper(engagement.survey, facts)


def _responses(survey: Survey, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    for position, response in enumerate(survey.responses):
        place = facts.place(*_PLACE, "responses", position, "date")
        if response.date and survey.closed and response.date.first > survey.closed.last:
            message = (
                f"response {response.number} came on '{response.date}', after the survey closed on '{survey.closed}'"
            )
            closed = Related(facts.place(*_PLACE, "closed"), "it closed here")
            yield CODE.at(
                place, message, "correct one of the dates, or say in the paper that late answers were counted", closed
            )
        if response.date and survey.opened and response.date.last < survey.opened.first:
            message = (
                f"response {response.number} came on '{response.date}', before the survey opened on '{survey.opened}'"
            )
            yield CODE.at(
                place,
                message,
                "correct one of the two dates",
                Related(facts.place(*_PLACE, "opened"), "it opened here"),
            )


def _after_the_paper(survey: Survey, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    programme = facts.content.programme
    latest = max([programme.dated, *(request.dated for request in programme.documents if request.dated)])
    for position, response in enumerate(survey.responses):
        if response.date and response.date.first > latest:
            message = (
                f"response {response.number} came on '{response.date}', after the paper of '{day_in_words(latest)}'"
            )
            place = facts.place(*_PLACE, "responses", position, "date")
            related = Related(facts.place("programme", "dated"), "the paper is of this day")
            yield CODE.at(place, message, "correct one of the two dates", related)


def _closed_too_soon(engagement: Engagement, survey: Survey, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    if survey.closed is None:
        return
    closed = Related(facts.place(*_PLACE, "closed"), "it closed here")
    if survey.opened and survey.opened.first > survey.closed.last:
        message = f"the survey opened on '{survey.opened}', after it had closed on '{survey.closed}'"
        yield CODE.at(facts.place(*_PLACE, "opened"), message, "correct one of the two dates", closed)
    for path, words, day in _announcements(engagement):
        if day[0] > survey.closed.last:
            message = f"'{words}' is dated '{day[1]}', after the survey had closed on '{survey.closed}'"
            yield CODE.at(facts.place(*path, "date"), message, "correct one of the two dates", closed)


def _announcements(engagement: Engagement) -> Iterator[tuple[Path, str, tuple[date, str]]]:
    """Contacts and meetings that announced the survey, with the first day on which they can have taken place."""
    for number, contact in enumerate(engagement.contacts):
        if _announces(contact.what):
            yield ("engagement", "contacts", number), contact.what, (contact.date, day_in_words(contact.date))
    for number, meeting in enumerate(engagement.meetings):
        if _announces(meeting.name):
            yield ("engagement", "meetings", number), meeting.name, (meeting.date.first, str(meeting.date))


def _announces(words: str) -> bool:
    return bool(_ANNOUNCES.search(words)) and not _AFTER_IT.search(words)


RULE = ProgrammeRule(CODE, check)
