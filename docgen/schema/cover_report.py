"""The cover report that goes in front of a paper for a governing body: what it asks for, of whom, and on what grounds.

All of it may be left blank, as on the forms that boards use; rules say what a board would miss.
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from docgen.schema.base import Part
from docgen.schema.ids import BodyId, CommitteeId, DocumentId, OrganisationId
from docgen.schema.narrative import Introduced
from docgen.schema.types import Choice, Day, Lines, Moment, Several, Text, YesNo


class Access(Choice):
    """In which part of a meeting a paper is taken."""

    PUBLIC = "public", "taken in the part of the meeting that is open to the public"
    PRIVATE = "private", "taken without the public, for a reason that is given"


class Purpose(Choice):
    """What a paper asks of those who receive it."""

    CONSULTATION = "consultation", "asks for views"
    APPROVAL = "approval", "asks for a decision"
    INFORMATION = "information", "asks for nothing"


class Affected(Choice):
    """Whom a proposal affects."""

    PATIENTS = "patients", "those who are treated"
    CARERS = "carers", "those who look after somebody, unpaid"
    STAFF = "staff", "those who work in the service"
    PUBLIC = "public", "everybody else in the area"


class Answer(Choice):
    """The answer to a question of the equality impact assessment."""

    YES = "yes", "it does, or there is doubt"
    NO = "no", "it does not"
    NOT_APPLICABLE = "n/a", "the question does not arise"


class ReportPerson(Part):
    """Somebody who writes or sponsors the report."""

    shown: ClassVar[str] = "name"

    name: Text = Field(title="Name", description="Full name")
    title: Text | None = Field(default=None, title="Title", description="Post, worded alike in all papers")
    contact: Text | None = Field(default=None, title="Contact details", description="Where to ask about the report")


class ReportApproval(Part):
    """Who lets the report go to the committee."""

    shown: ClassVar[str] = "name"

    name: Text = Field(title="Name", description="Full name of who approves the report")
    title: Text | None = Field(default=None, title="Title", description="Their post")
    date: Day | None = Field(default=None, title="Date", description="When they approved; leave out until they have")


class Discussion(Part):
    """A committee that has seen the report before."""

    shown: ClassVar[str] = "committee"

    committee: Text = Field(title="Committee", description="Which committee, by name")
    date: Moment | None = Field(default=None, title="Date", description="When it met")
    outcome: Text | None = Field(default=None, title="Outcome", description="What it said or agreed")


class AccompanyingPaper(Part):
    """A paper that goes with the report."""

    shown: ClassVar[str] = "title"

    title: Text = Field(title="Paper", description="Title, with its letter where it is an appendix")
    document: DocumentId | None = Field(
        default=None, title="Document", description="The document of the programme that it is, by type"
    )
    committee: CommitteeId | None = Field(
        default=None, title="Committee", description="Whose document, where there is one for each committee"
    )


class EqualityImpact(Part):
    """The screening for equality impact, with the questions of the form in their order."""

    affects: Several[Affected] = Field(
        default=[], title="Who is affected", description="patients, carers, staff, public"
    )
    increases_discrimination: Answer | None = Field(
        default=None,
        title="Increases discrimination",
        description="1. Will it increase discrimination for people in protected groups? yes, no or n/a",
    )
    reduces_discrimination: Answer | None = Field(
        default=None,
        title="Reduces discrimination",
        description="2. Will it reduce discrimination for people in protected groups? yes, no or n/a",
    )
    is_controversial: Answer | None = Field(
        default=None, title="Is controversial", description="3. Is it controversial in any way? yes, no or n/a"
    )
    disadvantages: Answer | None = Field(
        default=None,
        title="Disadvantages people",
        description="4. Will patients or the workforce be at a disadvantage? yes, no or n/a",
    )
    is_in_doubt: Answer | None = Field(
        default=None,
        title="Is in doubt",
        description="5. Is there doubt about any of these answers? yes, no or n/a",
    )
    assessment: Text | None = Field(
        default=None,
        title="Assessment",
        description="The quality and equality impact assessment, where one was made",
    )
    justification: Text | None = Field(
        default=None, title="Justification", description="Why no assessment is needed, with the evidence"
    )


class CoverReport(Introduced):
    """`cover-report.yaml`, introduced by `cover-report.md`."""

    shown: ClassVar[str] = "title"

    title: Text | None = Field(default=None, description="Title of the report")
    committee: BodyId | None = Field(default=None, description="Committee it goes to, instead of the programme's")
    committee_date: Moment | None = Field(default=None, description="When it meets, instead of the programme's date")
    produced: Day | None = Field(default=None, description="Date on which the report was produced")
    authors: list[ReportPerson] = Field(default=[], description="Who wrote it, with title and contact details")
    executive: ReportPerson | None = Field(default=None, description="The executive who supports it")
    approved_by: ReportApproval | None = Field(default=None, description="Who approved the report, and when")
    access: Several[Access] = Field(default=[], description="public or private")
    private_reason: Text | None = Field(default=None, description="Why it is taken in private")
    purpose: Several[Purpose] = Field(default=[], description="consultation, approval or information")
    individuals_at_centre: YesNo | None = Field(
        default=None, description="Whether the report places individuals at the centre"
    )
    summary: Lines = Field(default=[], description="Executive summary, one paragraph on each line")
    risk: Text | None = Field(default=None, description="The strategic risk; N/A where there is none")
    risk_number: Text | None = Field(default=None, description="Its number, where it is on the register")
    mitigation: Lines = Field(default=[], description="Mitigating actions, one on each line")
    conflicts: Lines = Field(default=[], description="How conflicts of interest are managed, one on each line")
    organisations: Several[OrganisationId] = Field(default=[], description="Ids of the organisations involved")
    discussed_by: list[Discussion] = Field(default=[], description="Committees that have discussed it, and outcomes")
    recommendations: Lines = Field(default=[], description="What the committee is asked to do, one on each line")
    accompanying: list[AccompanyingPaper] = Field(default=[], description="Papers that go with the report")
    legal_implications: Text | None = Field(default=None, description="Legal implications; N/A where there are none")
    equality: EqualityImpact | None = Field(default=None, description="Screening for equality impact")
    decided_by: Several[OrganisationId] = Field(default=[], description="Ids of the organisations asked to decide")
