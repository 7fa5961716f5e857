"""Case studies: what others did, and what an expert makes of it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from docgen.schema.base import Part
from docgen.schema.narrative import Introduced, Markdown
from docgen.schema.types import Address, Id, Lines, Text


class StudyFigure(Part):
    """A figure that tells what a place is like."""

    shown: ClassVar[str] = "figure"

    label: Text = Field(title="What", description="What the figure says")
    figure: Text = Field(title="Figure", description="The figure with its unit")


class StudyQuotation(Part):
    """Words of somebody who was there."""

    shown: ClassVar[str] = "words"

    words: Text = Field(title="Words", description="Word for word, without quotation marks")
    by: Text = Field(title="By", description="Who said it: a post, and a name where that is published")


class Study(Part):
    """One place, and what was done there."""

    shown: ClassVar[str] = "title"

    title: Text = Field(title="Title", description="What the case shows, in a line")
    organisation: Text = Field(title="Organisation", description="Whose case it is")
    id: Id | None = Field(default=None, title="Id", description="What other parts call it")
    summary: Text | None = Field(default=None, title="Summary", description="The case in a sentence or two")
    figures: list[StudyFigure] = Field(default=[], description="Figures about the place")
    situation: Markdown = Field(title="Situation", description="What the matter was, in Markdown")
    approach: Markdown = Field(title="Approach", description="What was done, in Markdown")
    outcome: Markdown | None = Field(default=None, title="Outcome", description="What came of it, in Markdown")
    lessons: Lines = Field(default=[], title="Lessons", description="What others can take from it, one on each line")
    quotations: list[StudyQuotation] = Field(default=[], description="Words that stand out")
    source: Text | None = Field(default=None, title="Source", description="Where the facts were read")
    url: Address | None = Field(default=None, title="Address", description="Where the source can be read")


class Expert(Part):
    """The box in which somebody from outside says what to make of it."""

    shown: ClassVar[str] = "title"

    title: Text = Field(title="Title", description="What the box is about")
    name: Text | None = Field(default=None, title="Name", description="Who speaks, where that is published")
    role: Text = Field(title="Role", description="The post of who speaks")
    organisation: Text | None = Field(default=None, title="Organisation", description="Where they hold it")
    view: Markdown = Field(title="View", description="What the expert says, in Markdown")
    questions: Lines = Field(
        default=[], title="Questions", description="Questions that readers should ask themselves, one on each line"
    )


class CaseStudy(Introduced):
    """`case-study.yaml`, introduced by `case-study.md`."""

    studies: list[Study] = Field(default=[], description="The cases, in order")
    expert: Expert | None = Field(default=None, description="The expert's box")
