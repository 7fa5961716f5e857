"""Resources: the posts that the programme asks for, and the budgets that it touches."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from docgen.schema.base import AlsoHeaded, Part
from docgen.schema.narrative import Introduced
from docgen.schema.types import Pounds, Text


class Post(Part):
    """A post, and what it costs."""

    shown: ClassVar[str] = "post"

    post: Text = Field(title="Post", description="What the post is called")
    band: Text | None = Field(default=None, title="Band", description="Band on the Agenda for Change pay scale")
    sessions: Text | None = Field(default=None, title="Sessions", description="How many sessions: 1 a week")
    cost: Annotated[Pounds, AlsoHeaded("cost")] = Field(
        title="Annual cost", description="What the post costs in a year: £43.3k"
    )
    unit: Text | None = Field(default=None, title="Unit", description="For what the cost is, if not a year: a session")
    note: Text | None = Field(default=None, title="Note", description="What the post is for")


class Budget(Part):
    """A budget that the programme touches."""

    shown: ClassVar[str] = "name"

    name: Annotated[Text, AlsoHeaded("name")] = Field(title="Budget", description="What the budget is for")
    amount: Pounds = Field(title="Amount", description="How much: £23.1 million")
    period: Text | None = Field(default=None, title="Period", description="The year or years: 2014/15")
    note: Text | None = Field(default=None, title="Note", description="What it includes and leaves out")


class Resources(Introduced):
    """`resources.yaml`, introduced by `resources.md`."""

    posts: list[Post] = Field(default=[], description="The posts, in order")
    stated_total: Pounds | None = Field(
        default=None, description="A total that a source states, to be compared with the sum"
    )
    stated_as: Text | None = Field(default=None, description="Where and how the total is stated")
    budgets: list[Budget] = Field(default=[], description="The budgets, in order")
