"""What templates can do with values: functions each of which keeps the places of what it words anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import wraps
from typing import Any

from jinja2.runtime import Undefined
from msgspec.structs import replace

from docgen.render.budget import Budget, BudgetSpent
from docgen.render.lookup import kind_of
from docgen.render.marks import is_rendered
from docgen.source import NOWHERE
from docgen.value import Absent, Items, Phrase, Prose, Record, Scalar, Value, raw
from docgen.wording import grouped

_NUMBER_WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()
_HELP = {
    Items: "go through it with {% for %}, or word it with 'listed'",
    list: "go through it with {% for %}, or word it with 'listed'",
    Prose: "print it on a line of its own",
}
"""What to do with a value that cannot stand inside a line."""
_LONGEST_RANGE = 100_000
TICKED, UNTICKED = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"


def charged(function: Callable[..., Any], name: str, budget: Budget) -> Callable[..., Any]:
    """A filter or test that counts what it goes through, and answers with lists, never with something half done."""

    @wraps(function)
    def counted(*arguments: Any, **named: Any) -> Any:
        for argument in (*arguments, *named.values()):
            budget.hold(argument)
            if name not in _FOR_RENDERED and isinstance(argument, str) and is_rendered(argument):
                raise ValueError(f"'{name}' works on values\na text that was set in a block can only be printed")
        answer = function(*arguments, **named)
        return list(answer) if isinstance(answer, Iterator) else answer

    return counted


_FOR_RENDERED = frozenset("default d defined undefined none".split())
"""What works on a text that was set in a block, or that a macro made."""


def joined(*parts: Any) -> Phrase:
    """`a ~ b`: words in a row, each with its own place."""
    return Phrase(tuple(scalar for part in parts for scalar in scalars(part)))


def scalars(value: Any) -> tuple[Scalar, ...]:
    """A value as the scalars that it prints. Raises `ValueError` for what has no words of its own."""
    match value:
        case Scalar():
            return (value,)
        case Phrase():
            return value.parts
        case Record() if value.shown:
            return scalars(value.lookup(value.shown))
        case str() if not is_rendered(value):
            return (Scalar(value, NOWHERE, value, verbatim=False),)
        case bool():
            return (Scalar("yes" if value else "no", NOWHERE, value, verbatim=False),)
        case int() | Decimal():
            return (Scalar(grouped(value), NOWHERE, value, verbatim=False),)
        case float():
            return scalars(Decimal(str(value)))
        case Absent():
            raise ValueError(f"there is no {value.name}\nask with {{% if %}} before it is printed")
        case str():
            raise ValueError("a text that was set in a block can only be printed\njoin its values instead")
        case _:
            raise ValueError(f"{_kind(value)} cannot stand inside a line of text\n{_HELP.get(type(value), '')}")


def _kind(value: Any) -> str:
    """How messages call a value; a name that nothing defines is an error of its own."""
    if isinstance(value, Undefined):
        raise value._undefined_exception(value._undefined_message)
    return kind_of(value)


def _length(value: Any) -> int:
    """How many items a list has. Raises `ValueError` for what is none."""
    if isinstance(value, Items | Absent | list | tuple | range):
        return len(value)
    raise ValueError(f"{_kind(value)} is no list, so it has no number of items")


def _count(value: Any) -> Any:
    """The number that a value stands for, or how many items it has."""
    number = Decimal(str(value)) if isinstance(value, float) else raw(value)
    return number if isinstance(number, int | Decimal) else _length(value)


def of_number(test: Callable[..., bool], name: str) -> Callable[..., bool]:
    """A test of whole numbers, such as `is even`."""

    def tested(*numbers: Any) -> bool:
        if not all(isinstance(raw(number), int) for number in numbers):
            raise ValueError(f"'{name}' works on whole numbers")
        return test(*(raw(number) for number in numbers))

    return tested


def counted_range(*bounds: Any) -> range:
    """`range(3)`: the whole numbers from 0, or from the first bound, up to but not including the last."""
    if not all(isinstance(raw(bound), int) for bound in bounds):
        raise ValueError("'range' takes whole numbers")
    numbers = range(*(raw(bound) for bound in bounds))
    if len(numbers) > _LONGEST_RANGE:
        raise BudgetSpent(f"counts more than {_LONGEST_RANGE:,} numbers")
    return numbers


def default(value: Any, instead: Any = "", also_where_false: Any = False) -> Any:
    """`committee.vice_chair | default("to be named")`: something else where nothing was written."""
    is_missing = isinstance(value, Undefined | Absent) or (also_where_false and not value)
    return instead if is_missing else value


def tick(condition: Any) -> Scalar:
    """`tick(member.lay)`: a box with a cross in it where the condition holds, an empty box where it does not."""
    source = condition.source if isinstance(condition, Scalar | Absent) else NOWHERE
    holds = bool(condition)
    return Scalar(TICKED if holds else UNTICKED, source, holds, verbatim=False)


def batch(items: Iterable[Any], size: Any) -> list[list[Any]]:
    """`members | batch(3)`: lists of as many items each."""
    listed, step = list(items), raw(size)
    if not isinstance(step, int) or step < 1:
        raise ValueError("'batch' takes a whole number above 0")
    return [listed[start : start + step] for start in range(0, len(listed), step)]


def in_a_row(items: Iterable[Any], separator: Any = ", ", last: Any = "") -> Phrase:
    """`members | join(", ")`: the items with a separator between them, and `last` before the last of them."""
    words = [scalars(item) for item in items]
    between, before_last = scalars(separator), scalars(last or separator)
    parts: list[Scalar] = []
    for position, item in enumerate(words):
        if position:
            parts += before_last if position == len(words) - 1 else between
        parts += item
    return Phrase(tuple(parts))


def in_words(items: Iterable[Any], last: Any = "and") -> Phrase:
    """`a, b and c`."""
    return in_a_row(items, ", ", f" {last} ")


def worded(change: Callable[[str], str]) -> Callable[[Any], Phrase]:
    """A filter that words every scalar of a value anew."""

    def filtered(value: Any) -> Phrase:
        return Phrase(tuple(_changed(scalar, change) for scalar in scalars(value)))

    return filtered


def begun(change: Callable[[str], str]) -> Callable[[Any], Phrase]:
    """A filter that words the first scalar of a value anew that has any words."""

    def filtered(value: Any) -> Phrase:
        parts = list(scalars(value))
        first = next((place for place, part in enumerate(parts) if part.text.strip()), None)
        if first is not None:
            parts[first] = _changed(parts[first], change)
        return Phrase(tuple(parts))

    return filtered


def _changed(scalar: Scalar, change: Callable[[str], str]) -> Scalar:
    new = change(scalar.text)
    return replace(scalar, text=new, raw=new, verbatim=scalar.verbatim and new == scalar.text)


def lower_first(words: str) -> str:
    """The first letter in lower case, unless it begins an abbreviation or a name.

    `NHS England`, `A&E services` and `Delegation Agreement` stay.
    """
    first = words.split(" ", 1)[0]
    is_name = _IN_CAPITALS.match(words) and first not in _BEFORE_NAMES
    return words if is_name or first[1:] != first[1:].lower() else words[:1].lower() + words[1:]


_IN_CAPITALS = re.compile(r"\w+ [A-Z][a-z]")
_BEFORE_NAMES = frozenset("The A An In For Of At By On To With From Our All Each Every No This".split())


def number_in_words(value: Any) -> Scalar:
    """`six` for 6, or for a list of six; figures above twelve."""
    number = _count(value)
    scalar = value if isinstance(value, Scalar) else Scalar("", NOWHERE, number, verbatim=False)
    is_small = number == int(number) and 0 <= number <= 12
    return replace(scalar, text=_NUMBER_WORDS[int(number)] if is_small else grouped(number), verbatim=False)


def plural(word: Any, count: Any, many: Any = "") -> Phrase:
    """`"member" | plural(committee.members)`: the word, in the plural unless `count` is one."""
    if _count(count) == 1:
        return joined(word)
    return joined(many) if many else joined(word, "s")


def field_of(record: Any, name: Any) -> Any:
    """The field of a record, by way of a dotted name: `lead.name`."""
    for part in str(name).split("."):
        if isinstance(record, Absent):
            return record
        if not isinstance(record, Record) or part not in record.fields:
            raise ValueError(f"{_kind(record)} has no field '{part}'")
        record = record.lookup(part)
    return record


def total(items: Any, name: Any = "") -> Scalar:
    """`resources.posts | total("cost")`: the sum, worded as the first of the amounts is."""
    values = [field_of(item, name) if name else item for item in items]
    amounts = [amount for value in values if not isinstance(value, Absent) for amount in scalars(value)]
    if not amounts:
        return Scalar("0", NOWHERE, 0, verbatim=False)
    summed = _amount(amounts[0])
    for amount in amounts[1:]:
        summed = _added(summed, amount)
    words = grouped(summed) if isinstance(summed, int | Decimal) else str(summed)
    return Scalar(words, amounts[0].source, summed, verbatim=False)


def _amount(scalar: Scalar) -> Any:
    if isinstance(scalar.raw, str) or not hasattr(scalar.raw, "__add__"):
        raise ValueError(f"'{scalar.text}' is no amount, so it has no part in a total")
    return scalar.raw


def _added(summed: Any, scalar: Scalar) -> Any:
    try:
        return summed + _amount(scalar)
    except (TypeError, AttributeError):
        raise ValueError(f"'{scalar.text}' cannot be added to the amounts before it") from None


def percentage(part: Any, whole: Any, places: Any = 1) -> Scalar:
    """`12 | percentage(42)`: `28.6%`, to one decimal place or to as many as asked for, up to 6."""
    numbers = [raw(part), raw(whole)]
    if not all(isinstance(number, int | Decimal) for number in numbers):
        raise ValueError("a percentage takes two numbers")
    if not numbers[1]:
        raise ValueError("a percentage of nothing has no value")
    step = Decimal(1).scaleb(-min(max(raw(places), 0), 6))
    share = (Decimal(100) * Decimal(numbers[0]) / Decimal(numbers[1])).quantize(step, ROUND_HALF_UP)
    source = part.source if isinstance(part, Scalar) else NOWHERE
    return Scalar(f"{share}%", source, share, verbatim=False)


def where(items: Iterable[Any], name: Any, wanted: Any = True) -> list[Value]:
    """`scope.functions | where("in_scope", "yes")`: the records whose field has that value."""
    return [item for item in items if raw(field_of(item, name)) == raw(wanted)]
