"""Completes the version history of a programme with the versions that git remembers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from docgen.schema.document_control import order_of
from docgen.snapshot import PastVersion
from docgen.source import Data, Path, Source, Sourced, SourceMap

_ROWS: Path = ("document_control", "versions")


class _Row(Struct, frozen=True):
    """One row of the version history, with the places of its values below it."""

    data: Data
    values: Mapping[Path, Source]
    keys: Mapping[Path, Source]

    @property
    def version(self) -> str:
        """What it stands for; empty where the row is about certain papers, or says nothing that can be read."""
        stated = self.data.get("version") if isinstance(self.data, dict) and not self.data.get("documents") else None
        return stated.strip() if isinstance(stated, str) else ""


def with_past_versions(loaded: Sourced, past: Sequence[PastVersion], place: Source) -> Sourced:
    """The content with a row for each version that it does not name itself. `place` stands for where git found them.

    A row of git's comes before the first one of a higher version; the author's rows keep their order.
    """
    rows = _written(loaded)
    known = {row.version for row in rows or ()}
    added = [version for version in past if version.version not in known]
    if rows is None or not added:
        return loaded
    for version in added:
        rows.insert(_position(version.version, rows), _row(version, place))
    return _with_rows(loaded, rows, place)


def _written(loaded: Sourced) -> list[_Row] | None:
    """The rows that the author wrote; None where something else stands in their place, which the schema reports."""
    control = _field(loaded.data, "document_control", {})
    versions = _field(control, "versions", [])
    if not isinstance(versions, list):
        return None
    values = [_below((*_ROWS, place), loaded.sources.values) for place in range(len(versions))]
    keys = [_below((*_ROWS, place), loaded.sources.keys) for place in range(len(versions))]
    return [_Row(*parts) for parts in zip(versions, values, keys, strict=True)]


def _field(data: Data, name: str, otherwise: Data) -> Data:
    """A field, or what stands for it where it is left out; None where the data has no fields."""
    if not isinstance(data, dict):
        return None
    found = data.get(name)
    return otherwise if found is None else found


def _below(path: Path, places: Mapping[Path, Source]) -> Mapping[Path, Source]:
    return {found[len(path) :]: source for found, source in places.items() if found[: len(path)] == path}


def _position(version: str, rows: Sequence[_Row]) -> int:
    """Before the first row of a higher version; at the end where there is none, or where it has no order."""
    order = order_of(version)
    higher = (place for place, row in enumerate(rows) if order and order_of(row.version) > order)
    return next(higher, len(rows))


def _row(past: PastVersion, place: Source) -> _Row:
    said = {"version": past.version, "date": past.day, "author": past.author, "change": past.change}
    data: Data = {name: words.strip() or "Not stated" for name, words in said.items()}
    return _Row(data, {(): place}, {})


def _with_rows(loaded: Sourced, rows: Sequence[_Row], place: Source) -> Sourced:
    """The content with these rows; the places of all values follow them."""
    assert isinstance(loaded.data, dict)
    control = loaded.data.get("document_control")
    versions: Data = [row.data for row in rows]
    completed: Data = {**(control if isinstance(control, dict) else {}), "versions": versions}
    data: Data = {**loaded.data, "document_control": completed}
    values = {path: source for path, source in loaded.sources.values.items() if path[:2] != _ROWS}
    values = {_ROWS[:1]: place, _ROWS: loaded.sources.values.get(_ROWS, place), **values}
    keys = {path: source for path, source in loaded.sources.keys.items() if path[:2] != _ROWS or len(path) == 2}
    for number, row in enumerate(rows):
        values |= {(*_ROWS, number, *path): source for path, source in row.values.items()}
        keys |= {(*_ROWS, number, *path): source for path, source in row.keys.items()}
    return Sourced(data, SourceMap(values, keys))
