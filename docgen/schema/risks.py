"""The risks of the programme."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from docgen.schema.base import AlsoHeaded, Part
from docgen.schema.narrative import Introduced
from docgen.schema.types import Id, Lines, Moment, Text


class Risk(Part):
    """One risk."""

    shown: ClassVar[str] = "risk"

    risk: Text = Field(title="Risk", description="What could go wrong")
    id: Id | None = Field(default=None, title="Id", description="What other parts call it")
    cause: Text | None = Field(default=None, title="Cause", description="Why it might")
    impact: Text | None = Field(default=None, title="Impact", description="What would follow")
    likelihood: Text | None = Field(
        default=None, title="Likelihood", description="How likely it is, on the house's scale"
    )
    rating: Text | None = Field(default=None, title="Rating", description="How grave it is, on the house's scale")
    owner: Text | None = Field(default=None, title="Owner", description="Who watches it")
    mitigation: Lines = Field(default=[], title="Mitigation", description="What is done about it, one on each line")
    residual: Annotated[Text | None, AlsoHeaded("residual")] = Field(
        default=None, title="Residual rating", description="How grave it is once that is done, on the house's scale"
    )
    review: Annotated[Moment | None, AlsoHeaded("review", "review date")] = Field(
        default=None, title="To be reviewed", description="When it is looked at again"
    )


class Risks(Introduced):
    """`risks.yaml`, introduced by `risks.md`."""

    risks: list[Risk] = Field(default=[], description="The risks, in order")
