"""The types of the values that packs give to rules: a rule that is given nothing to look for would find nonsense."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, InstanceOf, WithJsonSchema

from docgen.schema import written
from docgen.schema.types import Lines, When, Whole, read_day, read_when, refused


def _one_or_more(value: int) -> int:
    if value < 1:
        raise refused("must be 1 or more", "write a whole number such as 5")
    return value


def _in_force(value: Any) -> Any:
    found = read_when(value.strip()) if isinstance(value, str) else value
    if found is None:
        raise refused("must be a day, month or year that exists", "write 2015-04-01, April 2015, 2015 or 2014/15")
    return found


def _day(value: Any) -> Any:
    found = read_day(value.strip()) if isinstance(value, str) else value
    if found is None:
        raise refused("must be a day that exists", "write 2018-08-06 or 6 August 2018")
    return found


SomeLines = Annotated[Lines, Field(min_length=1)]
"""Several texts, at least one."""

Positive = Annotated[Whole, AfterValidator(_one_or_more)]
"""A whole number from 1 on."""

InForce = Annotated[InstanceOf[When], BeforeValidator(_in_force), WithJsonSchema(written.FIXED_WHEN)]
"""A day, month or year; a pack belongs to no programme, so that it knows no ids of dates."""

FixedDay = Annotated[date, BeforeValidator(_day), WithJsonSchema(written.FIXED_DAY)]
"""A day, as a pack gives it."""
