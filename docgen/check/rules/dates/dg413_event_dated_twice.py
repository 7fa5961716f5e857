"""One event has two dates.

The letter says that practices vote in April, the plan says February. Dates are written down again in every paper and
drift apart, and whoever reads one paper only acts on the wrong one.

Bad:

```markdown
Practices vote in April 2018.    (and in timescales.yaml: vote, 2018-02)
```

Good:

```markdown
Practices vote in {date}`vote`.
```

Key dates, milestones, meetings, phases, actions, the vote, the survey and what papers say in prose are compared. A
month and a day in it do not contradict each other, nor do "by 20 June" and an earlier day. What others did, and what
was planned once and moved, is left alone.

Source: a letter, a plan and a report of 2018 that date one vote differently. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from docgen.check.events.event import Event, Kind
from docgen.check.events.kinds import OTHERS, SIGNS
from docgen.check.events.of_content import content_events
from docgen.check.events.of_papers import Telling, paper_events, tellings
from docgen.check.events.telling import is_telling, recurs, telling
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.source import Source

CODE = Code("DG413", Severity.WARNING, "Event is dated twice", __doc__ or "")

_KNOWN = Pattern(
    r"\b(?:the|our|this|that|its|their)\s(?:\w+\s){0,3}?\w*(?:meet|work|for|event|sess|conf|brief|interv)",
    re.IGNORECASE,
)
_MOST_DATES = 12
"""A sentence with more dates is a list, in which none belongs to one event."""

_HELP = "correct one of the two, or give the date a name in 'programme.yaml' and use that in both places"


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each place that dates an event otherwise than an earlier place."""
    content = content_events(facts)
    told = list(tellings(papers, facts))
    events = list(paper_events(told))
    pairs = [
        *_within(content),
        *_across(product(content, events)),
        *_named(told, content),
        *_across(_each_with_earlier(events)),
    ]
    reported: set[Source] = set()
    for event, other in pairs:
        if event.source not in reported and other.source not in reported:
            reported.add(event.source)
            yield _diagnostic(event, other)


def _diagnostic(event: Event, other: Event) -> Diagnostic:
    name = other.kind.value if other.kind and other.kind is event.kind else other.called
    related = Related(other.source, f"'{other.when.words}' here")
    return CODE.at(
        event.source, f"{name} is dated '{event.when.words}' here and '{other.when.words}' elsewhere", _HELP, related
    )


def _within(content: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Contradictions between two lists of the content. Within one list, the same name may stand twice."""
    for other, event in combinations(content, 2):
        is_one = _is_one(event, other) or _has_same_name(event, other)
        if is_one and event.listed != other.listed and _contradict(event, other):
            yield event, other


def _across(pairs: Iterable[tuple[Event, Event]]) -> Iterator[tuple[Event, Event]]:
    """Contradictions between prose and the content, or between two places in prose."""
    return ((event, other) for other, event in pairs if _is_one(event, other) and _contradict(event, other))


def _each_with_earlier(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """An earlier event with a later one; of earlier ones that say the same, the first."""
    earlier: dict[tuple[object, ...], Event] = {}
    for event in events:
        yield from ((other, event) for other in earlier.values())
        when = event.when
        earlier.setdefault((event.kind, event.traits, event.sense, when.first, when.last, when.month, when.day), event)


def _is_one(event: Event, other: Event) -> bool:
    """Whether both are the same. Decisions and first meetings are many: only of one body, on one thing, are they."""
    is_of_many = event.kind in (Kind.DECISION, Kind.FIRST_MEETING)
    return event.is_same(other) and not (is_of_many and not all((*event.traits, *other.traits)))


def _has_same_name(event: Event, other: Event) -> bool:
    return is_telling(event.stems) and event.stems == other.stems


def _contradict(event: Event, other: Event) -> bool:
    return event.source != other.source and event.is_of_same_round(other) and not event.agrees(other)


def _named(told: Iterable[Telling], content: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Dates in prose beside all telling words of an entry's name, where no date of the sentence fits the entry."""
    names = [event for event in content if is_telling(event.stems)]
    for each in (each for each in told if len(each.dates) <= _MOST_DATES and not OTHERS.search(each.words)):
        stems = telling(each.words)
        meant = (event for event in names if event.stems <= stems and _is_the_one(each.words, event))
        yield from (pair for event in meant for pair in _differing(each, event))


def _is_the_one(words: str, other: Event) -> bool:
    """Whether a text speaks of the event itself, and of one that is known: `a workshop` may be another."""
    if other.kind and SIGNS[other.kind].unlike.search(words):
        return False
    return not recurs(other.stems) or bool(_KNOWN.search(words))


def _differing(told: Telling, other: Event) -> Iterator[tuple[Event, Event]]:
    events = [
        Event(other.name, mention, told.sentence.place(mention.start), "papers", sense=told.sense_of(mention))
        for mention in told.dates
    ]
    if all(_contradict(event, other) for event in events):
        yield next((event, other) for event in events if event.source == told.source)


RULE = PapersRule(CODE, check)
