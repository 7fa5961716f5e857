"""Packs of rules: which rules hold for whom and from when, how grave a breach is, and on whose authority."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Struct
from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from docgen.schema.base import Part
from docgen.schema.programme import CommissioningModel
from docgen.schema.types import Choice, Several, Text, refused
from docgen.schema.values import InForce
from docgen.source import SourceMap


class Level(Choice):
    """How much a breach of a rule matters."""

    ERROR = "error", "stops papers that are approved or final"
    WARNING = "warning", "should be mended or excused"
    NOTE = "note", "worth knowing"
    OFF = "off", "the rule is not held"


class Standing(Choice):
    """On what a rule rests. An opinion is never presented as law."""

    LAW = "law", "an Act or regulations"
    POLICY = "policy", "guidance of the body that decides"
    OPINION = "opinion", "the view of somebody, such as a union"
    PRACTICE = "practice", "what is usually done"
    ARITHMETIC = "arithmetic", "figures that do or do not add up"


class Ruling(Part):
    """One rule of a pack, with the values that it holds for, between two dates."""

    rule: Annotated[Text, AfterValidator(str.upper)] = Field(description="Code of the rule: DG453")
    level: Level | None = Field(default=None, description="error, warning, note or off, instead of the rule's own")
    models: Several[CommissioningModel] = Field(
        default=[], description="The commissioning models it holds for; without any, all"
    )
    since: InForce | None = Field(default=None, description="From when it holds")
    until: InForce | None = Field(default=None, description="Until when it held, that day included")
    standing: Standing = Field(description="law, policy, opinion, practice or arithmetic")
    source: Text = Field(description="Where it is written")
    values: dict[str, Any] = Field(default={}, description="What the rule asks for, in its own fields")

    @field_validator("until")
    @classmethod
    def _ends_after_it_begins(cls, until: InForce | None, info: ValidationInfo) -> InForce | None:
        since: InForce | None = info.data.get("since")
        if since and until and until.last < since.first:
            raise refused("ends before 'since'", "correct one of the two dates")
        return until


class Pack(Part):
    """`templates/packs/<name>.yaml`."""

    title: Text = Field(description="What the pack is called")
    about: Text = Field(description="What it is for, in a sentence or two")
    rules: list[Ruling] = Field(description="The rules, with their values")


class LoadedPack(Struct, frozen=True):
    """A pack, with the places of all that stands in it."""

    name: str
    pack: Pack
    sources: SourceMap
