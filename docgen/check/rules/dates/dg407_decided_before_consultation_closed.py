"""A decision is dated before the vote or the consultation that it rests on was over.

People must be asked while proposals are still being formed, and what they say must be weighed before anybody decides.
A decision that is older than the answers can be set aside by a court, and tells those who answered that nobody read it.

Bad:

```yaml
milestones:
  - {name: Governing body approves the proposal, date: 2014-05-22}
survey: {question: What do you think?, invited: 42, closed: 2014-05-30}    # engagement.yaml
```

Good:

```yaml
milestones:
  - {name: Governing body approves the proposal, date: 2014-06-18}
survey: {question: What do you think?, invited: 42, closed: 2014-05-30}    # engagement.yaml
```

Decisions to begin a consultation, and decisions in principle, are left alone. Without a dated decision, the day on
which the committee has the papers before it counts as one. Events at which people are asked after the decision are
shown as a note: they may be about how it is carried out.

Source: R v Brent London Borough Council, ex parte Gunning (1985), the fourth of its principles; R (Moseley) v Haringey
(2014). Standing: law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.events.event import Event, Kind, mention_of
from docgen.check.events.of_content import content_events
from docgen.check.events.of_papers import paper_events, tellings
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, undecided
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG407", Severity.WARNING, "Decided before the consultation closed", __doc__ or "")

_ASKS = Pattern(r"\b(?:consult\w*|listening|engagement|have your say|survey|focus group)\b", re.IGNORECASE)
_HELP = "decide after the answers have been read, or correct one of the two dates"


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each decision and kind of asking, at the date of the decision."""
    content = content_events(facts)
    told = list(paper_events(tellings(papers, facts)))
    asked = [event for event in [*content, *told] if event.kind in (Kind.VOTE, Kind.CLOSING)]
    decided = [event for event in [*content, *told] if event.kind is Kind.DECISION]
    for decision in decided or list(_committees(facts)):
        later = [event for event in [*asked, *_consulted(facts)] if decision.is_before(event)]
        yield from _reported(decision, later)


def _reported(decision: Event, later: Sequence[Event]) -> Iterator[Diagnostic]:
    """The first of each kind of asking that comes too late."""
    for event in {event.kind: event for event in reversed(later)}.values():
        message = f"{decision.called} is dated '{decision.when.words}', before {event.called}, '{event.when.words}'"
        related = Related(event.source, "it comes later")
        if event.kind is None:
            yield undecided(CODE, decision.source, message, "make sure that the decision does not rest on it", related)
        else:
            yield CODE.at(decision.source, message, _HELP, related)


def _committees(facts: ProgrammeFacts) -> Iterator[Event]:
    """The day on which the committee has the papers before it."""
    day = facts.content.programme.committee_date
    if day:
        place = facts.place("programme", "committee_date")
        yield Event("the committee's decision", mention_of(day), place, "programme", Kind.DECISION)


def _consulted(facts: ProgrammeFacts) -> Iterator[Event]:
    """Those who are asked, and events at which people are asked; of these it is not known what about."""
    engagement = facts.content.engagement
    for number, consultee in enumerate(engagement.consultees if engagement else []):
        if consultee.when:
            place = facts.place("engagement", "consultees", number, "when")
            name = f"the consultation of {consultee.name}"
            yield Event(name, mention_of(consultee.when), place, "consultees", Kind.CONSULTED)
    for number, meeting in enumerate(engagement.meetings if engagement else []):
        if _ASKS.search(f"{meeting.name} {meeting.audience or ''}"):
            place = facts.place("engagement", "meetings", number, "date")
            yield Event(meeting.name, mention_of(meeting.date), place, "meetings")


RULE = PapersRule(CODE, check)
