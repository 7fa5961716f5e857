"""Which papers go to which meeting, as far as both days are known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docgen.check.rule import ProgrammeFacts
from docgen.check.working_days import working_days_between
from docgen.schema.narrative import Status
from docgen.schema.programme import DocumentRequest, Programme
from docgen.schema.types import When
from docgen.source import Source
from docgen.wording import counted, day_in_words

LATER = "send the paper earlier, or correct one of the two dates"
"""What to do about a paper that is too late."""


class Sitting(Struct, frozen=True):
    """A meeting that has a paper before it."""

    paper: str
    """What is sent: `the paper 'eoi'`."""
    committee: str
    """Id of the body that meets."""
    sent: date
    """The day of the paper, before which it cannot have been sent."""
    held: date
    sent_at: Source
    held_at: Source


def sittings(facts: ProgrammeFacts) -> Iterator[Sitting]:
    """Each document with the meeting at which it is approved, and each dispatch to such a meeting."""
    programme = facts.content.programme
    for number, request in enumerate(programme.documents):
        yield from _of_document(number, request, programme, facts)
    yield from _of_distribution(programme, facts)


class LateDraft(Struct, frozen=True):
    """A draft of a day after the meeting that is to approve it."""

    number: int
    """Of the document, as the programme lists them."""
    dated: date
    meeting: When


def late_drafts(programme: Programme) -> Iterator[LateDraft]:
    """Every document that is not approved yet and is dated after its meeting."""
    for number, request in enumerate(programme.documents):
        meeting, dated = request.committee_date or programme.committee_date, request.dated or programme.dated
        is_open = (request.status or programme.status) in (Status.DRAFT, Status.REVIEW)
        if meeting and is_open and meeting.last < dated:
            yield LateDraft(number, dated, meeting)


def day_of(when: When | None) -> date | None:
    """The day, where a date is one."""
    return when.first if when and when.first == when.last else None


def _of_document(
    number: int, request: DocumentRequest, programme: Programme, facts: ProgrammeFacts
) -> Iterator[Sitting]:
    own = ("programme", "documents", number)
    held = day_of(request.committee_date or programme.committee_date)
    committee = request.committee or programme.committee
    if held and committee:
        sent_at = facts.place(*own, "dated") if request.dated else facts.place("programme", "dated")
        held_at = (
            facts.place(*own, "committee_date")
            if request.committee_date
            else facts.place("programme", "committee_date")
        )
        yield Sitting(
            f"the paper '{request.type}'", committee, request.dated or programme.dated, held, sent_at, held_at
        )


def _of_distribution(programme: Programme, facts: ProgrammeFacts) -> Iterator[Sitting]:
    """What is sent to the committee itself."""
    control, held = facts.content.document_control, day_of(programme.committee_date)
    if control is None or held is None or programme.committee is None:
        return
    name = body_name(programme.committee, facts).casefold()
    for number, recipient in enumerate(control.distribution):
        sent = day_of(recipient.date)
        if sent and name and name in recipient.to.casefold():
            place = facts.place("document_control", "distribution", number, "date")
            held_at = facts.place("programme", "committee_date")
            yield Sitting(f"what is sent to '{recipient.to}'", programme.committee, sent, held, place, held_at)


def body_name(id_: str, facts: ProgrammeFacts) -> str:
    """What a committee or body is called; empty where it is an organisation."""
    governance = facts.content.governance
    if governance and id_ in governance.committees:
        return governance.committees[id_].name
    return governance.bodies[id_].name if governance and id_ in governance.bodies else ""


def own_days(sitting: Sitting, facts: ProgrammeFacts) -> int | None:
    """How many working days before a meeting its committee wants to have papers."""
    governance = facts.content.governance
    committee = governance.committees.get(sitting.committee) if governance else None
    return committee.papers_days if committee else None


def is_late(sitting: Sitting, days: int) -> bool:
    """Whether a paper of before the meeting is too late. One of after it is no paper for it."""
    return sitting.sent <= sitting.held and working_days_between(sitting.sent, sitting.held) + 1 < days


def lateness(sitting: Sitting, days: int, facts: ProgrammeFacts) -> str:
    """Says by what a paper is too late."""
    left = working_days_between(sitting.sent, sitting.held) + (sitting.sent < sitting.held)
    name = body_name(sitting.committee, facts) or sitting.committee
    return (
        f"{sitting.paper} is dated '{day_in_words(sitting.sent)}', {counted(left, 'working day')} before the meeting of"
        f" '{name}', which needs {days}"
    )
