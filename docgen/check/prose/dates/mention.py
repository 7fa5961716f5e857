"""A date as it stands in a text, with the days that it means."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace


class Grain(Enum):
    """How precisely a date is given."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    FINANCIAL_YEAR = "financial year"
    SPAN = "span"
    """From one date to another."""


class Mention(Struct, frozen=True):
    """One date as it stands in a text."""

    start: int
    end: int
    """Its words are `text[start:end]`."""
    words: str
    grain: Grain
    year: int | None = None
    """As written; two that share one both have it: `May to July 2014`. A financial year counts as its first."""
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """As written, 0 for Monday."""
    first: date | None = None
    """None where the year is not written, or where there is no such day."""
    last: date | None = None
    parts: tuple[Mention, ...] = ()
    """The two ends of a span."""

    @property
    def is_dated(self) -> bool:
        """Whether it is known when it is."""
        return self.first is not None and self.last is not None

    @property
    def is_point(self) -> bool:
        """Whether it is one day, month or year, and no season or stretch of time."""
        return self.grain in (Grain.DAY, Grain.MONTH, Grain.YEAR)

    @property
    def exists(self) -> bool:
        """Whether there is such a day: not for `31 June`, nor for `29 February 2015`."""
        if self.grain is not Grain.DAY or self.month is None or self.day is None:
            return True
        return day_of(self.year or 2000, self.month, self.day) is not None

    def in_year(self, year: int) -> Mention:
        """The same date in a year, where it names none itself."""
        return self if self.year or self.parts else dated(replace(self, year=year))


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, if there is such a day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_of(year: int, month: int, count: int) -> tuple[date, date]:
    """The first and the last day of so many months."""
    after = month - 1 + count
    return date(year, month, 1), date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)


def dated(mention: Mention) -> Mention:
    """A mention with its first and last day, as far as its year is known."""
    if mention.year is None:
        return mention
    if mention.grain is Grain.DAY:
        return _of_day(mention)
    if mention.grain is Grain.MONTH:
        return _narrowed(mention, *months_of(mention.year, mention.month or 1, 1))
    if mention.grain is Grain.YEAR:
        return _narrowed(mention, *months_of(mention.year, 1, 12))
    if mention.grain is Grain.FINANCIAL_YEAR:
        return _narrowed(mention, *months_of(mention.year, 4, 12))
    return mention


def span_of(text: str, start: int, begins: Mention, ends: Mention) -> Mention:
    """From one date to another."""
    return Mention(
        start, ends.end, text[start : ends.end], Grain.SPAN, first=begins.first, last=ends.last, parts=(begins, ends)
    )


def _of_day(mention: Mention) -> Mention:
    day = day_of(mention.year or 0, mention.month or 0, mention.day or 0)
    if day is None:
        return mention
    is_week = re.match(r"(?i)w/c|week", mention.words)
    return replace(mention, first=day, last=day + timedelta(days=6) if is_week else day)


def _narrowed(mention: Mention, first: date, last: date) -> Mention:
    """The part of a month or year that `early`, `mid` or `the end of` means, taken widely."""
    said = mention.words.lower()
    third = (last - first) / 3
    if re.match(r"(?:the )?(?:end|late|close|last)\b", said):
        first = last - third
    elif re.match(r"(?:the )?(?:early|beginning|start)\b", said):
        last = first + third
    elif re.match(r"(?:the )?mid", said):
        first, last = first + third / 2, last - third / 2
    return replace(mention, first=first, last=last)
