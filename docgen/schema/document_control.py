"""Document control: how the papers came to be, who has read and approved them, and who gets them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from docgen.schema.base import AlsoHeaded, Part
from docgen.schema.ids import DocumentId, OrganisationId
from docgen.schema.programme import DocumentRequest, Programme
from docgen.schema.types import Day, Moment, Several, Text

CONTROLLED = ("versions", "reviewers", "approvals", "distribution", "assessments")
"""The tables of document control."""

_MOST_DIGITS = 9
"""A longer row of digits is no version; Python refuses to read very long ones."""


class Controlled(Part):
    """A row of document control, for the papers that bear the programme's version unless it names others."""

    documents: Several[DocumentId] = Field(
        default=[],
        title="Documents",
        description="The documents it concerns, by type; without any, those with the programme's version",
    )


class Version(Controlled):
    """One line of the version history."""

    shown: ClassVar[str] = "version"

    version: Text = Field(title="Version", description="0.1 for the first draft, 1.0 when final")
    date: Day = Field(title="Date", description="When the version was made")
    author: Text = Field(title="Author", description="Who made it")
    change: Annotated[Text, AlsoHeaded("changes", "summary of changes")] = Field(
        title="Change", description="What is different"
    )


class Reviewer(Controlled):
    """Somebody who reads a paper before it is approved."""

    shown: ClassVar[str] = "name"

    name: Annotated[Text, AlsoHeaded("name", "reviewer")] = Field(
        title="Reviewed by", description="A person, a post or a group"
    )
    role: Text | None = Field(default=None, title="Role", description="Why they read it")
    organisation: OrganisationId | None = Field(default=None, title="Organisation", description="Where they belong")
    date: Moment | None = Field(default=None, title="Date", description="When they read it; leave out until they have")
    comments: Text | None = Field(default=None, title="Comments", description="What came of it")


class Approval(Controlled):
    """Who approves a paper."""

    shown: ClassVar[str] = "by"

    by: Annotated[Text, AlsoHeaded("by", "committee")] = Field(
        title="Approved by", description="Name of the person or committee"
    )
    role: Text | None = Field(default=None, title="Role", description="Their post")
    organisation: OrganisationId | None = Field(default=None, title="Organisation", description="Where they hold it")
    date: Moment | None = Field(default=None, title="Date", description="When they approved; leave out until they have")
    version: Text | None = Field(default=None, title="Version", description="The version that they had before them")
    decision: Text | None = Field(default=None, title="Decision", description="What they decided: approved, noted")


class Recipient(Controlled):
    """Somebody to whom a paper is sent."""

    shown: ClassVar[str] = "to"

    to: Annotated[Text, AlsoHeaded("to", "recipient")] = Field(
        title="Sent to", description="A person, a post or a group"
    )
    how: Text | None = Field(default=None, title="How", description="By e-mail, on the website, with the papers")
    date: Annotated[Moment | None, AlsoHeaded("when")] = Field(
        default=None, title="Date", description="When it is sent"
    )


class Assessment(Controlled):
    """An assessment of what a paper's proposal would do: to equality, quality, privacy."""

    shown: ClassVar[str] = "name"

    name: Annotated[Text, AlsoHeaded("name", "assessment")] = Field(
        title="Impact assessment", description="Which assessment"
    )
    outcome: Text = Field(title="Outcome", description="What it found, or when it will be done")
    date: Moment | None = Field(default=None, title="Date", description="When it was made")


class DocumentControl(Part):
    """`document-control.yaml`."""

    owner: Text | None = Field(default=None, description="Who answers for the papers: a post")
    versions: list[Version] = Field(default=[], description="What changed, version by version, the oldest first")
    reviewers: list[Reviewer] = Field(default=[], description="Who has read the papers, in order")
    approvals: list[Approval] = Field(default=[], description="Who approves, and when they did")
    distribution: list[Recipient] = Field(default=[], description="Who gets the papers, and how")
    assessments: list[Assessment] = Field(default=[], description="The impact assessments that were made")


def concerns(row: Controlled, request: DocumentRequest, programme: Programme) -> bool:
    """Whether a row concerns the document that a programme asks for with `request`.

    A row that names none is about the papers that bear the programme's version: what has a version of its own has a
    history of its own.
    """
    if row.documents:
        return request.type in row.documents
    return request.version in (None, programme.version)


def order_of(version: str) -> tuple[int, ...]:
    """Puts versions in order: `0.9`, `0.10`, `1.0`. Empty for one that is not made of numbers, which has no order."""
    parts = version.removeprefix("v").split(".")
    is_number = all(part.isascii() and part.isdigit() and len(part) <= _MOST_DIGITS for part in parts)
    return tuple(map(int, parts)) if is_number else ()
