"""Makes the values of a template from YAML, so that a case can show them.

words: A&E             a scalar        wide: 197040        a figure        agreed: true     a yes
day: 2018-08-06        a date          absent: ~           left out        text: !prose |   Markdown of an author
group: {name: LMC}     a record, printed as its `name`     many: !keyed {a: …}              a list with keys
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from docgen.source import Source
from docgen.value import Absent, Items, Prose, Raw, Record, Scalar, Value
from docgen.wording import day_in_words, grouped

SHOWN = ("name", "title", "words")
"""The field that a record is printed as, if it has one of them."""


def values_of(text: str, path: str = "content/x/values.yaml") -> Mapping[str, Value]:
    """The values under the top keys of a YAML text, each with its place in `path`."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    return {key.value: value_of(key.value, value, path) for key, value in node.value} if node else {}


def value_of(name: str, node: Any, path: str) -> Value:
    """The value of one node."""
    source = Source(path, node.start_mark.line + 1, node.start_mark.column + 1)
    if node.tag == "!prose":
        return Prose(node.value, source.line_below(1))
    if isinstance(node, yaml.SequenceNode):
        items = (value_of(f"item {place} of {name}", item, path) for place, item in enumerate(node.value, 1))
        return Items(tuple(items), source)
    if isinstance(node, yaml.MappingNode):
        return mapping(name, node, source, path)
    return scalar(name, node, source)


def mapping(name: str, node: Any, source: Source, path: str) -> Value:
    """A record, or with the tag `!keyed` a list whose items are named."""
    fields = {key.value: value_of(f"{key.value} of {name}", value, path) for key, value in node.value}
    if node.tag == "!keyed":
        return Items(tuple(fields.values()), source, {key: place for place, key in enumerate(fields)})
    shown = next((field for field in SHOWN if field in fields), "")
    return Record(name, tuple(fields), source, fields.__getitem__, shown)


def scalar(name: str, node: Any, source: Source) -> Value:
    """A word, figure, date, yes or no; `Absent` for a null."""
    raw: Raw | None = yaml.SafeLoader("").construct_object(node) if node.tag != "!choice" else node.value
    match raw:
        case None:
            return Absent(name, source)
        case bool():
            return Scalar("yes" if raw else "no", source, raw, verbatim=False, is_choice=True)
        case int():
            return Scalar(grouped(raw), source, raw, verbatim=False)
        case float():
            return Scalar(grouped(Decimal(node.value)), source, Decimal(node.value), verbatim=False)
        case date():
            return Scalar(day_in_words(raw), source, raw, verbatim=False)
        case _:
            return Scalar(node.value, source, node.value, is_choice=node.tag == "!choice")
