"""The columns of a table: what each is headed with, what its cells take, and how people are helped to fill them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from typing import Any, cast

from msgspec import Struct
from pydantic import BaseModel, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from docgen.schema.shape import Shape, fields
from docgen.schema.types import Choice, Money, When, several


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    ID = auto()
    LINES = auto()
    """Several texts, one on each line."""
    NAMES = auto()
    """Several names, with commas between them."""
    CHOICE = auto()
    YES_NO = auto()
    WHOLE = auto()
    NUMBER = auto()
    MONEY = auto()
    DAY = auto()
    MOMENT = auto()
    """A day, a month, a year or a financial year."""


_SCALARS: Mapping[Any, Kind] = {
    bool: Kind.YES_NO,
    int: Kind.WHOLE,
    Decimal: Kind.NUMBER,
    Money: Kind.MONEY,
    date: Kind.DAY,
    When: Kind.MOMENT,
}

Splitter = Callable[[Any], Any]


class Column(Struct, frozen=True):
    """One column of a table."""

    field: str
    heading: str
    kind: Kind
    help: str
    """What it holds, as the model describes it."""
    is_required: bool
    choices: Mapping[str, str]
    """The words that it takes, with what each means; empty where it takes any."""
    examples: tuple[str, ...]
    split: Splitter | None
    """How one text is taken apart; None where it stays one."""
    names: tuple[str, ...]
    """The kinds of thing that its ids name: committee, organisation."""


@cache
def columns(row: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of a table with such rows, in the order of reading. Fields that no cell can hold are left out."""
    return tuple(_columns(row))


def _columns(row: type[BaseModel]) -> Iterator[Column]:
    for name, shape in fields(row).items():
        innermost = shape.inner or shape
        if shape.kind is dict or innermost.model or innermost.inner:
            continue
        info = row.model_fields[name]
        heading = info.title or name.replace("_", " ").capitalize()
        choices = _choices(innermost.kind)
        yield Column(
            name,
            heading,
            _kind(shape, info),
            info.description or "",
            info.is_required(),
            choices,
            _examples(info),
            _splitter(shape, info),
            shape.reference.kinds if shape.reference else (),
        )


def _kind(shape: Shape, info: FieldInfo) -> Kind:
    if shape.kind is list:
        return Kind.NAMES if _splitter(shape, info) is several else Kind.LINES
    if isinstance(shape.kind, type) and issubclass(shape.kind, Choice):
        return Kind.CHOICE
    is_id = shape.reference or any(isinstance(mark, StringConstraints) and mark.pattern for mark in _marks(info))
    return _SCALARS.get(shape.kind, Kind.ID if is_id else Kind.TEXT)


def _splitter(shape: Shape, info: FieldInfo) -> Splitter | None:
    """How the field takes one text apart: by lines, or by commas as well."""
    if shape.kind is not list:
        return None
    return next((cast(Splitter, mark.func) for mark in _marks(info) if isinstance(mark, BeforeValidator)), None)


def _marks(info: FieldInfo) -> Sequence[Any]:
    """What was said of a field's type, also inside of `… | None`."""
    inner = [mark for part in getattr(info.annotation, "__args__", ()) for mark in getattr(part, "__metadata__", ())]
    return [*info.metadata, *inner]


def _choices(kind: Any) -> Mapping[str, str]:
    if isinstance(kind, type) and issubclass(kind, Choice):
        return {str(word.value): word.meaning for word in kind}
    return {"yes": "", "no": ""} if kind is bool else {}


def _examples(info: FieldInfo) -> tuple[str, ...]:
    given = [mark.json_schema or {} for mark in _marks(info) if isinstance(mark, WithJsonSchema)]
    return tuple(str(example) for schema in given[:1] for example in schema.get("examples", ()))
