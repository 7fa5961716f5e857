"""What `a.b` and `a[b]` mean in a template: fields of records, positions of lists, and a little of Jinja's own."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jinja2.runtime import LoopContext
from msgspec import Struct

from docgen.suggest import did_you_mean
from docgen.value import Absent, Items, Phrase, Prose, Record, Scalar, raw

_LOOP_WORDS = frozenset("index index0 revindex revindex0 first last length previtem nextitem depth".split())
_LONGEST_NAME = 100
_FIELDS_ONLY = "a template sees fields and list positions only"


class Nothing(Struct, frozen=True):
    """Nothing is called so."""

    words: str
    """What is wrong; on a second line, where there is one, the help."""


def key_of(argument: Any) -> str | int:
    """What names a field, or a position in a list. Raises `ValueError` for what names neither."""
    argument = raw(argument)
    if isinstance(argument, str):
        return argument[:_LONGEST_NAME]
    if not isinstance(argument, int):
        raise ValueError(f"{kind_of(argument)} names neither a field nor a position in a list")
    return argument


def shown(name: str | int) -> str:
    """A name as a message shows it: on one line, and without what would move the cursor of a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in " ".join(str(name).split()))


def kind_of(value: Any) -> str:
    """How messages call a value."""
    match value:
        case Record():
            return value.name
        case Scalar() | Phrase() | str():
            return f"'{shown(str(value)[:_LONGEST_NAME])}'"
        case Items() | list() | tuple() | range():
            return "a list"
        case Prose():
            return "a narrative"
        case int() | float() | Decimal():
            return f"'{value}'"
        case Absent():
            return f"{value.name}, which is absent,"
        case LoopContext():
            return "a loop"
        case None:
            return "'none'"
        case _:
            return "a function" if callable(value) else "this"


def look_up(obj: Any, argument: str | int) -> Any:
    """The field or item of a value; `Nothing` where there is none."""
    match obj:
        case Record():
            return _field(obj, str(argument))
        case Items() | list() | tuple() | range():
            return _item(obj, argument)
        case Absent():
            return Absent(f"{shown(argument)} of {obj.name}", obj.source)
        case dict() if argument in obj:
            return obj[argument]
        case LoopContext() if argument in _LOOP_WORDS:
            return getattr(obj, str(argument))
        case _:
            return Nothing(f"there is no '{shown(argument)}' here\n{_FIELDS_ONLY}")


def _field(record: Record, name: str) -> Any:
    if name in record.fields:
        return record.lookup(name)
    return Nothing(f"{record.name} has no field '{shown(name)}'\n{did_you_mean(name, record.fields)}")


def _item(items: Any, argument: str | int) -> Any:
    if isinstance(argument, int):
        is_there = -len(items) <= argument < len(items)
        return items[argument] if is_there else Nothing(f"the list has no item {argument}")
    if isinstance(items, Items) and items.keys:
        return _keyed(items, argument)
    # Jinja's `groupby` hands out pairs that are named `grouper` and `list`.
    named = getattr(items, "_fields", ())
    if argument in named:
        return items[named.index(argument)]
    return Nothing(f"a list has no field '{shown(argument)}'\ngo through it with {{% for %}}")


def _keyed(items: Items, key: str) -> Any:
    if key in items.keys:
        return items.items[items.keys[key]]
    return Nothing(f"nothing is called '{shown(key)}' here\n{did_you_mean(key, items.keys)}")
