"""The events of the content: key dates, milestones, meetings, actions, phases, the vote and the survey."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.events.event import Event, Kind, mention_of
from docgen.check.events.kinds import PREPARES, SIGNS, kind_of
from docgen.check.events.telling import telling
from docgen.check.rule import ProgrammeFacts
from docgen.schema.engagement import Engagement
from docgen.schema.timescales import Timescales
from docgen.schema.types import When
from docgen.source import Path


def content_events(facts: ProgrammeFacts) -> list[Event]:
    """All events with a date, in the order of the files."""
    content = facts.content
    return [
        *_of_programme(facts),
        *(_of_timescales(content.timescales, facts) if content.timescales else ()),
        *(_of_engagement(content.engagement, facts) if content.engagement else ()),
    ]


def _of_programme(facts: ProgrammeFacts) -> Iterator[Event]:
    programme = facts.content.programme
    if programme.effective:
        path: Path = ("programme", "effective")
        yield _known(Kind.START, f"the start of {programme.model} commissioning", programme.effective, path, facts)
    for id_, key in programme.dates.items():
        name = key.label or id_.replace("-", " ").replace("_", " ")
        yield _named(name, key.date, ("programme", "dates", id_), "date", facts)


def _of_timescales(timescales: Timescales, facts: ProgrammeFacts) -> Iterator[Event]:
    for number, milestone in enumerate(timescales.milestones):
        yield _named(milestone.name, milestone.date, ("timescales", "milestones", number), "date", facts)
    for number, meeting in enumerate(timescales.meetings):
        yield _named(meeting.name, meeting.date, ("timescales", "meetings", number), "date", facts)
    for number, phase in enumerate(timescales.phases):
        ends = {"begins": phase.begins, "ends": phase.ends}
        dated = ((end, when) for end, when in ends.items() if when)
        yield from (
            _named(f"{phase.name} {end}", when, ("timescales", "phases", number), end, facts) for end, when in dated
        )
    for number, action in enumerate(timescales.actions):
        field, when = ("due", action.due) if action.due else ("month", action.month)
        yield _named(action.action, when, ("timescales", "actions", number), field, facts)


def _of_engagement(engagement: Engagement, facts: ProgrammeFacts) -> Iterator[Event]:
    vote, survey = engagement.vote, engagement.survey
    if vote and vote.held:
        yield _known(Kind.VOTE, "the vote of the practices", vote.held, ("engagement", "vote", "held"), facts)
    if survey and survey.closed:
        yield _known(Kind.CLOSING, "the end of the survey", survey.closed, ("engagement", "survey", "closed"), facts)
    for number, meeting in enumerate(engagement.meetings):
        yield _named(meeting.name, meeting.date, ("engagement", "meetings", number), "date", facts)


def _says_model(name: str) -> bool:
    return any(SIGNS[Kind.START].traits_of(name))


def _known(kind: Kind, name: str, when: When, path: Path, facts: ProgrammeFacts) -> Event:
    """What a field says by being there."""
    traits = SIGNS[kind].traits_of(name)
    return Event(name, mention_of(when), facts.place(*path), str(path[1]), kind, traits)


def _named(name: str, when: When, path: Path, field: str, facts: ProgrammeFacts) -> Event:
    """What an entry with a name and a date says. An action that prepares an event is not the event."""
    listed = str(path[1])
    is_preparing = listed == "actions" and PREPARES.match(name)
    kind = None if is_preparing else kind_of(name, is_name=True)
    about = f"{name}, {facts.content.programme.model}" if kind is Kind.START and not _says_model(name) else name
    traits = SIGNS[kind].traits_of(about) if kind else ()
    return Event(name, mention_of(when), facts.place(*path, field), listed, kind, traits, telling(name))
