"""Readiness: how many are ready now, soon and later, by category."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from docgen.schema.base import Part
from docgen.schema.narrative import Introduced
from docgen.schema.types import Several, Text, Whole


class Category(Part):
    """A category of functions, and how many stand where on the way."""

    shown: ClassVar[str] = "name"

    name: Text = Field(title="Category", description="What the category is called")
    counts: Several[Whole] = Field(title="Counts", description="How many, one number for each stage, in their order")
    stated_total: Whole | None = Field(
        default=None, title="Stated total", description="A total that a source states, to be compared with the sum"
    )


class Readiness(Introduced):
    """`readiness.yaml`, introduced by `readiness.md`."""

    stages: Several[Text] = Field(title="Stages", description="The stages, in order: now, soon, later")
    categories: list[Category] = Field(default=[], description="The categories, in order")
    stated_totals: Several[Whole] = Field(
        default=[], description="Totals that a source states, one for each stage, to be compared with the sums"
    )
    submissions: Whole | None = Field(
        default=None, description="How many submissions were made, each counted once in the stated totals"
    )
