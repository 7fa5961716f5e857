"""Numbers and fractions that are written as words: `eleven`, `forty-two`, `a hundred`, `two thirds`, `half`."""

from __future__ import annotations

import re
from decimal import Decimal

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

_BELOW_TEN = "|".join(_SMALL[1:10])
_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_BELOW_TEN})\b)?|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
)
WORD_NUMBER = (
    rf"\b(?:(?:a|{_BELOW_HUNDRED})\s(?:hundred|thousand|dozen)\b(?:\sand\s{_BELOW_HUNDRED}\b)?|{_BELOW_HUNDRED}\b)"
)
"""A number in words, in small letters."""

_IS = (
    r"were|was|are|is|have|had|has|did|do|said|voted|agreed|supported|answered|replied|responded|wanted|preferred"
    r"|opposed"
)
FRACTION = (
    rf"\b(?:(?:two|three|four|five|seven|nine)[- ](?:thirds|quarters|fifths|sixths|eighths|tenths)\b"
    rf"|(?:an?|one)[- ](?:third|quarter|half|fifth|sixth|eighth|tenth)\b(?=\s(?:of\b|(?:{_IS})\b)|\s*[(,;.])"
    rf"|(?<!\ban\s)(?<!\w-)half\b(?=\s(?:of\b|(?:the|our|all|its|their|these|those)\b|(?:{_IS})\b)|\s*[(]))"
)
"""A fraction in words. `a quarter` alone is three months, and `a third member` comes after the second."""


def value_of(words: str) -> Decimal:
    """What a number in words is: 42 for `forty-two`, 112 for `a hundred and twelve`."""
    total = current = 0
    for word in re.split(r"[- ]+", words.casefold()):
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
        elif word == "and":
            total, current = total + current, 0
        else:
            current += _VALUES.get(word, 0)
    return Decimal(total + current)


def fraction_of(words: str) -> Decimal:
    """What a fraction in words is, as a percentage: 66.66… for `two thirds`."""
    *count, part = re.split(r"[- ]+", words.casefold())
    number = _VALUES.get(count[0], 1) if count else 1
    return Decimal(100 * number) / _PARTS[part if part in _PARTS else part[:-1]]
