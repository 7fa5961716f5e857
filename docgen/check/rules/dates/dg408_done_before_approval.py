"""A proposal is submitted, or an arrangement begins, before those who must approve it have done so.

What goes out before the board has agreed to it binds nobody and has to be taken back when the board disagrees. The same
holds for an arrangement that begins before it was submitted.

Bad:

```yaml
committee_date: 2014-06-25    # programme.yaml
milestones:
  - {name: Expression of interest submitted, date: 2014-06-20}
```

Good:

```yaml
committee_date: 2014-06-18    # programme.yaml
milestones:
  - {name: Expression of interest submitted, date: 2014-06-20}
```

NHS England may approve what was submitted to it; of its approvals only those after the beginning are reported.

Source: BMA, guidance for members on co-commissioning (2016): members and governing body agree before an application is
made. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from docgen.check.events.event import Event, Kind, mention_of
from docgen.check.events.of_content import content_events
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG408", Severity.WARNING, "Done before it was approved", __doc__ or "")

_NATIONAL = "NHS England"


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each step that comes too early, at its date."""
    events = content_events(facts)
    submissions, starts = _of(Kind.SUBMISSION, events), _of(Kind.START, events)
    decisions = [*_committees(facts), *_of(Kind.DECISION, events)]
    own = _earliest([event for event in decisions if event.traits[:1] not in ((_NATIONAL,), ("",))])
    national = _earliest([event for event in decisions if event.traits[:1] == (_NATIONAL,)])
    yield from _too_early(submissions[:1], own)
    for needed in (own, national, _earliest(submissions)):
        yield from _too_early(starts[:1], needed)


def _of(kind: Kind, events: Sequence[Event]) -> list[Event]:
    return [event for event in events if event.kind is kind]


def _earliest(events: Sequence[Event]) -> Event | None:
    return min(events, key=lambda event: event.when.first or date.max, default=None)


def _committees(facts: ProgrammeFacts) -> Iterator[Event]:
    programme = facts.content.programme
    if programme.committee_date:
        place = facts.place("programme", "committee_date")
        name, when = "the committee's approval", mention_of(programme.committee_date)
        yield Event(name, when, place, "programme", Kind.DECISION, ("board", ""))


def _too_early(steps: Sequence[Event], needed: Event | None) -> Iterator[Diagnostic]:
    for step in steps:
        if needed and step.is_before(needed):
            message = f"{step.called} is dated '{step.when.words}', before {needed.called}, '{needed.when.words}'"
            help = "put the two in order, or correct one of the dates"
            yield CODE.at(step.source, message, help, Related(needed.source, "it comes later"))


RULE = ProgrammeRule(CODE, check)
