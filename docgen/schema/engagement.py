"""Engagement: who was asked, how, and what they said."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from docgen.schema.base import AlsoHeaded, Part
from docgen.schema.ids import ConsulteeId, OrganisationId
from docgen.schema.narrative import Introduced
from docgen.schema.types import Choice, Day, Id, Lines, Moment, Several, Text, Whole, YesNo


class ConsulteeKind(Choice):
    """On whose behalf a consultee speaks."""

    MEMBERS = "member practices", "practices that are members, and who speaks for them"
    STAKEHOLDER = "stakeholder", "an organisation or a profession that is concerned"
    PUBLIC = "public", "patients, carers and residents, and who speaks for them"
    NHS = "NHS", "another NHS body"


class Consultee(Part):
    """A person, post or group that was asked."""

    shown: ClassVar[str] = "name"

    id: Id | None = Field(default=None, title="Id", description="What the feedback calls the consultee")
    name: Annotated[Text, AlsoHeaded("name")] = Field(title="Consultee", description="Who was asked: a post or a group")
    kind: ConsulteeKind = Field(title="Kind", description="member practices, stakeholder, public or NHS")
    organisation: OrganisationId | None = Field(
        default=None, title="Organisation", description="Id of the organisation"
    )
    how: Text | None = Field(default=None, title="How", description="How they were asked: meeting, letter, survey")
    when: Moment | None = Field(default=None, title="When", description="When they were asked")
    response: Text | None = Field(default=None, title="Response", description="How they answered: in writing, none yet")


class Contact(Part):
    """One line of the contact log."""

    shown: ClassVar[str] = "what"

    date: Day = Field(title="Date", description="The day")
    what: Annotated[Text, AlsoHeaded("what")] = Field(title="Contact", description="What took place")
    who: Text | None = Field(default=None, title="With", description="Who took part")


class EngagementMeeting(Part):
    """A meeting or event at which people were asked."""

    shown: ClassVar[str] = "name"

    name: Annotated[Text, AlsoHeaded("name")] = Field(title="Meeting", description="What it was: workshop, forum")
    date: Annotated[Moment, AlsoHeaded("date")] = Field(title="Date", description="When it took place, or will")
    audience: Text | None = Field(default=None, title="For", description="Whom it was for")
    outcome: Text | None = Field(default=None, title="Outcome", description="What came of it")


class Vote(Part):
    """A vote of the member practices."""

    question: Text = Field(title="Question", description="What was asked, word for word")
    threshold: Text = Field(title="Threshold", description="What carries the vote: more than 50%, at least two thirds")
    denominator: Text = Field(title="Of", description="Of what the threshold is a share: votes cast, all practices")
    eligible: Whole | None = Field(default=None, title="Eligible", description="How many may vote")
    counts: dict[str, Whole] = Field(default={}, title="Votes", description="Votes by answer")
    entitlement: Text | None = Field(
        default=None, title="Who may vote", description="Who has how many votes: one vote for each member practice"
    )
    run_by: OrganisationId | None = Field(
        default=None, title="Run by", description="Id of the organisation that holds the vote and counts it"
    )
    how: Text | None = Field(default=None, title="How", description="How votes are cast: on paper, by electronic form")
    opens: Moment | None = Field(default=None, title="Opens", description="From when votes can be cast")
    closes: Moment | None = Field(default=None, title="Closes", description="Until when votes can be cast")
    held: Moment | None = Field(default=None, title="Held", description="When the vote was held")
    result: Text | None = Field(default=None, title="Result", description="What was decided")


class Option(Part):
    """An answer that a survey offered."""

    shown: ClassVar[str] = "option"

    option: Annotated[Text, AlsoHeaded("option")] = Field(title="Answer", description="The answer")
    count: Annotated[Whole, AlsoHeaded("count")] = Field(title="Responses", description="How many gave it")


class Response(Part):
    """What one person wrote."""

    shown: ClassVar[str] = "text"

    number: Whole = Field(title="Number", description="Number of the response")
    date: Annotated[Moment | None, AlsoHeaded("date")] = Field(
        default=None, title="Response date", description="When it came"
    )
    text: Annotated[Text, AlsoHeaded("text")] = Field(title="Response text", description="What it says, word for word")


class FurtherQuestion(Part):
    """A question that stood on the survey form beside the main one."""

    shown: ClassVar[str] = "question"

    question: Text = Field(title="Question", description="What was asked, word for word")
    answers: Lines = Field(
        default=[], title="Answers offered", description="The boxes to tick, one on each line; none for room to write"
    )
    several: YesNo = Field(default=False, title="Several", description="Whether more than one box may be ticked")


class Survey(Part):
    """A survey, its answers and what people wrote."""

    derived: ClassVar[tuple[str, ...]] = ("answered", "response_rate")

    question: Text = Field(title="Question", description="What was asked, word for word")
    invited: Whole = Field(title="Invited", description="How many people were asked")
    options: list[Option] = Field(default=[], title="Answers", description="The answers and how many gave each")
    opened: Moment | None = Field(default=None, title="Opened", description="When the survey was announced")
    closed: Moment | None = Field(default=None, title="Closed", description="When the survey closed")
    responded: Whole | None = Field(
        default=None, title="Responded", description="How many people sent it back, also without this answer"
    )
    skipped: Whole | None = Field(
        default=None, title="Skipped", description="How many of them left this question without an answer"
    )
    responses: list[Response] = Field(default=[], title="Responses", description="What people wrote, newest first")
    form_opening: Lines = Field(
        default=[], title="Opening of the form", description="What the form says before its questions"
    )
    further_questions: list[FurtherQuestion] = Field(
        default=[], title="Further questions", description="What the form asks after the main question, in order"
    )
    form_closing: Lines = Field(
        default=[], title="Close of the form", description="What the form says after its questions: how to send it back"
    )

    @property
    def answered(self) -> int:
        """How many people answered."""
        return sum(option.count for option in self.options)

    @property
    def response_rate(self) -> str:
        """`28.6%`: those who answered, of those invited; empty where nobody was."""
        if not self.invited:
            return ""
        return f"{(Decimal(100 * self.answered) / self.invited).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


class Remarks(Part):
    """Points of feedback under one label."""

    shown: ClassVar[str] = "label"

    label: Text = Field(title="Label", description="High gains, medium concerns, or who said it")
    points: Lines = Field(title="Points", description="What was said, one on each line")


class Feedback(Part):
    """What one group said."""

    shown: ClassVar[str] = "group"

    group: Text = Field(title="Group", description="Whose feedback it is: local stakeholders")
    consultees: Several[ConsulteeId] = Field(default=[], title="Consultees", description="Ids of those who spoke")
    summary: Lines = Field(title="Summary", description="The main points, one on each line")
    positives: list[Remarks] = Field(default=[], title="Positives", description="What they welcome, by label")
    challenges: list[Remarks] = Field(default=[], title="Challenges", description="What concerns them, by label")


class Engagement(Introduced):
    """`engagement.yaml`, introduced by `engagement.md`."""

    consultees: list[Consultee] = Field(default=[], description="Who was asked, in order")
    meetings: list[EngagementMeeting] = Field(default=[], description="Meetings and events, in order")
    contacts: list[Contact] = Field(default=[], description="The contact log, oldest first")
    vote: Vote | None = Field(default=None, description="The vote of the member practices")
    survey: Survey | None = Field(default=None, description="The survey")
    feedback: list[Feedback] = Field(default=[], description="What was said, group by group")
