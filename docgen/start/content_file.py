"""Lays out a YAML file of content that is begun, with an explanation above each field, from the field's own model.

Fields that may be left out stand behind `#`. Whoever takes the sign away, with the space after it, has the field in
its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from docgen.schema.shape import Shape
from docgen.source import Data
from docgen.start.scalars import flow, scalar
from docgen.start.unwritten import Known, begun, is_collection, shape_of_root, unwritten, written_fields

SCHEMAS = ".docgen/schemas"
"""Where a repository keeps the schemas that editors read."""

_HOW_TO = (
    "Write what belongs there in the place of each TBC; 'docgen check' finds those that are left.",
    "The line above a field explains it. A field behind '# ' may be left out: take the '# ' away to use it.",
)


def content_file(name: str, about: str, model: type[BaseModel], data: dict[str, Data], known: Known) -> str:
    """The text of `content/<programme>/<name>.yaml`."""
    head = [schema_line(name), f"# {about.rstrip('.')}.", *(f"# {line}" for line in _HOW_TO)]
    if issubclass(model, RootModel):
        lines = list(_by_id(shape_of_root(model), data, known))
    else:
        lines = list(_fields(model, data, known, is_first=True))
    return "\n".join([*head, *lines, ""])


def schema_line(name: str) -> str:
    """Tells editors which schema a file of a programme's folder has."""
    return f"# yaml-language-server: $schema=../../{SCHEMAS}/{name}.json"


def _fields(
    model: type[BaseModel], data: dict[str, Data], known: Known, is_first: bool, is_row: bool = False
) -> Iterator[str]:
    """Every field, explained where it stands for the first time; what is left out only then."""
    for name, info, shape in _in_order(model, data, is_row):
        if is_first and (name in data or not info.is_required()):
            yield ""
            yield f"# {_explained(info)}"
        if name in data:
            yield from _field(name, data[name], shape, known, is_first)
        elif is_first:
            yield from (f"# {line}" for line in _left_out(name, info, shape, known))


def _in_order(model: type[BaseModel], data: dict[str, Data], is_row: bool) -> list[tuple[str, FieldInfo, Shape]]:
    """The fields in the order of reading. A row begins with one that is there, since the hyphen stands before it."""
    found = list(written_fields(model))
    first = next((place for place, each in enumerate(found) if each[0] in data), 0) if is_row else 0
    return [found[first], *found[:first], *found[first + 1 :]]


def _explained(info: FieldInfo) -> str:
    return " ".join((info.description or info.title or "").split())


def _field(name: str, value: Data, shape: Shape, known: Known, is_first: bool) -> Iterator[str]:
    """One field with what it holds."""
    if isinstance(value, dict) and shape.model:
        yield f"{scalar(name)}:"
        yield from _indented(_without_gap(_fields(shape.model, value, known, is_first)))
    elif isinstance(value, dict):
        yield f"{scalar(name)}:"
        yield from _indented(_by_id(shape, value, known, is_first))
    elif isinstance(value, list) and is_collection(shape):
        yield f"{scalar(name)}:"
        yield from _indented(_rows(shape, value, known, is_first))
    else:
        yield from _plain(name, value, shape)


def _plain(name: str, value: Data, shape: Shape, note: str = "") -> Iterator[str]:
    """A field without fields below it; several texts stand one below the other."""
    if isinstance(value, list) and not (shape.inner and shape.inner.reference):
        yield f"{scalar(name)}:{note}"
        yield from (f"  - {flow(item)}" for item in value)
    else:
        yield f"{scalar(name)}: {flow(value)}{note}"


def _by_id(shape: Shape, entries: dict[str, Data], known: Known, is_first: bool = True) -> Iterator[str]:
    inner = shape.inner or Shape(str)
    for place, (name, value) in enumerate(entries.items()):
        yield from _field(name, value, inner, known, is_first and place == 0)


def _rows(shape: Shape, rows: Sequence[Data], known: Known, is_first: bool) -> Iterator[str]:
    """A list of things; the first one explains their fields."""
    model = shape.inner.model if shape.inner else None
    for place, row in enumerate(rows):
        assert model
        assert isinstance(row, dict)
        yield from _row(list(_without_gap(_fields(model, row, known, is_first and place == 0, is_row=True))))


def _row(lines: list[str]) -> Iterator[str]:
    """The lines of a thing, with a hyphen before its first field that is not left out."""
    first = next(place for place, line in enumerate(lines) if line and not line.startswith("#"))
    for place, line in enumerate(lines):
        yield f"{'- ' if place == first else '  '}{line}" if line else ""


def _without_gap(lines: Iterator[str]) -> Iterator[str]:
    """Inside a thing, its fields stand without empty lines between them."""
    return (line for line in lines if line)


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)


def _left_out(name: str, info: FieldInfo, shape: Shape, known: Known) -> Iterator[str]:
    """A field that may be left out, with all that can stand in it, each explained at the end of its line."""
    yield from _whole(name, unwritten(info, shape, known), shape, known)


def _whole(name: str, value: Data, shape: Shape, known: Known, about: str = "") -> Iterator[str]:
    """A field with every field below it."""
    note = f"  # {about}" if about else ""
    inner = shape.inner or Shape(str)
    if shape.model:
        yield f"{scalar(name)}:{note}"
        yield from _indented(_all_fields(shape.model, known))
    elif is_collection(shape) and inner.model:
        yield f"{scalar(name)}:{note}"
        below = list(_all_fields(inner.model, known))
        row = _row(below) if shape.kind is list else (*_names(value), *(f"  {line}" for line in below))
        yield from _indented(iter(row))
    else:
        yield from _plain(name, value, shape, note)


def _names(value: Data) -> tuple[str, ...]:
    """The first id of things that have ids."""
    return tuple(f"{scalar(name)}:" for name in value) if isinstance(value, dict) else ()


def _all_fields(model: type[BaseModel], known: Known) -> Iterator[str]:
    data = begun(model, {}, known)
    for name, info, shape in written_fields(model):
        value = data[name] if name in data else unwritten(info, shape, known)
        yield from _whole(name, value, shape, known, _explained(info))
