"""What templates can do with values: a short list, each of which keeps the places of what it words anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.sandbox import safe_range
from jinja2.utils import Namespace

from docgen.source import NOWHERE
from docgen.value import Absent, Items, Phrase, Record, Scalar, Value, raw
from docgen.wording import grouped, sentence_case

_NUMBER_WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()
_FROM_JINJA = (
    "batch count d default first groupby last length list map max min reject rejectattr select selectattr sort unique"
)


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
        case str():
            return (Scalar(value, NOWHERE, value, verbatim=False),)
        case bool():
            return (Scalar("yes" if value else "no", NOWHERE, value, verbatim=False),)
        case int() | Decimal():
            return (Scalar(grouped(value), NOWHERE, value, verbatim=False),)
        case Absent():
            raise ValueError(f"there is no {value.name}; ask with {{% if %}} before it is printed")
        case _:
            raise ValueError(f"{_kind(value)} cannot stand inside a line of text; go through it with {{% for %}}")


def _kind(value: Any) -> str:
    return value.name if isinstance(value, Record) else f"a value of the kind {type(value).__name__}"


def in_a_row(items: Iterable[Any], separator: str = ", ", last: str = "") -> Phrase:
    """`members | join(", ")`: the items with a separator between them, and `last` before the last of them."""
    parts: list[Any] = []
    listed = list(items)
    for position, item in enumerate(listed):
        is_last = position == len(listed) - 1
        parts += [last if is_last and last else separator] if position else []
        parts.append(item)
    return joined(*parts)


def in_words(items: Iterable[Any], last: str = "and") -> Phrase:
    """`a, b and c`."""
    return in_a_row(items, ", ", f" {last} ")


def _reworded(change: Callable[[str], str]) -> Callable[[Any], Phrase]:
    """A filter that words the first scalar of a value anew."""

    def filtered(value: Any) -> Phrase:
        first, *rest = scalars(value)
        new = change(first.text)
        return Phrase((replace(first, text=new, verbatim=first.verbatim and new == first.text), *rest))

    return filtered


def _lower_first(words: str) -> str:
    """The first letter in lower case, unless it begins an abbreviation: `NHS England` and `A&E services` stay."""
    first = words.split(" ", 1)[0]
    return words if first[1:] != first[1:].lower() else words[:1].lower() + words[1:]


def number_in_words(value: Any) -> Scalar:
    """`six` for 6; figures above twelve."""
    number = len(value) if isinstance(value, Items | list) else raw(value)
    (scalar,) = scalars(value) if isinstance(value, Scalar) else (Scalar("", NOWHERE, number, verbatim=False),)
    words = _NUMBER_WORDS[number] if isinstance(number, int) and 0 <= number <= 12 else grouped(number)
    return replace(scalar, text=words, verbatim=False)


def plural(word: Any, count: Any, many: str = "") -> str:
    """`"member" | plural(committee.members)`: the word, in the plural unless `count` is one."""
    number = len(count) if isinstance(count, Items | list) else raw(count)
    return str(word) if number == 1 else many or f"{word}s"


def field_of(record: Any, name: Any) -> Any:
    """The field of a record, by way of a dotted name: `lead.name`."""
    for part in str(name).split("."):
        if isinstance(record, Absent):
            return record
        if not isinstance(record, Record) or part not in record.fields:
            raise ValueError(f"{_kind(record)} has no field '{part}'")
        record = record.lookup(part)
    return record


def total(items: Any, name: str = "") -> Scalar:
    """`resources.posts | total("cost")`: the sum, worded as the first of the amounts is."""
    values = [field_of(item, name) if name else item for item in items]
    numbers = [value for value in values if isinstance(value, Scalar)]
    if not numbers:
        return Scalar("0", NOWHERE, 0, verbatim=False)
    summed = numbers[0].raw
    for number in numbers[1:]:
        summed = summed + number.raw  # type: ignore[operator]
    words = grouped(summed) if isinstance(summed, int | Decimal) else str(summed)
    return Scalar(words, numbers[0].source, summed, verbatim=False)


def percentage(part: Any, whole: Any) -> Scalar:
    """`12 | percentage(42)`: `28.6%`, to one decimal place where it is not whole."""
    if not raw(whole):
        raise ValueError("a percentage of nothing has no value")
    share = (Decimal(100) * Decimal(raw(part)) / Decimal(raw(whole))).quantize(Decimal("0.1"))
    whole_share = share.quantize(Decimal(1)) if share == share.to_integral_value() else share
    source = part.source if isinstance(part, Scalar) else NOWHERE
    return Scalar(f"{whole_share}%", source, whole_share, verbatim=False)


def where(items: Iterable[Any], name: str, wanted: Any = True) -> list[Value]:
    """`scope.functions | where("in_scope", "yes")`: the records whose field has that value."""
    return [item for item in items if raw(field_of(item, name)) == raw(wanted)]


FILTERS: Mapping[str, Callable[..., Any]] = {
    **{name: JINJA_FILTERS[name] for name in _FROM_JINJA.split()},
    "join": in_a_row,
    "listed": in_words,
    "lower_first": _reworded(_lower_first),
    "sentence": _reworded(sentence_case),
    "lower": _reworded(str.lower),
    "upper": _reworded(str.upper),
    "number": number_in_words,
    "plural": plural,
    "total": total,
    "percentage": percentage,
    "where": where,
}
"""Every filter of a template, by name."""

GLOBALS: Mapping[str, Any] = {"range": safe_range, "namespace": Namespace}
"""Every function of a template, by name."""
