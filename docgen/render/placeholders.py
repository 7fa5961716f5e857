"""The table of printed values, and the way by which every `{{ … }}` goes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jinja2.runtime import Undefined
from msgspec import Struct, field

from docgen.render.budget import Budget
from docgen.render.filters import scalars
from docgen.render.limits import Limited
from docgen.render.lookup import kind_of
from docgen.render.marks import is_rendered, mark
from docgen.rendered import placeholder
from docgen.source import NOWHERE
from docgen.value import Absent, Items, Phrase, Prose, Record, Scalar, Value


class Printed(Struct):
    """The values that a template has printed so far."""

    budget: Budget
    values: list[Value] = field(default_factory=list)

    def put(self, value: Any, template: str, line: int) -> str:
        """A placeholder for a value, marked with the line that prints it; text that was rendered before as it is."""
        if isinstance(value, Undefined):
            return str(value)
        self.budget.hold(value)
        if isinstance(value, str) and (not value or is_rendered(value)):
            return value
        self.values.append(as_value(value))
        text = mark(template, line) + placeholder(len(self.values) - 1)
        self.budget.take(len(text))
        return text


def as_value(printed: Any) -> Value:
    """What was printed, as a value. Raises `ValueError` for what cannot be printed."""
    match printed:
        case Scalar() | Phrase() | Prose() | Items() | Record():
            return printed
        case str() | bool() | int() | float() | Decimal() | Absent():
            (scalar,) = scalars(printed)
            return scalar
        case Limited():
            raise ValueError("'limit' is for forms\nwrite 'word_limit' into the front matter of the text")
        case list() | tuple() | range():
            return Items(tuple(as_value(item) for item in printed), NOWHERE)
        case _:
            raise ValueError(f"{kind_of(printed)} cannot be printed")
