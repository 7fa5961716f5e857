"""What stands in a field until its author writes it: a placeholder that the checker finds, wherever words can stand.

A date, a number or a choice has no room for words. So every row that is begun holds at least one placeholder, which
tells that nobody has written the row yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from msgspec import Struct, field
from pydantic import BaseModel, RootModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from docgen.schema.document_type import Limit
from docgen.schema.narrative import Narrative
from docgen.schema.quorum import QuorumRule
from docgen.schema.shape import Shape, fields
from docgen.schema.types import Choice, Money, When
from docgen.source import Data
from docgen.start.begun import BEGUN

TBC = "TBC"
"""The rule DG609 finds it in fields and in papers."""


class Known(Struct, frozen=True):
    """What placeholders may name."""

    dated: str
    """A day, which stands where a date must be."""
    ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of things that are there, by their kind: `organisation`, `committee`."""


def written_fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo, Shape]]:
    """The fields that an author writes into the file of a part, or into a row."""
    for name, shape in fields(model).items():
        if shape.model is not Narrative and not (model is Narrative and name == "body"):
            yield name, model.model_fields[name], shape


def is_collection(shape: Shape) -> bool:
    """Whether a field holds things with fields of their own, in a list or by their ids."""
    return shape.inner is not None and shape.inner.model is not None


def begun(model: type[BaseModel], given: Mapping[str, Data], known: Known) -> dict[str, Data]:
    """The fields that a model cannot do without, those that papers and rules look for, and those that are given."""
    wanted: dict[str, Data] = {**BEGUN.get(model.__name__, {}), **given}
    data: dict[str, Data] = {}
    for name, info, shape in written_fields(model):
        if wanted.get(name) is not None:
            data[name] = completed(shape, wanted[name], known)
        elif name in wanted or info.is_required():
            data[name] = unwritten(info, shape, known)
    return data


def begun_part(model: type[BaseModel], given: Mapping[str, Data], known: Known) -> dict[str, Data]:
    """The content of a file that is begun: at the least, the first of its lists with one row."""
    if issubclass(model, RootModel):
        return _entries(shape_of_root(model), given, known)
    data = begun(model, given, known)
    lists = [(info, shape, name) for name, info, shape in written_fields(model) if is_collection(shape)]
    lists += [(info, shape, name) for name, info, shape in written_fields(model) if shape.kind is dict]
    if not data and lists:
        info, shape, name = lists[0]
        data[name] = unwritten(info, shape, known)
    return data


def shape_of_root(model: type[BaseModel]) -> Shape:
    """The shape of a part that is things by their ids, as facts are."""
    return fields(model)["root"]


def _entries(shape: Shape, given: Mapping[str, Data], known: Known) -> dict[str, Data]:
    whole = completed(shape, dict(given), known) if given else _of_shape(shape, known)
    assert isinstance(whole, dict)
    return whole


def completed(shape: Shape, given: Data, known: Known) -> Data:
    """What is given, with the fields that things in it cannot do without."""
    inner = shape.inner or Shape(str)
    if isinstance(given, list):
        return [completed(inner, item, known) for item in given]
    if isinstance(given, dict) and shape.model:
        return {**begun(shape.model, given, known)}
    if isinstance(given, dict):
        return {name: completed(inner, item, known) for name, item in given.items()}
    return given


def unwritten(info: FieldInfo, shape: Shape, known: Known) -> Data:
    """The first placeholder that a field takes."""
    candidates = [_of_shape(shape, known)]
    if shape.kind is str and not shape.reference:
        candidates += [_id_of(info), "https://www.example.org", "en-GB"]
    return next((value for value in candidates if _takes(info, value)), candidates[0])


def _id_of(info: FieldInfo) -> str:
    return "-".join((info.title or "id").lower().split()) + "-1"


def _takes(info: FieldInfo, value: Data) -> bool:
    kind: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def _of_shape(shape: Shape, known: Known) -> Data:
    if shape.kind is list and shape.inner:
        return [_of_shape(shape.inner, known)]
    if shape.kind is dict and shape.inner:
        return {first_id(shape.inner): _of_shape(shape.inner, known)}
    if shape.model:
        return {**begun(shape.model, {}, known)}
    if shape.reference:
        return next((name for kind in shape.reference.kinds for name in known.ids.get(kind, ())), TBC)
    if isinstance(shape.kind, type) and issubclass(shape.kind, Choice):
        return next(iter(shape.kind)).value
    return known.dated if shape.kind in (date, When) else _WORDS.get(shape.kind, TBC)


_WORDS: Mapping[Any, str] = {
    bool: "yes",
    int: "1",
    Decimal: "1",
    Money: "£1",
    Limit: "300 words",
    QuorumRule: "2 members",
}
"""What stands where words cannot."""


def first_id(shape: Shape) -> str:
    """What the first thing of its kind is called until its author names it: `committee-1`, and `TBC` for a word."""
    return f"{shape.model.__name__.lower()}-1" if shape.model else TBC
