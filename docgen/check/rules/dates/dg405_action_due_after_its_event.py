"""An action that prepares an event is due after the event.

The papers for a workshop are of no use on the day after it. Either the event was brought forward, and its preparation
was not, or the dates of two lines were mixed up.

Bad:

```yaml
milestones:
  - {name: Workshop for practice managers, date: 2014-05-14}
actions:
  - {month: May 2014, action: Invite practice managers to the workshop, leads: JB, due: 16 May 2014}
```

Good:

```yaml
actions:
  - {month: April 2014, action: Invite practice managers to the workshop, leads: JB, due: 25 April 2014}
```

An action is taken to prepare an event when it begins with a word such as invite, prepare, book or draft, and names the
event as the milestone, the meeting, the key date or the vote does; the verb it begins with names none.

Source: a published action plan of 2014. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.events.event import Event, Kind
from docgen.check.events.of_content import content_events
from docgen.check.events.telling import is_telling, telling
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened
from docgen.check.when_words import at_time
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.timescales import Action

CODE = Code("DG405", Severity.WARNING, "Action due after its event", __doc__ or "")

_PREPARES = Pattern(
    r"(?:prepare|draft|write|finalise|finish|complete|set|book|invite"
    r"|send (?:out )?(?:the )?(?:papers|invitation|ballot)|agree|design|plan|arrange|organise|produce|circulate|issue"
    r"|find)\b",
    re.IGNORECASE,
)
_FOLLOWS = Pattern(
    r"\b(?:results?|outcomes?|feedback|report|minutes|evaluat\w+|thanks?|review|lessons|after|following|announce|publish"
    r"|actions from|notes|next|follow-up|write[- ]up)\b",
    re.IGNORECASE,
)
"""What says that an action comes after an event by right."""

_NAMES = {
    Kind.VOTE: Pattern(r"\b(?:vote|ballot)\b", re.IGNORECASE),
    Kind.SUBMISSION: Pattern(r"\b(?:expressions? of interest|eoi)\b", re.IGNORECASE),
    Kind.START: Pattern(r"\b(?:for|before|ahead of) (?:the )?go[- ]live\b", re.IGNORECASE),
}
"""By which words an action names an event of a kind."""


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such action, at its date."""
    timescales = facts.content.timescales
    events = [event for event in content_events(facts) if event.listed != "actions"]
    for number, action in enumerate(timescales.actions if timescales else []):
        event = next((event for event in events if _is_late(action, event)), None)
        if event and action.due:
            yield CODE.at(
                facts.place("timescales", "actions", number, "due"),
                f"action '{shortened(action.action)}' is due {at_time(action.due)}, after {event.called},"
                f" '{event.when.words}'",
                "set a day before the event, or correct the date of the event",
                Related(event.source, "the event"),
            )


def _is_late(action: Action, event: Event) -> bool:
    if action.due is None or event.when.last is None or action.due.first <= event.when.last:
        return False
    return _prepares(action.action, event)


def _prepares(words: str, event: Event) -> bool:
    begins = _PREPARES.match(words)
    if not begins or _FOLLOWS.search(words):
        return False
    sign = _NAMES.get(event.kind) if event.kind else None
    if sign and sign.search(words):
        return True
    return is_telling(event.stems) and event.stems <= telling(words[begins.end() :])


RULE = ProgrammeRule(CODE, check)
