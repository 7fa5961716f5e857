"""The words of which dates are made, and how a month is told from what is spelt like one."""

from __future__ import annotations

import re

from docgen.check.prose.pattern import Pattern
from docgen.wording import MONTHS

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = (
    rf"(?:{'|'.join(MONTHS)}|{'|'.join(MONTHS).upper()}"
    r"|Jan\b\.?|Feb\b\.?|Mar\b\.?|Apr\b\.?|Jun\b\.?|Jul\b\.?|Aug\b\.?|Sept?\b\.?|Oct\b\.?|Nov\b\.?|Dec\b\.?)(?![a-z])"
)
WEEKDAY = r"(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:Mon|Tues?|Weds?|Thu|Thurs?|Fri|Sat|Sun)\b\.?)"
ORDINAL = r"(?:\s?(?:st|nd|rd|th)\b)?"
YEAR = r",?\s(?:19|20)\d\d\b(?!/\d)|\s?['’‘]\d\d\b|[\s-]\d\d(?=[.,;:)]?(?:\s*$|[.,;:)]\s))"
"""After a day and a month: `2014`, `'14`, and `14` where nothing follows that it could count."""

SEASONS = {"spring": (2, 5), "summer": (5, 5), "autumn": (8, 4), "winter": (10, 6)}
"""The first month of each, and how many months; taken widely, since people do."""

HINT = Pattern(
    r"(?:19|20)\d\d|\d/\d|\d\.\d\d?\.\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?![a-z](?<![bceilmnoprstuv]))"
    r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
)
"""What a text has that names a date; looked for first, because most texts name none."""

_DOUBTFUL = {"March", "May", "MARCH", "MAY", "April", "June", "August", "APRIL", "JUNE", "AUGUST"}
"""Months that are also verbs, names of people, or adjectives."""

_BEFORE = Pattern(
    r"(?:\b(?:in|by|during|until|till|since|from|between|before|after|of|for|early|late|mid|next|last|this|each|every"
    r"|end|and|or|to|through|throughout|the|its|our|their|no later than|as of|on)\s|[-–/,&(]\s?)$",
    re.IGNORECASE,
)
"""What stands before a month."""

_PERSON = Pattern(
    r"\s(?!Board|Governing|Committee|Council|Forum|Meeting|Cabinet|Health|Primary|Joint|GP|CCG)[A-Z][a-z]"
)
_TITLE = Pattern(r"\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Cllr|Councillor|Sir|Dame|[A-Z]\.|[A-Z][a-z]+)\s$")
_BY = Pattern(r"\b(?:[Bb]y|[Aa]nd|[Oo]r|[Tt]o|[Oo]f|[Ff]or|[Ff]rom)\s$")
_OTHER_MONTH = Pattern(r"\s?[/–-]\s?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_FULL = {*MONTHS, *(name.upper() for name in MONTHS)}
_LAW = Pattern(r"(?:\bSI|S\.I\.|\bNo\.?|\bc\.|\bnumber|\bEU|\bEC|Directive|Regulation)\s$")
_NUMBERS = ("one", "two", "three", "four")
_ORDINALS = ("first", "second", "third", "fourth")


def month_of(written: str) -> int:
    """1 for `January`, `JAN` or `Jan.`."""
    return next(number for number, name in enumerate(MONTHS, 1) if name[:3].lower() == written[:3].lower())


def weekday_of(written: str | None) -> int | None:
    """0 for `Monday` or `Mon`."""
    if not written:
        return None
    return next(number for number, name in enumerate(_WEEKDAYS) if name[:3] == written[:3])


def weekday_in_words(number: int) -> str:
    """`Monday` for 0."""
    return _WEEKDAYS[number]


def quarter_of(written: str) -> int:
    """3 for `Q3`, `quarter three` or `third quarter`."""
    said = written.lower()
    named = [number for names in (_NUMBERS, _ORDINALS) for number, name in enumerate(names, 1) if name in said]
    return named[0] if named else 4 if "last" in said else int(said[-1])


def is_month(text: str, start: int, written: str) -> bool:
    """Whether a word without a year is a month: not `April Jones`, `Theresa May`, `March on`, `Jan` or `May we`."""
    end = start + len(written)
    before, after = text[max(0, start - 20) : start], text[end : end + 20]
    if _BEFORE.search(before):
        return not (_PERSON.match(after) and written in _DOUBTFUL and _BY.search(before))
    if _OTHER_MONTH.match(after) or (not before.strip() and not after.strip(" .:–-")):
        return True
    if written in _DOUBTFUL or written.rstrip(".") not in _FULL:
        return False
    return not _TITLE.search(before) and not _PERSON.match(after)


def is_number_of_law(text: str, start: int) -> bool:
    """Whether `2013/14` is the number of an instrument: `SI 2013/14`."""
    return bool(_LAW.search(text[max(0, start - 12) : start]))
