"""Monitoring and evaluation: what is measured, and what is reviewed."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from docgen.schema.base import Part
from docgen.schema.narrative import Introduced
from docgen.schema.types import Moment, Text


class Measure(Part):
    """Something that is measured."""

    shown: ClassVar[str] = "measure"

    measure: Text = Field(title="Measure", description="What is measured")
    baseline: Text | None = Field(default=None, title="Baseline", description="Where it stands now")
    target: Text | None = Field(default=None, title="Target", description="Where it should get to")
    source: Text | None = Field(default=None, title="Source", description="Where the figures come from")
    owner: Text | None = Field(default=None, title="Owner", description="Who watches it")


class Review(Part):
    """Something that is reviewed."""

    shown: ClassVar[str] = "what"

    what: Text = Field(title="Review", description="What is reviewed")
    who: Text | None = Field(default=None, title="By", description="Who reviews it")
    when: Moment | None = Field(default=None, title="When", description="When it is reviewed")


class Monitoring(Introduced):
    """`monitoring.yaml`, introduced by `monitoring.md`."""

    measures: list[Measure] = Field(default=[], description="What is measured, in order")
    reviews: list[Review] = Field(default=[], description="What is reviewed, in order")
