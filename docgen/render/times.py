"""Tests of dates in templates: `action.due is before(document.dated)`. They know the dates of the content, no clock."""

from __future__ import annotations

from datetime import date
from typing import Any

from docgen.schema.types import When
from docgen.value import Absent, raw


def is_before(value: Any, other: Any) -> bool:
    """Whether all of one time lies before another: a month is before a day once its last day is."""
    return _last(value) < _first(other)


def is_after(value: Any, other: Any) -> bool:
    """Whether all of one time lies after another."""
    return _first(value) > _last(other)


def _first(value: Any) -> date:
    found = _time(value)
    return found.first if isinstance(found, When) else found


def _last(value: Any) -> date:
    found = _time(value)
    return found.last if isinstance(found, When) else found


def _time(value: Any) -> When | date:
    """The day, month or year that a value stands for. Raises `ValueError` for what is none."""
    if isinstance(value, Absent):
        raise ValueError(f"there is no {value.name}, so it is neither before nor after\nask with {{% if %}} first")
    found = raw(value)
    if isinstance(found, When | date):
        return found
    raise ValueError(f"'{value}' is no date, so it is neither before nor after")
