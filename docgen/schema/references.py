"""Works that documents cite."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, RootModel

from docgen.schema.base import Part
from docgen.schema.types import Address, Day, Id, Text


class Work(Part):
    """A work that documents cite."""

    shown: ClassVar[str] = "title"

    author: Text = Field(title="Author", description="Person or organisation")
    year: Text = Field(title="Year", description="Year of publication: 2014")
    title: Text = Field(title="Title", description="Title of the work")
    publisher: Text | None = Field(default=None, title="Publisher", description="Where it differs from the author")
    url: Address | None = Field(default=None, title="Address", description="Where it can be read")
    accessed: Day | None = Field(default=None, title="Accessed", description="When it was last read there")
    note: Text | None = Field(default=None, title="Note", description="Section, page, reference number")


class References(RootModel[dict[Id, Work]]):
    """`references.yaml`: works by id."""
