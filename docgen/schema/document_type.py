"""A document type: what `type.yaml` says about the template beside it."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from msgspec import Struct
from pydantic import BeforeValidator, Field, InstanceOf, WithJsonSchema

from docgen.schema import written
from docgen.schema.base import Part
from docgen.schema.types import GROUPED, Choice, Id, Several, Text, YesNo, refused
from docgen.wording import grouped


class Numbering(Choice):
    """How headings are numbered."""

    NONE = "none", "headings without numbers"
    DECIMAL = "decimal", "1, 1.1, 1.1.1"
    LETTERED = "lettered", "A, then I, then a"


class Per(Choice):
    """Of what there is one document each."""

    PROGRAMME = "programme", "one document for the programme"
    COMMITTEE = "committee", "one document for each committee"


class Paragraphs(Choice):
    """Whether paragraphs are numbered."""

    PLAIN = "plain", "paragraphs without numbers"
    NUMBERED = "numbered", "1.1, 1.2 below a numbered heading of the first level"


class Appendices(Choice):
    """How appendices are counted."""

    LETTERED = "lettered", "Appendix A"
    NUMBERED = "numbered", "Appendix 1"


class PageShape(Choice):
    """How pages stand."""

    PORTRAIT = "portrait", "upright pages"
    LANDSCAPE = "landscape", "pages on their long side"


class Limit(Struct, frozen=True):
    """How much a box of a form takes."""

    most: int
    unit: str
    """`words` or `characters`."""

    def __str__(self) -> str:
        """`300 words`."""
        return f"{grouped(self.most)} {self.unit}"


def _limit(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = re.fullmatch(rf"({GROUPED}) (words|characters)", value.strip(), re.ASCII)
    if not found or not int(found[1].replace(",", "")):
        raise refused("must be a number of words or characters", "write 300 words, or 2,000 characters")
    return Limit(int(found[1].replace(",", "")), found[2])


Most = Annotated[InstanceOf[Limit], BeforeValidator(_limit), WithJsonSchema(written.LIMIT)]
"""`300 words`, `2,000 characters`."""


class DocumentType(Part):
    """`type.yaml`."""

    shown: ClassVar[str] = "title"

    title: Text = Field(description="Title of the documents of this type")
    about: Text = Field(description="What the document is for, in a sentence")
    per: Per = Field(default=Per.PROGRAMME, description="programme: one document; committee: one for each committee")
    file: Id = Field(description="Name of the output without its ending: eoi")
    numbering: Numbering = Field(default=Numbering.NONE, description="Numbers of headings: none, decimal or lettered")
    paragraphs: Paragraphs = Field(
        default=Paragraphs.PLAIN,
        description="numbered: the paragraphs below a numbered heading of the first level bear 1.1, 1.2, and no other "
        "headings have numbers",
    )
    appendices: Appendices = Field(
        default=Appendices.LETTERED, description="How appendices are counted: lettered (A, B) or numbered (1, 2)"
    )
    page: PageShape = Field(default=PageShape.PORTRAIT, description="How its pages stand: portrait or landscape")
    new_pages: YesNo = Field(default=False, description="Whether each section of the first level begins on a new page")
    slides: YesNo = Field(default=False, description="Whether it is also written as slides: --format pptx")
    needs: Several[Id] = Field(default=[], description="Parts and narratives that must be there: scope, vision")
    uses: Several[Id] = Field(default=[], description="Parts and narratives that are used where they are there")
    limits: dict[Text, Most] = Field(
        default={}, description="In a form: the most words or characters of what a tag prints, by the tag"
    )
    labels: dict[Text, Text] = Field(
        default={}, description="In a form: its own words for the tables and sections that texts refer to, by label"
    )
