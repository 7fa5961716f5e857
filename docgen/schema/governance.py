"""Governance: committees, how conflicts of interest are managed, and which decisions are kept."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, ValidationInfo, field_validator

from docgen.schema.base import Part
from docgen.schema.ids import BodyId, CommitteeId, FunctionId, MemberId, OrganisationId
from docgen.schema.narrative import Introduced
from docgen.schema.quorum import Quorum, QuorumRule
from docgen.schema.types import Choice, Id, Lines, Moment, Several, Text, Whole, YesNo


class Standing(Choice):
    """Whether a committee exists."""

    PROPOSED = "proposed", "to be set up"
    EXISTING = "existing", "is there already"


class Member(Part):
    """A seat on a committee."""

    shown: ClassVar[str] = "role"

    id: Id = Field(title="Id", description="What the chair, the vice-chair and the quorum call the seat")
    role: Text = Field(title="Role", description="The post that holds the seat: lay member for patient involvement")
    name: Text | None = Field(default=None, title="Name", description="The person who holds it, where known")
    organisation: OrganisationId | None = Field(
        default=None, title="Organisation", description="Id of the organisation"
    )
    voting: YesNo = Field(title="Voting", description="Whether the member votes")
    lay: YesNo = Field(default=False, title="Lay", description="Whether the member is a lay person")
    clinical: YesNo = Field(default=False, title="Clinical", description="Whether the member is a clinician")
    executive: YesNo = Field(default=False, title="Executive", description="Whether the member is an executive")
    conflicted: YesNo | None = Field(
        default=None,
        title="Conflicted",
        description="Whether the member may provide what the committee buys; else so where the role names a GP",
    )


class Attendee(Part):
    """Somebody who attends without being a member."""

    shown: ClassVar[str] = "role"

    role: Text = Field(title="Role", description="The post that attends")
    organisation: OrganisationId | None = Field(
        default=None, title="Organisation", description="Id of the organisation"
    )
    reason: Text | None = Field(default=None, title="Reason", description="Why they attend")


class Committee(Part):
    """A committee or group; its terms of reference are made from this."""

    shown: ClassVar[str] = "name"

    name: Text = Field(title="Committee", description="Full name, as documents print it")
    abbreviation: Text | None = Field(default=None, title="Abbreviation", description="Short name")
    kind: Text = Field(title="Kind", description="joint committee, sub-committee, working group")
    standing: Standing | None = Field(default=None, title="Standing", description="proposed or existing")
    purpose: Text = Field(title="Purpose", description="What the committee is for, in a sentence or two")
    establishes: Text | None = Field(
        default=None, title="Establishment", description="Who sets the committee up, and by what decision"
    )
    statutory_basis: Text | None = Field(
        default=None, title="Statutory basis", description="The law or the constitution that allows it"
    )
    delegated_by: BodyId | None = Field(
        default=None, title="Delegated by", description="Id of whoever delegates its functions to it"
    )
    delegation: Text | None = Field(
        default=None, title="Delegation", description="Which functions are delegated to it, and on what terms"
    )
    authority: Lines = Field(default=[], title="Authority", description="What the committee may do, one on each line")
    coverage: Text | None = Field(default=None, title="Geographical coverage", description="The area it covers")
    responsibilities: Lines = Field(default=[], title="Responsibilities", description="Its duties, one on each line")
    exclusions: Lines = Field(default=[], title="Exclusions", description="What it may not do, one on each line")
    members: list[Member] = Field(default=[], title="Members", description="The seats, in order")
    attendees: list[Attendee] = Field(default=[], title="In attendance", description="Those who attend without a seat")
    chair: MemberId = Field(title="Chair", description="Id of the member who chairs")
    vice_chair: MemberId | None = Field(default=None, title="Vice-chair", description="Id of the member who stands in")
    quorum: Quorum | None = Field(
        default=None,
        title="Quorum",
        description="4 members, including 1 lay and 1 of {clinical, executive}, and (chair or vice-chair)",
    )
    voting: Text | None = Field(default=None, title="Voting", description="How the committee decides")
    meets: Text = Field(title="Meets", description="How often: quarterly, monthly")
    notice_days: Whole | None = Field(default=None, title="Notice", description="Working days of notice of a meeting")
    papers_days: Whole | None = Field(
        default=None, title="Papers", description="Working days before it that papers are sent"
    )
    public_access: Text | None = Field(
        default=None, title="Public access", description="Who may come and see, and what"
    )
    conflicts: Text | None = Field(
        default=None,
        title="Conflicts of interest",
        description="What this committee does beyond the common arrangements",
    )
    sub_groups: Several[CommitteeId] = Field(default=[], title="Sub-groups", description="Ids of committees below it")
    reports_to: Several[BodyId] = Field(default=[], title="Reports to", description="Ids of those to whom it reports")
    accountability: Text | None = Field(default=None, title="Accountability", description="How it answers for its work")
    secretariat: Text | None = Field(default=None, title="Secretariat", description="Who serves the committee, and how")
    review_date: Moment | None = Field(default=None, title="Review date", description="When its terms are reviewed")
    contact: Text | None = Field(default=None, title="Contact", description="Where to write")

    @field_validator("quorum")
    @classmethod
    def _with_roles(cls, quorum: QuorumRule | None, info: ValidationInfo) -> QuorumRule | None:
        """Members stand before the quorum; where they are at fault themselves there is nothing to compare with."""
        if quorum is None or "members" not in info.data:
            return quorum
        roles = {member.id: member.role for member in info.data["members"]}
        return quorum.of_members(roles, has_vice_chair=bool(info.data.get("vice_chair")))


class ConflictsOfInterest(Part):
    """How conflicts of interest are managed."""

    arrangements: Lines = Field(description="What is done, one on each line")
    register_of_interests: Text | None = Field(
        default=None, description="Where the register of interests is kept and published"
    )
    declaration_days: Whole | None = Field(default=None, description="Days within which an interest is declared")
    recusal: Text | None = Field(default=None, description="What a member with a conflict does")
    restoring_quorum: Text | None = Field(default=None, description="What is done when too few members are left")


class ReservedDecision(Part):
    """A decision that is kept and not passed on."""

    shown: ClassVar[str] = "decision"

    decision: Text = Field(title="Decision", description="What is decided")
    function: FunctionId | None = Field(default=None, title="Function", description="Id of the function in the scope")
    to: BodyId = Field(title="Reserved to", description="Id of the body that keeps the decision")
    threshold: Text | None = Field(default=None, title="Threshold", description="From what value or in which cases")


class Body(Part):
    """A board, committee or group that exists already and has no terms of reference here."""

    shown: ClassVar[str] = "name"

    name: Text = Field(title="Body", description="Full name, as documents print it")
    abbreviation: Text | None = Field(default=None, title="Abbreviation", description="Short name")
    organisation: OrganisationId | None = Field(
        default=None, title="Organisation", description="Id of the organisation"
    )


class Governance(Introduced):
    """`governance.yaml`, introduced by `governance.md`."""

    committees: dict[Id, Committee] = Field(
        default={}, description="Committees by id; each can have terms of reference"
    )
    bodies: dict[Id, Body] = Field(default={}, description="Boards and groups that exist already, by id")
    conflicts_of_interest: ConflictsOfInterest | None = Field(default=None, description="How conflicts are managed")
    reserved: list[ReservedDecision] = Field(default=[], description="Decisions that are kept and not passed on")
