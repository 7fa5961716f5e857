"""How docgen words dates, figures and lists: one house style for every document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_in_words(day: date) -> str:
    """`6 August 2018`, in any locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_in_words(day: date) -> str:
    """`August 2018`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def grouped(number: Decimal | int) -> str:
    """`197,040` and `28.6`: thousands grouped, decimals as they were given."""
    return f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """`a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence_case(words: str) -> str:
    """The first letter in upper case, the rest as it is."""
    return words[:1].upper() + words[1:]


def counted(count: int, name: str, several: str = "") -> str:
    """`1 phase`, `3 phases`."""
    return f"{count:,} {name if count == 1 else several or f'{name}s'}"
