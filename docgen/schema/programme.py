"""The programme of work: who asks for what, when, and which documents say so."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from docgen.schema.base import Part
from docgen.schema.document_type import Numbering
from docgen.schema.ids import BodyId, OrganisationId
from docgen.schema.narrative import Introduced, Status
from docgen.schema.types import Choice, Day, Id, Lines, Moment, Several, Text


class CommissioningModel(Choice):
    """How far commissioning is shared with, or passed on by, the body that holds it."""

    GREATER_INVOLVEMENT = "greater involvement", "to be heard more, without taking decisions"
    JOINT = "joint", "decisions are taken together, in a joint committee or in committees in common"
    DELEGATED = "delegated", "decisions are passed on, for a committee of the receiving body to take"
    OTHER = "other", "an arrangement of another kind"


class Organisation(Part):
    """An organisation that documents name."""

    shown: ClassVar[str] = "name"

    name: Text = Field(title="Organisation", description="Full name, as documents print it")
    abbreviation: Text | None = Field(default=None, title="Abbreviation", description="Short name: CCG, LMC")
    kind: Text | None = Field(
        default=None, title="Kind", description="What it is: clinical commissioning group, local authority"
    )
    aliases: Lines = Field(default=[], title="Also called", description="Other names by which papers call it")
    partners: Several[OrganisationId] = Field(default=[], title="Partners", description="Organisations it works with")


class KeyDate(Part):
    """A date that documents name. `go_live: 2015-04-01` is short for `go_live: {date: 2015-04-01}`."""

    shown: ClassVar[str] = "date"
    short_form: ClassVar[str] = "date"

    date: Moment = Field(title="Date", description="A day, a month, a year or a financial year")
    label: Text | None = Field(default=None, title="Event", description="What happens then")


class DocumentRequest(Part):
    """A document to build, and where it differs from its type and from the programme."""

    shown: ClassVar[str] = "type"

    type: Id = Field(description="Folder in templates/: eoi, terms-of-reference")
    title: Text | None = Field(default=None, description="Title of this document instead of its type's")
    subtitle: Text | None = Field(default=None, description="A second line below the title")
    version: Text | None = Field(default=None, description="Version of this document instead of the programme's")
    status: Status | None = Field(default=None, description="Status of this document instead of the programme's")
    dated: Day | None = Field(default=None, description="Date of this document instead of the programme's")
    author: Text | None = Field(default=None, description="Author of this document instead of the programme's")
    committee: BodyId | None = Field(default=None, description="Approving committee instead of the programme's")
    committee_date: Moment | None = Field(default=None, description="When that committee meets to approve it")
    numbering: Numbering | None = Field(default=None, description="none, decimal or lettered, instead of its type's")
    marking: Text | None = Field(default=None, description="Protective marking instead of the programme's")


class Programme(Introduced):
    """`programme.yaml`."""

    shown: ClassVar[str] = "title"

    title: Text = Field(description="What the programme is called")
    organisation: OrganisationId = Field(description="The organisation that issues the documents")
    organisations: dict[Id, Organisation] = Field(description="Every organisation that content names, by id")
    model: CommissioningModel = Field(description="greater involvement, joint, delegated or other")
    effective: Moment | None = Field(
        default=None,
        description="When the arrangement takes effect, which decides the law that holds for it; else its date",
    )
    packs: Several[Id] | None = Field(
        default=None,
        description="Packs of rules that it is held against, by name: nhs-co-commissioning-2014, house-style",
    )
    dates: dict[Id, KeyDate] = Field(default={}, description="Dates that documents name, by id")
    version: Text = Field(description="Version of the documents: 0.1 for the first draft, 1.0 when final")
    status: Status = Field(description="draft, review, approved or final")
    dated: Day = Field(description="Date of this version, printed on the documents")
    author: Text | None = Field(default=None, description="Who writes the documents")
    executive: Text | None = Field(default=None, description="The executive who sponsors the programme")
    committee: BodyId | None = Field(default=None, description="Id of the body that approves the documents")
    committee_date: Moment | None = Field(default=None, description="When that body meets to approve them")
    review_date: Moment | None = Field(default=None, description="When the documents are to be reviewed")
    marking: Text | None = Field(default=None, description="Protective marking: OFFICIAL, or CONFIDENTIAL")
    audience: Text | None = Field(default=None, description="For whom the documents are written")
    documents: list[DocumentRequest] = Field(min_length=1, description="The documents to build")
