"""Timescales: phases, milestones, meetings and the action plan."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from docgen.schema.base import AlsoHeaded, Part
from docgen.schema.ids import CommitteeId, OrganisationId
from docgen.schema.narrative import Introduced
from docgen.schema.types import Choice, Id, Lines, Moment, Several, Text, When, read_when


class Progress(Choice):
    """How far an action is."""

    PLANNED = "planned", "not begun"
    IN_PROGRESS = "in progress", "begun and not done"
    DONE = "done", "complete"
    OVERDUE = "overdue", "late"


class Phase(Part):
    """A stretch of time with its own degree of autonomy and its own work."""

    shown: ClassVar[str] = "name"

    name: Annotated[Text, AlsoHeaded("name")] = Field(title="Phase", description="What the phase is called")
    begins: Annotated[Moment | None, AlsoHeaded("from", "start")] = Field(
        default=None, title="From", description="When it begins"
    )
    ends: Annotated[Moment | None, AlsoHeaded("to", "end", "until")] = Field(
        default=None, title="To", description="When it ends"
    )
    autonomy: Annotated[Text | None, AlsoHeaded("autonomy")] = Field(
        default=None, title="Level of autonomy", description="Who decides in this phase"
    )
    actions: Lines = Field(default=[], title="Actions", description="What is done, one on each line")

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it begins."""
        return bool(self.begins and self.ends and self.ends.last < self.begins.first)


class Milestone(Part):
    """A date by which something is done."""

    shown: ClassVar[str] = "name"

    name: Annotated[Text, AlsoHeaded("name")] = Field(title="Milestone", description="What is done by then")
    date: Moment = Field(title="Date", description="When")
    id: Id | None = Field(default=None, title="Id", description="What other parts call it")


class Meeting(Part):
    """A meeting that is planned or was held."""

    shown: ClassVar[str] = "name"

    name: Annotated[Text, AlsoHeaded("name")] = Field(title="Meeting", description="Which meeting")
    date: Moment = Field(title="Date", description="When")
    committee: CommitteeId | None = Field(default=None, title="Committee", description="Id of the committee that meets")
    purpose: Text | None = Field(default=None, title="Purpose", description="What the meeting is for")


def _month_of(when: When) -> When:
    """The month of a day: workbooks, and plans that are begun, have the first day of one."""
    return (read_when(f"{when.first:%Y-%m}") or when) if when.first == when.last else when


class Action(Part):
    """One line of the action plan."""

    shown: ClassVar[str] = "action"

    month: Annotated[Moment, AfterValidator(_month_of)] = Field(
        title="Month", description="The month under which the action stands"
    )
    action: Text = Field(title="Action", description="What is to be done")
    leads: Annotated[Several[Text], AlsoHeaded("lead")] = Field(
        default=[], title="Leads", description="Initials of those who lead"
    )
    due: Annotated[Moment | None, AlsoHeaded("due", "complete by")] = Field(
        default=None, title="To be completed by", description="When it is to be done"
    )
    status: Progress | None = Field(default=None, title="Status", description="planned, in progress, done or overdue")
    id: Id | None = Field(default=None, title="Id", description="What other parts call it")


class WorkStream(Part):
    """A strand of the work that runs through the phases."""

    shown: ClassVar[str] = "name"

    name: Annotated[Text, AlsoHeaded("name", "stream")] = Field(
        title="Work stream", description="What the work stream is called"
    )
    activities: Annotated[Lines, AlsoHeaded("activities")] = Field(
        title="Activity", description="What is done in it, one on each line"
    )
    lead: Text | None = Field(default=None, title="Lead", description="Who leads it: a post")


class Person(Part):
    """Somebody whom the action plan names by initials."""

    shown: ClassVar[str] = "name"

    name: Text = Field(title="Name", description="Full name")
    title: Text | None = Field(default=None, title="Post", description="Post")
    organisation: OrganisationId | None = Field(
        default=None, title="Organisation", description="Id of the organisation"
    )


class Timescales(Introduced):
    """`timescales.yaml`, introduced by `timescales.md`."""

    phases: list[Phase] = Field(default=[], description="The phases, in order")
    milestones: list[Milestone] = Field(default=[], description="The milestones, in order")
    meetings: list[Meeting] = Field(default=[], description="The meetings, in order")
    actions: list[Action] = Field(default=[], description="The action plan, in order")
    work_streams: list[WorkStream] = Field(default=[], description="The work streams, in order")
    people: dict[str, Person] = Field(default={}, description="The people whom the action plan names, by initials")
