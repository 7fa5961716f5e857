"""Words a day as a date box of Word asks for it."""

from __future__ import annotations

import re
from datetime import date

from docgen.wording import MONTHS

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TOKEN = re.compile(r"'([^']*)'|d{1,4}|M{1,4}|y+")


def worded_day(day: date, pattern: str) -> str:
    """The day in a pattern such as `dd/MM/yyyy` or `d MMMM yyyy`, in English in any locale."""
    return _TOKEN.sub(lambda found: found[1] if found[1] is not None else _words(day, found[0]), pattern)


def _words(day: date, token: str) -> str:
    match token:
        case "d" | "dd":
            return str(day.day).zfill(len(token))
        case "ddd" | "dddd":
            return _DAYS[day.weekday()][: 3 if token == "ddd" else None]
        case "M" | "MM":
            return str(day.month).zfill(len(token))
        case "MMM" | "MMMM":
            return MONTHS[day.month - 1][: 3 if token == "MMM" else None]
        case "y" | "yy":
            return f"{day.year % 100:02}"
        case _:
            return str(day.year)
