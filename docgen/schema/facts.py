"""Named figures and short facts, each stated once."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar

from pydantic import Field, RootModel, field_validator

from docgen.schema.base import Part
from docgen.schema.types import GROUPED, Id, Moment, Text, refused
from docgen.wording import grouped

_POUNDS = {"£": "", "pounds": "", "£k": "k", "£m": "m", "£ million": " million", "£ billion": " billion"}
_ATTACHED = ("%",)
_PRINTED = ("million", "billion")


_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_GROUPED = re.compile(rf"-?{GROUPED}(?:\.[0-9]+)?", re.ASCII)
_MISGROUPED = re.compile(r"-?[0-9.]*,[0-9.,]*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class Fact(Part):
    """One fact, printed as `words`."""

    shown: ClassVar[str] = "words"
    derived: ClassVar[tuple[str, ...]] = ("words", "number")

    value: Text = Field(title="Value", description="A number without its unit, or words")
    unit: Text | None = Field(default=None, title="Unit", description="people, %, £, £k, £ million …")
    per: Text | None = Field(default=None, title="Per", description="The denominator: year, 1,000 people")
    as_of: Moment | None = Field(default=None, title="As of", description="When the fact held")
    source: Text | None = Field(default=None, title="Source", description="Where the fact was read")
    label: Text | None = Field(default=None, title="Fact", description="What the fact says, for tables and tooltips")

    @field_validator("value")
    @classmethod
    def _refuse_decimal_comma(cls, value: str) -> str:
        if _MISGROUPED.fullmatch(value) and not _GROUPED.fullmatch(value):
            raise refused("must be a number or words", "write a number such as 197,040 or 28.6")
        return value

    @property
    def number(self) -> Decimal | None:
        """The value in its unit, where it is a number."""
        digits = self.value.replace(",", "")
        return Decimal(digits) if _GROUPED.fullmatch(self.value) and _NUMBER.fullmatch(digits) else None

    @property
    def words(self) -> str:
        """As printed: `197,040`, `£220 million`, `28.6%`. Units that count things are left to the sentence."""
        if self.number is None or (self.unit is None and _YEAR.fullmatch(self.value)):
            return self.value
        figure, unit = grouped(self.number), self.unit or ""
        if unit in _POUNDS:
            return f"-£{figure[1:]}{_POUNDS[unit]}" if figure.startswith("-") else f"£{figure}{_POUNDS[unit]}"
        if unit in _ATTACHED:
            return f"{figure}{unit}"
        return f"{figure} {unit}" if unit in _PRINTED else figure


class Facts(RootModel[dict[Id, Fact]]):
    """`facts.yaml`: facts by id."""
