"""The scope: which functions of commissioning are in it, and who leads them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from docgen.schema.base import AlsoHeaded, Part
from docgen.schema.ids import BodyId
from docgen.schema.narrative import Introduced
from docgen.schema.types import Choice, Id, Lines, Text


class InScope(Choice):
    """Whether a function is in scope."""

    YES = "yes", "within the arrangement"
    NO = "no", "stays as it is"
    PARTLY = "partly", "some of it is within the arrangement"
    LATER = "later", "not at first, but expected to come in"


class Interest(Choice):
    """How much the programme would gain from taking part in a function."""

    HIGH = "high", "much would be gained"
    MEDIUM = "medium", "something would be gained"
    LOW = "low", "little would be gained"


class Function(Part):
    """One function of commissioning."""

    shown: ClassVar[str] = "function"

    function: Text = Field(title="Function", description="What is to be done")
    id: Id | None = Field(default=None, title="Id", description="What other parts call the function")
    sub_functions: Annotated[Lines, AlsoHeaded("sub functions", "sub-function")] = Field(
        default=[], title="Sub-functions", description="What belongs to it, one on each line"
    )
    in_scope: InScope = Field(title="In scope?", description="yes, no, partly or later")
    lead: Annotated[BodyId | None, AlsoHeaded("lead committee", "led by")] = Field(
        default=None, title="Lead", description="Id of the committee, body or organisation that leads"
    )
    comment: Annotated[Lines, AlsoHeaded("comments")] = Field(
        default=[], title="Comment", description="How it will be done, or why it is out of scope"
    )
    interest: Interest | None = Field(default=None, title="Interest", description="high, medium or low")
    risks: Annotated[Lines, AlsoHeaded("risks", "risk")] = Field(
        default=[], title="Risks identified", description="What could go wrong, one on each line"
    )
    reserved_to: BodyId | None = Field(
        default=None,
        title="Reserved to",
        description="Id of the body that keeps the decision, where the lead only recommends",
    )


class Scope(Introduced):
    """`scope.csv`, `scope.xlsx` or `scope.yaml`, introduced by `scope.md`."""

    functions: list[Function] = Field(default=[], description="The functions, in order")
