"""The settings of a repository: `docgen.toml`."""

from __future__ import annotations

from pydantic import Field

from docgen.schema.base import Part
from docgen.schema.types import Choice, Id, Language, Lines, Several, Text, YesNo


class Format(Choice):
    """What a document can be written as."""

    DOCX = "docx", "Word"
    HTML = "html", "a web page in one file"
    PDF = "pdf", "tagged PDF"
    MD = "md", "plain Markdown"
    PPTX = "pptx", "slides, of types that are made for them"


class BuildSettings(Part):
    """`[build]`."""

    formats: list[Format] = Field(
        default=[Format.DOCX, Format.HTML, Format.PDF, Format.PPTX], description="What `docgen build` writes"
    )


class DocumentSettings(Part):
    """`[document]`: what holds for every document unless its programme says otherwise."""

    language: Language = Field(default="en-GB", description="Language of the documents, as a BCP 47 tag")
    marking: Text | None = Field(default=None, description="Protective marking")
    audience: Text | None = Field(default=None, description="For whom the documents are written")
    git_history: YesNo = Field(default=False, description="Whether git completes the version history")


class StyleSettings(Part):
    """`[style]`: the look of the house."""

    reference: Text | None = Field(
        default=None,
        description="Word document whose styles, page, headers and footers papers take over; "
        "`templates/styles/reference.docx` where that is there",
    )


class CheckSettings(Part):
    """`[check]`: which rules are held."""

    packs: Several[Id] | None = Field(
        default=None, description="Packs of rules for programmes that name none; else house-style and accessibility"
    )
    select: Several[Text] = Field(
        default=[], description="Codes, or their beginnings, of the rules to hold: DG3, DG451"
    )
    ignore: Several[Text] = Field(default=[], description="Codes, or their beginnings, of rules that are not held")
    ignore_at: Lines = Field(
        default=[],
        description="Single places with a code and a reason: content/x/scope.csv:7 DG502 agreed by the board",
    )


class Settings(Part):
    """`docgen.toml`; every setting may be left out."""

    build: BuildSettings = Field(default=BuildSettings(), description="What is built")
    document: DocumentSettings = Field(default=DocumentSettings(), description="What every document says about itself")
    style: StyleSettings = Field(default=StyleSettings(), description="What documents look like")
    check: CheckSettings = Field(default=CheckSettings(), description="Which rules are held")
