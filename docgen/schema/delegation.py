"""The delegation: who passes which functions on to whom, and on what terms.

Which functions these are is told by the scope, which decisions are kept by the governance: both are stated there once.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from docgen.schema.base import AlsoHeaded, Part
from docgen.schema.ids import BodyId, CommitteeId, OrganisationId
from docgen.schema.narrative import Introduced
from docgen.schema.types import Day, Lines, Moment, Pounds, Text


class FinancialLimit(Part):
    """Up to what amount somebody may decide a matter."""

    shown: ClassVar[str] = "matter"

    matter: Annotated[Text, AlsoHeaded("decision")] = Field(title="Matter", description="What is decided")
    decides: Annotated[BodyId, AlsoHeaded("decided by")] = Field(
        title="Who decides", description="Id of the committee, body or organisation that may decide it"
    )
    amount: Annotated[Pounds | None, AlsoHeaded("limit", "amount")] = Field(
        default=None, title="Up to", description="The largest amount; leave out where there is no limit"
    )
    condition: Annotated[Text | None, AlsoHeaded("conditions")] = Field(
        default=None, title="Condition", description="What has to be done first, or in which cases"
    )


class DutyToReport(Part):
    """A report that one party owes the other."""

    shown: ClassVar[str] = "report"

    report: Text = Field(title="Report", description="What is reported")
    to: BodyId = Field(title="To", description="Id of the body or organisation that receives it")
    when: Text = Field(title="When", description="How often, or by when: within 20 working days of each quarter")
    covers: Text | None = Field(default=None, title="What it covers", description="What the report has to say")


class Signature(Part):
    """A place where a party signs."""

    shown: ClassVar[str] = "post"

    organisation: OrganisationId = Field(title="For", description="Id of the party")
    post: Text = Field(title="Post", description="The post of the person who signs")
    signed: Day | None = Field(default=None, title="Signed on", description="When they signed; leave out until then")


class Delegation(Introduced):
    """`delegation.yaml`, introduced by `delegation.md`."""

    agreement: Text = Field(description="Name of the agreement that the schedule belongs to")
    delegator: OrganisationId = Field(description="Id of the organisation that delegates")
    delegate: OrganisationId = Field(description="Id of the organisation to which it delegates")
    committee: CommitteeId | None = Field(
        default=None, description="Id of the committee that exercises the functions for the delegate"
    )
    dated: Moment | None = Field(default=None, description="Date of the agreement; leave out until it is made")
    begins: Moment = Field(description="When the delegation begins")
    ends: Moment | None = Field(default=None, description="When it ends, where an end is agreed")
    statutory_basis: Lines = Field(description="The law on which the delegation rests, one provision on each line")
    conditions: Lines = Field(default=[], description="How the functions have to be exercised, one on each line")
    finance: Lines = Field(default=[], description="How money is given, held and accounted for, one on each line")
    limits: list[FinancialLimit] = Field(default=[], description="Who may decide up to what amount, in order")
    reports: list[DutyToReport] = Field(default=[], description="What is reported to whom, in order")
    information: Lines = Field(default=[], description="How information is shared and kept, one on each line")
    liability: Lines = Field(default=[], description="Who answers for claims and losses, one on each line")
    variation: Lines = Field(default=[], description="How the terms are changed, one on each line")
    disputes: Lines = Field(default=[], description="How disagreements are settled, one step on each line")
    notice: Text | None = Field(default=None, description="How much notice ends the delegation: 6 months")
    termination: Lines = Field(default=[], description="How the delegation ends, and what follows, one on each line")
    signatures: list[Signature] = Field(default=[], description="Who signs for the parties, in order")
