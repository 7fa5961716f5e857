"""The log of decisions: what was decided, when, by whom, why, and who had an interest."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from docgen.schema.base import AlsoHeaded, Part
from docgen.schema.ids import BodyId, DocumentId
from docgen.schema.narrative import Introduced
from docgen.schema.types import Choice, Id, Lines, Moment, Text


class Outcome(Choice):
    """What became of a matter that was to be decided."""

    AGREED = "agreed", "it was agreed"
    NOT_AGREED = "not agreed", "it was turned down"
    DEFERRED = "deferred", "it was put off"
    NOTED = "noted", "it was taken note of, without a decision"


class Decision(Part):
    """One line of the log."""

    shown: ClassVar[str] = "decision"

    number: Annotated[Text, AlsoHeaded("no", "reference")] = Field(
        title="Number", description="Its number in the log, as minutes give it"
    )
    date: Moment = Field(title="Date", description="When it was taken")
    body: Annotated[BodyId, AlsoHeaded("taken by", "decided by")] = Field(
        title="Body", description="Id of the committee, body or organisation that took it"
    )
    decision: Text = Field(title="Decision", description="What was decided")
    id: Id | None = Field(default=None, title="Id", description="What other parts call it")
    outcome: Outcome | None = Field(default=None, title="Outcome", description="agreed, not agreed, deferred or noted")
    reasons: Lines = Field(default=[], title="Reasons", description="Why, one reason on each line")
    conflicts: Annotated[Lines, AlsoHeaded("interests declared")] = Field(
        default=[],
        title="Conflicts declared",
        description="Interests that were declared, and what was done, one on each line; None where there were none",
    )
    paper: Text | None = Field(default=None, title="Paper", description="The paper that the body had before it")
    document: DocumentId | None = Field(
        default=None, title="Document", description="The document of the programme that it was, by type"
    )
    review: Annotated[Moment | None, AlsoHeaded("review date")] = Field(
        default=None, title="Review", description="When it is looked at again"
    )


class Decisions(Introduced):
    """`decisions.yaml`, introduced by `decisions.md`."""

    decisions: list[Decision] = Field(default=[], description="The decisions, in the order in which they are printed")
