"""Read-only values over validated content: each field of each model, with its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from pydantic import BaseModel

from docgen.schema.base import Part
from docgen.schema.content import Content
from docgen.schema.links import at, targets
from docgen.schema.shape import Shape, fields
from docgen.source import Path, Source, SourceMap
from docgen.value import Absent, Items, Prose, Record, Scalar, Value
from docgen.wording import day_in_words, grouped


class Views(Struct, frozen=True):
    """Values of one programme, made as they are asked for."""

    content: Content
    sources: SourceMap
    _targets: dict[tuple[str, Path], Mapping[str, Path]] = field(default_factory=dict)
    """What ids name, by their kind and, for members, by their committee: looked up once."""
    _things: dict[Path, Value] = field(default_factory=dict)
    """The things that ids named so far, by their places."""
    _made: dict[Path, Value] = field(default_factory=dict)
    """The fields asked for so far: a template asks for the same list in each turn of a loop."""

    def forget(self) -> None:
        """Let go of the values made so far: they know these views, and would keep the whole content with them."""
        self._made.clear()
        self._things.clear()

    def part(self, name: str) -> Value:
        """A part of the content, such as `scope`; `Absent` where the programme has none."""
        return self.at((name,))

    def narrative(self, name: str) -> Value:
        """A narrative by its id; `Absent` where the programme has none."""
        return self.at(("narratives", name))

    def at(self, path: Path) -> Value:
        """The value at a path from the root of the content."""
        return self.value(at(self.content, path), path, None)

    def value(self, found: Any, path: Path, shape: Shape | None) -> Value:
        """What a template sees of `found`, which stands at `path`."""
        if found is None:
            return Absent(name_of(path), self.sources.value(path[:-1] or ("programme",)))
        if isinstance(found, str):
            return self._worded(found, path, shape)
        if isinstance(found, BaseModel):
            return self._record(found, path)
        if isinstance(found, list):
            inner = shape.inner if shape else None
            items = (self.value(item, (*path, place), inner) for place, item in enumerate(found))
            return Items(tuple(items), self.sources.value(path))
        if isinstance(found, dict):
            return self._mapping(found, path)
        return scalar(found, self.sources.value(path))

    def _worded(self, text: str, path: Path, shape: Shape | None) -> Value:
        """A text, Markdown, or the id of a thing."""
        if shape and shape.reference:
            return self._linked(text, path, shape.reference.kinds)
        source = self.sources.value(path)
        return Prose(text, source) if shape and shape.is_markdown else scalar(text, source)

    def _linked(self, name: str, path: Path, kinds: tuple[str, ...]) -> Value:
        """The thing that an id names. Validation has made sure that there is one."""
        for kind in kinds:
            place = self._known(kind, path).get(name)
            if place is not None:
                return self._thing(place)
        return scalar(name, self.sources.value(path))

    def _thing(self, place: Path) -> Value:
        """What an id names: looked up once, since tables name few things in many rows."""
        if place not in self._things:
            self._things[place] = self.at(place)
        return self._things[place]

    def _known(self, kind: str, path: Path) -> Mapping[str, Path]:
        key = (kind, path[:3] if kind == "member" else ())
        if key not in self._targets:
            self._targets[key] = targets(self.content, kind, path)
        return self._targets[key]

    def _mapping(self, found: Mapping[str, Any], path: Path) -> Items:
        records = (self._entry(key, item, (*path, key)) for key, item in found.items())
        keys = {key: place for place, key in enumerate(found)}
        return Items(tuple(records), self.sources.value(path), keys)

    def _entry(self, key: str, item: Any, path: Path) -> Value:
        if isinstance(item, BaseModel):
            return self._record(item, path)
        values = {"key": scalar(key, self.sources.key(path)), "value": self.value(item, path, None)}
        return Record(key, tuple(values), self.sources.value(path), values.__getitem__, shown="value")

    def _record(self, model: BaseModel, path: Path) -> Record:
        return Record(
            name=name_of(path),
            fields=_known(type(model), _derived(model)),
            source=self.sources.value(path),
            lookup=partial(self._field, model, path),
            shown=model.shown if isinstance(model, Part) else "",
        )

    def _field(self, model: BaseModel, path: Path, name: str) -> Value:
        place = (*path, name)
        known = self._made.get(place)
        if known is None:
            known = self._made[place] = self._made_anew(model, path, name)
        return known

    def _made_anew(self, model: BaseModel, path: Path, name: str) -> Value:
        if name in _derived(model):
            return self._derived_value(model, path, name)
        shape = fields(type(model)).get(name)
        if shape is None:
            return scalar(str(path[-1]), self.sources.key(path))
        return self.value(getattr(model, name), (*path, name), shape)

    def _derived_value(self, model: BaseModel, path: Path, name: str) -> Value:
        """What a model works out of its fields, such as `Fact.words`; its place is that of the value, if it has one."""
        found = getattr(model, name)
        if found is None:
            return Absent(name_of((*path, name)), self.sources.value(path))
        return replace(scalar(found, self.sources.value((*path, "value"))), verbatim=False)


@cache
def _known(model: type[BaseModel], derived: tuple[str, ...]) -> tuple[str, ...]:
    """What a template may ask a model for."""
    known = (*fields(model), *derived)
    return known if "id" in known else (*known, "id")


def _derived(model: BaseModel) -> tuple[str, ...]:
    return model.derived if isinstance(model, Part) else ()


def scalar(found: Any, source: Source) -> Scalar:
    """One value as printed; not verbatim where docgen words it."""
    if isinstance(found, bool):
        return Scalar("yes" if found else "no", source, found, verbatim=False, is_choice=True)
    if isinstance(found, StrEnum):
        return Scalar(found.value, source, found.value, verbatim=False, is_choice=True)
    if isinstance(found, str):
        return Scalar(found, source, found)
    if isinstance(found, date):
        return Scalar(day_in_words(found), source, found, verbatim=False)
    if isinstance(found, int | Decimal):
        return Scalar(grouped(found), source, found, verbatim=False)
    return Scalar(str(found), source, found, verbatim=False)


def name_of(path: Path) -> str:
    """How messages call what stands at a path: `chair of 'strategic-group' of committees of governance`."""
    if not path:
        return "the programme"
    *outer, last = path
    word = f"item {last + 1}" if isinstance(last, int) else str(last)
    if len(path) > 1 and not isinstance(last, int) and outer[-1] in _MAPPINGS:
        word = f"'{last}'"
    return f"{word} of {name_of(tuple(outer))}" if outer else word


_MAPPINGS = frozenset("organisations dates facts committees bodies people references narratives".split())
"""The fields that hold things by id."""
