"""A document type: what `type.yaml` says about the template beside it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from docgen.schema.base import Part
from docgen.schema.types import Choice, Id, Several, Text


class Numbering(Choice):
    """How headings are numbered."""

    NONE = "none"
    DECIMAL = "decimal"
    LETTERED = "lettered"


class Per(Choice):
    """Of what there is one document each."""

    PROGRAMME = "programme"
    COMMITTEE = "committee"


class DocumentType(Part):
    """`type.yaml`."""

    shown: ClassVar[str] = "title"

    title: Text = Field(description="Title of the documents of this type")
    about: Text = Field(description="What the document is for, in a sentence")
    per: Per = Field(default=Per.PROGRAMME, description="programme: one document; committee: one for each committee")
    file: Id = Field(description="Name of the output without its ending: eoi")
    numbering: Numbering = Field(default=Numbering.NONE, description="Numbers of headings: none, decimal or lettered")
    needs: Several[Id] = Field(default=[], description="Parts and narratives that must be there: scope, vision")
    uses: Several[Id] = Field(default=[], description="Parts and narratives that are used where they are there")
