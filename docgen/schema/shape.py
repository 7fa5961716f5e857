"""What the annotation of a field says: a list of members, a reference to a committee, a mapping of facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel

from docgen.schema.narrative import Marked
from docgen.schema.reference import Reference


class Shape(Struct, frozen=True):
    """A field's annotation without what is optional about it."""

    kind: Any
    """A class; for a list or a mapping, `list` or `dict`."""
    reference: Reference | None = None
    """What the field names, where it names something."""
    inner: Shape | None = None
    """Of an item of a list, or a value of a mapping."""
    is_markdown: bool = False
    """Whether its text is markup, as that of a narrative is."""

    @property
    def model(self) -> type[BaseModel] | None:
        """The model of named fields, where it is one."""
        return self.kind if isinstance(self.kind, type) and issubclass(self.kind, BaseModel) else None

    def step(self, key: str | int) -> Shape | None:
        """The shape of the field, the item or the value that `key` leads to; None where there is no such field."""
        return fields(self.model).get(str(key)) if self.model else self.inner


def shape_of(annotation: Any, reference: Reference | None = None, is_markdown: bool = False) -> Shape:
    """The shape that an annotation describes."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner, *marks = arguments
        return shape_of(inner, _reference(marks) or reference, is_markdown or _is_markdown(marks))
    if origin in (Union, UnionType):
        return shape_of(next(part for part in arguments if part is not type(None)), reference, is_markdown)
    if origin in (list, dict):
        return Shape(origin, reference, shape_of(arguments[-1]))
    return Shape(annotation, reference, is_markdown=is_markdown)


@cache
def fields(model: type[BaseModel]) -> Mapping[str, Shape]:
    """The shape of every field of a model, in the order of reading."""
    return {
        name: shape_of(field.annotation, _reference(field.metadata), _is_markdown(field.metadata))
        for name, field in model.model_fields.items()
    }


def _reference(marks: list[Any]) -> Reference | None:
    return next((mark for mark in marks if isinstance(mark, Reference)), None)


def _is_markdown(marks: list[Any]) -> bool:
    return any(isinstance(mark, Marked) for mark in marks)
