"""England's working days: no weekends, and no bank holidays, which are computed for every year from 1978 on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

FIRST_YEAR = 1978
"""The year of the first May Day holiday; before it the rules were others."""

_MOVED = {1995: date(1995, 5, 8), 2020: date(2020, 5, 8)}
"""Early May holidays that were moved to the anniversary of the end of the war in Europe."""

_SPRING_MOVED = {2002: date(2002, 6, 4), 2012: date(2012, 6, 4), 2022: date(2022, 6, 2)}
"""Spring holidays that were moved to a jubilee."""

_EXTRA = (
    date(1981, 7, 29),
    date(1999, 12, 31),
    date(2002, 6, 3),
    date(2011, 4, 29),
    date(2012, 6, 5),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
)
"""Holidays of one year only: weddings, jubilees, a funeral, a coronation, the turn of the millennium."""

_DAY = timedelta(days=1)
_MONDAY, _SATURDAY = 0, 5


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year in England, with those given in place of a weekend."""
    easter = _easter(year)
    return frozenset(
        (
            _off_weekend(date(year, 1, 1)),
            easter - 2 * _DAY,
            easter + _DAY,
            _MOVED.get(year) or _monday_from(date(year, 5, 1)),
            _SPRING_MOVED.get(year) or _monday_from(date(year, 5, 25)),
            _monday_from(date(year, 8, 25)),
            *_christmas(year),
            *(day for day in _EXTRA if day.year == year),
        )
    )


def is_bank_holiday(day: date) -> bool:
    """Whether a day is a bank holiday in England; never before 1978, which is not known here."""
    return day.year >= FIRST_YEAR and day in bank_holidays(day.year)


def is_working_day(day: date) -> bool:
    """Whether people work on a day."""
    return day.weekday() < _SATURDAY and not is_bank_holiday(day)


def working_days_between(sent: date, held: date) -> int:
    """How many whole working days lie between two days, neither of them counted."""
    if (held - sent).days > 366:
        return (held - sent).days * 5 // 7
    days = (sent + number * _DAY for number in range(1, (held - sent).days))
    return sum(is_working_day(day) for day in days)


def _monday_from(day: date) -> date:
    """The first Monday on or after a day."""
    return day + (-day.weekday() % 7) * _DAY


def _off_weekend(day: date) -> date:
    """A day, or the Monday after it where it falls on a weekend."""
    return _monday_from(day) if day.weekday() >= _SATURDAY else day


def _christmas(year: int) -> tuple[date, date]:
    """The two days of Christmas, each moved to the next working day that is free where it falls on a weekend."""
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    if christmas.weekday() >= _SATURDAY:
        return (date(year, 12, 27), date(year, 12, 28 if boxing.weekday() > _SATURDAY else 26))
    return christmas, _off_weekend(boxing)


def _easter(year: int) -> date:
    """Easter Sunday, by the computation of the Gregorian calendar."""
    golden, century = year % 19, year // 100
    shifted = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + shifted + 15) % 30
    full = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full + 2 - century + century // 4) % 7
    after = full - weekday
    month = 3 + (after + 40) // 44
    return date(year, month, after + 28 - 31 * (month // 4))
