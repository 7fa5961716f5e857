"""Every filter, test and function that a template has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.tests import TESTS as JINJA_TESTS
from jinja2.utils import Namespace

from docgen.render.filters import (
    batch,
    begun,
    counted_range,
    default,
    in_a_row,
    in_words,
    lower_first,
    number_in_words,
    of_number,
    percentage,
    plural,
    tick,
    total,
    where,
    worded,
)
from docgen.render.limits import limited
from docgen.render.times import is_after, is_before
from docgen.wording import sentence_case

_FILTERS_FROM_JINJA = "count first groupby last length list map max min reject rejectattr select selectattr sort unique"
_TESTS_FROM_JINJA = "defined undefined none == eq equalto != ne > gt greaterthan >= ge < lt lessthan <= le"

FILTERS: Mapping[str, Callable[..., Any]] = {
    **{name: JINJA_FILTERS[name] for name in _FILTERS_FROM_JINJA.split()},
    "batch": batch,
    "d": default,
    "default": default,
    "join": in_a_row,
    "limit": limited,
    "listed": in_words,
    "lower": worded(str.lower),
    "lower_first": begun(lower_first),
    "number": number_in_words,
    "percentage": percentage,
    "plural": plural,
    "sentence": begun(sentence_case),
    "total": total,
    "upper": worded(str.upper),
    "where": where,
}
"""`value | name(argument)`."""

_JINJA_TESTS: Mapping[str, Any] = JINJA_TESTS

TESTS: Mapping[str, Callable[..., Any]] = {
    **{name: _JINJA_TESTS[name] for name in _TESTS_FROM_JINJA.split()},
    **{name: of_number(_JINJA_TESTS[name], name) for name in ("odd", "even", "divisibleby")},
    "after": is_after,
    "before": is_before,
}
"""`value is name`, and the names that `select` and its like take."""

GLOBALS: Mapping[str, Any] = {"range": counted_range, "namespace": Namespace, "tick": tick}
"""`name(argument)`."""
