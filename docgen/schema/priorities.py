"""The priorities that the programme helps to deliver."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from docgen.schema.base import AlsoHeaded, Part
from docgen.schema.narrative import Introduced
from docgen.schema.types import Id, Lines, Text


class WorkProgramme(Part):
    """A priority work programme: what the proposal lets it do, and what should come of it."""

    shown: ClassVar[str] = "name"

    name: Annotated[Text, AlsoHeaded("programme", "work programme", "priority")] = Field(
        title="Priority work programme", description="What the work programme is called"
    )
    id: Id | None = Field(default=None, title="Id", description="What other parts call it")
    opportunities: Lines = Field(title="Opportunities", description="What the proposal lets it do, one on each line")
    outcomes: Annotated[Lines, AlsoHeaded("outcomes")] = Field(
        title="Anticipated outcomes", description="What should come of it, one on each line"
    )


class Ambition(Part):
    """An ambition of the strategy: how it is delivered, and what the proposal adds."""

    shown: ClassVar[str] = "ambition"

    ambition: Text = Field(title="Ambition", description="What is to be achieved")
    delivery: Lines = Field(title="Delivery", description="How the strategy delivers it, one on each line")
    contribution: Annotated[Lines, AlsoHeaded("contributions")] = Field(
        title="Contribution", description="What the proposal adds to that, one on each line"
    )


class Priorities(Introduced):
    """`priorities.yaml`."""

    programmes: list[WorkProgramme] = Field(default=[], description="The priority work programmes, in order")
    ambitions: list[Ambition] = Field(default=[], description="The ambitions of the strategy, in order")
