"""What an import changes: rows added, removed and changed, told by what people call the rows."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from enum import Enum

from msgspec import Struct
from pydantic import BaseModel

from docgen.editing.columns import columns
from docgen.editing.rows import Row, Value, is_same
from docgen.load.characters import on_one_line
from docgen.schema.base import Part

_NAMING = ("id", "number", "version")
"""Fields by which rows are known, before the one that is printed for the whole row."""
_MOST_COMPARED = 500
"""Pairs of names that are compared letter by letter; more would take long."""


class Kind(Enum):
    """What becomes of a row."""

    ADDED = "+"
    REMOVED = "-"
    CHANGED = "~"


class Change(Struct, frozen=True):
    """What becomes of one row."""

    kind: Kind
    name: str
    fields: tuple[tuple[str, Value | None, Value | None], ...] = ()
    """Of a row that changes: the field, what it says, and what it will say."""


class Merged(Struct, frozen=True):
    """A row as it should be."""

    row: Row
    before: int | None
    """The row of the content that it takes the place of; None for a new one."""
    is_changed: bool


class Comparison(Struct, frozen=True):
    """The rows of a table as they should be, in their new order, and what changes by that."""

    rows: tuple[Merged, ...]
    changes: tuple[Change, ...]
    is_reordered: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not self.changes and not self.is_reordered


def compare(before: Sequence[Row], after: Sequence[Row], model: type[BaseModel], given: frozenset[str]) -> Comparison:
    """What the rows of a file change in a table. Fields that the file has no column for stay as they are."""
    naming = _naming(before, after, model)
    partners = _partners(before, after, naming)
    merged = [_merged(row, partner, before, model, given) for row, partner in zip(after, partners, strict=True)]
    kept = [partner for partner in partners if partner is not None]
    gone = set(range(len(before))).difference(kept)
    removed = [Change(Kind.REMOVED, _name(before[number], naming, model)) for number in sorted(gone)]
    told = [_change(each, before, naming, model) for each in merged if each.is_changed]
    return Comparison(tuple(merged), (*removed, *told), kept != sorted(kept))


def _naming(before: Sequence[Row], after: Sequence[Row], model: type[BaseModel]) -> str:
    """The field that tells rows apart: the first that every row fills, with a name of its own; else what is printed."""
    shown = _shown(model)
    known = [column.field for column in columns(model)]
    candidates = [field for field in dict.fromkeys([*_NAMING, shown, *known]) if field in known]
    fits = (field for field in candidates if _tells_apart(before, field) and _tells_apart(after, field))
    return next(fits, shown or known[0])


def _tells_apart(rows: Sequence[Row], field: str) -> bool:
    names = [row.get(field) for row in rows]
    return None not in names and len(set(names)) == len(names)


def _partners(before: Sequence[Row], after: Sequence[Row], naming: str) -> list[int | None]:
    """The row of the content that each row of the file is about: of the same name, else of nearly the same words."""
    places: dict[Value | None, deque[int]] = defaultdict(deque)
    for number, row in enumerate(before):
        places[row.get(naming)].append(number)
    found = [places[row.get(naming)].popleft() if places[row.get(naming)] else None for row in after]
    left = {_folded(before[number].get(naming)): number for queue in places.values() for number in queue}
    lost = [number for number, partner in enumerate(found) if partner is None]
    if naming in _NAMING or len(left) * len(lost) > _MOST_COMPARED:
        return found
    for number in lost:
        near = get_close_matches(_folded(after[number].get(naming)), left, n=1)
        found[number] = left.pop(near[0]) if near else None
    return found


def _folded(value: Value | None) -> str:
    return str(value).casefold()


def _merged(
    row: Row, partner: int | None, before: Sequence[Row], model: type[BaseModel], given: frozenset[str]
) -> Merged:
    if partner is None:
        return Merged(row, None, True)
    old = before[partner]
    fields = {column.field: _value(column.field, row, old, model, given) for column in columns(model)}
    new = {field: value for field, value in fields.items() if value}
    return Merged(new, partner, new != old)


def _value(field: str, row: Row, old: Row, model: type[BaseModel], given: frozenset[str]) -> Value | None:
    """The old words where they mean the same, or where the file says nothing of the field."""
    keeps = field not in given or is_same(old.get(field), row.get(field), model, field)
    return old.get(field) if keeps else row.get(field)


def _change(merged: Merged, before: Sequence[Row], naming: str, model: type[BaseModel]) -> Change:
    if merged.before is None:
        return Change(Kind.ADDED, _name(merged.row, naming, model))
    old = before[merged.before]
    fields = [field for field in {**old, **merged.row} if old.get(field) != merged.row.get(field)]
    told = tuple((field, old.get(field), merged.row.get(field)) for field in fields)
    return Change(Kind.CHANGED, _name(old, naming, model), told)


def _name(row: Row, naming: str, model: type[BaseModel]) -> str:
    """`'Manage estates'`, or `id estates, 'Manage estates'`."""
    words = in_words(row.get(_shown(model)) or row.get(naming))
    return f"{naming} {row[naming]}, {words}" if naming in _NAMING and naming in row else words


def _shown(model: type[BaseModel]) -> str:
    """The field that is printed where the whole row is."""
    return model.shown if issubclass(model, Part) else ""


def in_words(value: Value | None) -> str:
    """A value on one line; `nothing` where there is none."""
    if not value:
        return "nothing"
    return f"'{on_one_line(value if isinstance(value, str) else '; '.join(value))}'"


def counts(changes: Iterable[Change]) -> Mapping[Kind, int]:
    """How many rows of each kind."""
    return Counter(change.kind for change in changes)
