"""Ids: what has them, who names them, and which name nothing.

Works on loaded data and on models alike, so that a slip in a name is reported even where other values are at fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from pydantic import BaseModel

from docgen.codes import values
from docgen.diagnostic import Diagnostic, Findings, Related
from docgen.schema.content import Content
from docgen.schema.reference import Reference
from docgen.schema.shape import Shape
from docgen.schema.types import several
from docgen.source import Data, Path, Sourced
from docgen.suggest import did_you_mean
from docgen.wording import listed

_PLACES: Mapping[str, Path] = {
    "organisation": ("programme", "organisations"),
    "date": ("programme", "dates"),
    "document": ("programme", "documents"),
    "fact": ("facts",),
    "function": ("scope", "functions"),
    "committee": ("governance", "committees"),
    "body": ("governance", "bodies"),
    "consultee": ("engagement", "consultees"),
    "reference": ("references",),
    "abbreviation": ("glossary", "abbreviations"),
    "term": ("glossary", "terms"),
    "narrative": ("narratives",),
}
_NAMED_BY = {"document": "type"}
"""The field that names the things of a list, where it is not `id`."""
_ONE_NAMESPACE = ("organisation", "committee", "body")
"""Kinds that one field may name, so that no two of them may share an id."""


def targets(content: Content | Data, kind: str, path: Path) -> Mapping[str, Path]:
    """Where the things of a kind stand, by id; members are those of the committee around `path`."""
    place = (*path[:3], "members") if kind == "member" else _PLACES[kind]
    things = at(content, place)
    if isinstance(things, dict):
        return {name: (*place, name) for name in things}
    found: dict[str, Path] = {}
    for position, thing in enumerate(things if isinstance(things, list) else []):
        name = at(thing, (_NAMED_BY.get(kind, "id"),))
        if isinstance(name, str):
            found.setdefault(name, (*place, position))
    return found


def at(node: Any, path: Path) -> Any:
    """What stands at a path of loaded data or of a model; None where nothing does."""
    for key in path:
        node = _child(node, key)
    return node


def _child(node: Any, key: str | int) -> Any:
    if isinstance(node, list):
        return node[key] if isinstance(key, int) and key < len(node) else None
    if isinstance(node, dict):
        return node.get(key)
    return getattr(node, str(key), None) if isinstance(node, BaseModel) else None


def check_links(loaded: Sourced, findings: Findings) -> None:
    """Reports every id that nothing defines, and every id that two things share."""
    known: dict[tuple[Reference, Path], Mapping[str, Path]] = {}
    for path, name, reference in _references(loaded.data, Shape(Content), ()):
        around = path[:3] if "member" in reference.kinds else ()
        if (reference, around) not in known:
            known[reference, around] = _known(loaded.data, reference, around)
        if name and name not in known[reference, around]:
            findings.add(_unknown_name(loaded, path, name, reference, known[reference, around]))
    for path, name, first in _repeated_ids(loaded.data, Shape(Content), ()):
        _report_twice(loaded, name, path, first, findings)
    for one, other in combinations(_ONE_NAMESPACE, 2):
        ours, theirs = targets(loaded.data, one, ()), targets(loaded.data, other, ())
        for name in [name for name in theirs if name in ours]:
            _report_twice(loaded, name, theirs[name], ours[name], findings)


def _references(data: Data, shape: Shape | None, path: Path) -> Iterator[tuple[Path, str, Reference]]:
    """Every value of every field that names something."""
    if shape is None:
        return
    if isinstance(data, str) and shape.reference:
        yield path, data.strip(), shape.reference
    if isinstance(data, str) and shape.kind is list and shape.inner and shape.inner.reference:
        yield from ((path, name, shape.inner.reference) for name in several(data))
    for key, item in _items(data):
        yield from _references(item, shape.step(key), (*path, key))


def _repeated_ids(data: Data, shape: Shape | None, path: Path) -> Iterator[tuple[Path, str, Path]]:
    """The place of every id that stands earlier in the same list, the id, and the earlier place."""
    if shape is None:
        return
    seen: dict[str, Path] = {}
    for key, item in _items(data):
        name = item.get("id") if isinstance(item, dict) and isinstance(data, list) else None
        here = (*path, key, "id")
        if isinstance(name, str) and seen.setdefault(name, here) != here:
            yield here, name, seen[name]
        if isinstance(item, dict | list):
            yield from _repeated_ids(item, shape.step(key), (*path, key))


def _items(data: Data) -> Iterator[tuple[str | int, Data]]:
    if isinstance(data, dict):
        yield from data.items()
    if isinstance(data, list):
        yield from enumerate(data)


def _known(data: Data, reference: Reference, around: Path) -> Mapping[str, Path]:
    found: dict[str, Path] = {}
    for kind in reference.kinds:
        found |= targets(data, kind, around)
    return found


def _unknown_name(
    loaded: Sourced, path: Path, name: str, reference: Reference, known: Mapping[str, Path]
) -> Diagnostic:
    what = listed(reference.kinds, "or")
    remedy = _suggestion(loaded.data, name, known, reference)
    return values.UNKNOWN_NAME.at(loaded.sources.value(path), f"unknown {what} '{name}'", remedy)


def _suggestion(data: Data, name: str, known: Mapping[str, Path], reference: Reference) -> str:
    """The id of the thing whose name, role or abbreviation was written, or the nearest id, or the file to add."""
    for id_, path in known.items():
        called = (at(data, (*path, field)) for field in ("name", "role", "abbreviation", "function"))
        if name.casefold() in [word.casefold() for word in called if isinstance(word, str)]:
            return f"did you mean '{id_}'?"
    nearest = did_you_mean(name, known)
    absent = _absent_parts(data, reference)
    if absent and not nearest.startswith("did"):
        others = f", or name one that is known: {nearest.removeprefix('known: ')}" if nearest else ""
        return f"there is no {absent[0]}.yaml: add it{others}"
    return nearest or f"nothing of this kind is defined: add the {listed(reference.kinds, 'or')}"


def _absent_parts(data: Data, reference: Reference) -> list[str]:
    """The parts that define such things, and that the programme does not have."""
    parts = [str(_PLACES[kind][0]) for kind in reference.kinds if kind in _PLACES]
    return [part for part in parts if part != "narratives" and at(data, (part,)) is None]


def _report_twice(loaded: Sourced, name: str, path: Path, first: Path, findings: Findings) -> None:
    related = Related(loaded.sources.key(first), "first used here")
    message, remedy = f"the id '{name}' is used twice", "give one of them another id"
    findings.add(values.DUPLICATE_ID.at(loaded.sources.key(path), message, remedy, related))
