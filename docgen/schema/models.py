"""The models of commissioning between which an organisation can choose, side by side."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from docgen.schema.base import AlsoHeaded, Part
from docgen.schema.narrative import Introduced
from docgen.schema.types import Choice, Id, Lines, Text


class Standing(Choice):
    """Where a model stands for those who read about it."""

    CURRENT = "current", "what is in place"
    PROPOSED = "proposed", "what is asked for"
    POSSIBLE = "possible", "another one that could be chosen"


class ComparedModel(Part):
    """One model: what it gives, how it is governed, how to apply for it, and what speaks for and against it."""

    shown: ClassVar[str] = "name"

    name: Annotated[Text, AlsoHeaded("name")] = Field(title="Model", description="What the model is called")
    id: Id | None = Field(default=None, title="Id", description="What other parts call it")
    letter: Annotated[Text | None, AlsoHeaded("category")] = Field(
        default=None, title="Letter", description="The letter by which papers call it: A, B, C"
    )
    standing: Standing | None = Field(default=None, title="Standing", description="current, proposed or possible")
    summary: Text = Field(title="Summary", description="What it is, in a sentence or two")
    decides: Annotated[Text | None, AlsoHeaded("decided by")] = Field(
        default=None, title="Who decides", description="Who takes the decisions"
    )
    functions: Lines = Field(default=[], title="Functions", description="What it covers, one on each line")
    later: Lines = Field(default=[], title="Later", description="What it could cover in time to come, one on each line")
    governance: Lines = Field(default=[], title="Governance", description="How it is governed, one point on each line")
    how_to_apply: Lines = Field(
        default=[], title="How to apply", description="What has to be done and by when, one step on each line"
    )
    opportunities: Lines = Field(default=[], title="Opportunities", description="What speaks for it, one on each line")
    threats: Lines = Field(default=[], title="Threats", description="What speaks against it, one on each line")


class Models(Introduced):
    """`models.yaml`, introduced by `models.md`."""

    called: Text = Field(default="Model", description="What papers put before the letter: Model, Category")
    models: list[ComparedModel] = Field(default=[], description="The models, in order")
    views_of: Text | None = Field(
        default=None, description="Whose opinion the opportunities and threats are; papers say so"
    )
    not_included: Lines = Field(default=[], description="Powers that none of the models gives, one on each line")
    remaining_with: Text | None = Field(
        default=None, description="Who keeps the responsibilities that continue under every model"
    )
    remaining: Lines = Field(default=[], description="Responsibilities that continue, one on each line")
