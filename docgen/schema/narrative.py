"""Narrative: Markdown that an author writes, with front matter about the writing."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Struct
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from docgen.schema.base import Part
from docgen.schema.types import Choice, Text, Whole


class Status(Choice):
    """How far a narrative or a document is."""

    DRAFT = "draft", "still being written; papers say so, and what rules find does not stop them"
    REVIEW = "review", "complete, and with those who comment on it"
    APPROVED = "approved", "agreed by those who have to; an error now stops the paper"
    FINAL = "final", "goes out as the last word; an error now stops the paper"


def _with_words(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("no_words", "must have words")
    return value


class Marked(Struct, frozen=True):
    """Marks a text field as Markdown: the few fields whose text is markup, where all others are plain text."""


Markdown = Annotated[str, AfterValidator(_with_words), Marked()]
"""CommonMark with MyST's roles and directives, with all its white space."""


class Narrative(Part):
    """One Markdown file."""

    shown: ClassVar[str] = "body"

    title: Text | None = Field(default=None, description="What the text is, for lists and messages")
    owner: Text | None = Field(default=None, description="Who answers for the text: a name or a post")
    status: Status | None = Field(default=None, description="draft, review, approved or final")
    word_limit: Whole | None = Field(default=None, description="The most words that the text may have")
    body: Markdown = Field(description="The text below the front matter")


class Introduced(Part):
    """A part of content that narrative may introduce: `scope.md` beside `scope.yaml`."""

    needs_words: ClassVar[bool] = False
    """Whether the part says little without its narrative, as a letter does: both are begun together."""

    introduction: Narrative | None = Field(
        default=None, description="Text before the part, from the part's own .md file"
    )
