"""Frequently asked questions, with answers in Markdown."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from docgen.schema.base import Part
from docgen.schema.narrative import Introduced, Markdown
from docgen.schema.types import Id, Text


class Question(Part):
    """A question that readers ask, and its answer."""

    shown: ClassVar[str] = "question"

    question: Text = Field(title="Question", description="As readers would ask it")
    answer: Markdown = Field(title="Answer", description="The answer, in Markdown")
    id: Id | None = Field(default=None, title="Id", description="What other parts call it")
    topic: Text | None = Field(default=None, title="Topic", description="Heading under which it stands with others")


class Faq(Introduced):
    """`faq.yaml`, introduced by `faq.md`."""

    questions: list[Question] = Field(default=[], description="The questions, in order")
