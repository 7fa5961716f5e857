"""How values are written, as patterns that editors hold them against while somebody types.

A pattern takes what docgen takes, as far as a pattern can tell: that a day exists, or that an id means something, only
docgen knows. They are written in what JavaScript and Python read alike.
"""

from __future__ import annotations

from typing import Any

from docgen.wording import MONTHS

_GROUPED = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
_ID = "[a-z0-9]+(?:[-_][a-z0-9]+)*"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_DAY = f"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}} {_MONTH} [0-9]{{4}}"
_WHEN = f"{_DAY}|[0-9]{{4}}-[0-9]{{2}}|{_MONTH} [0-9]{{4}}|[0-9]{{4}}(?:/[0-9]{{2}})?"

JsonSchema = dict[str, Any]
"""A JSON schema of draft 07."""


def any_case(word: str) -> str:
    """A pattern for a word in capitals or small letters, with hyphens or underscores for its spaces."""
    return "".join(
        f"[{letter.upper()}{letter.lower()}]" if letter.isalpha() else "[-_ ]" if letter in " -" else letter
        for letter in word
    )


def _alone(pattern: str) -> str:
    """The pattern for the whole value, with or without white space around it."""
    return rf"^\s*(?:{pattern})\s*$"


TEXT: JsonSchema = {"type": ["string", "number", "boolean"], "pattern": r"\S", "patternErrorMessage": "must have words"}
"""`2014` and `yes` are words where words are asked for."""

ID: JsonSchema = {
    "type": ["string", "integer"],
    "pattern": _alone(_ID),
    "minimum": 0,
    "patternErrorMessage": "must be an id: small letters, digits, hyphens and underscores, such as strategic-group",
}

_SCHEMES = "|".join(any_case(scheme) for scheme in ("http", "https", "mailto"))

ADDRESS: JsonSchema = {
    "type": "string",
    "pattern": rf"^\s*(?:(?:{_SCHEMES}):|(?![A-Za-z][A-Za-z0-9+.-]*:)\S)",
    "examples": ["https://www.example.nhs.uk/page"],
    "patternErrorMessage": "must be a web page or an e-mail address, such as https://www.example.nhs.uk/page",
}

LANGUAGE: JsonSchema = {
    "type": "string",
    "pattern": _alone("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
    "examples": ["en-GB"],
    "patternErrorMessage": "must be a language tag: en-GB, or cy for Welsh",
}

NUMBER: JsonSchema = {
    "type": ["number", "string"],
    "pattern": _alone(rf"[+-]?{_GROUPED}(?:\.[0-9]+)?"),
    "examples": ["197,040", "28.6"],
    "patternErrorMessage": "must be a number such as 197,040 or 28.6, without a unit",
}

WHOLE: JsonSchema = {
    "type": ["integer", "string"],
    "pattern": _alone(f"[+-]?{_GROUPED}"),
    "examples": ["12", "1,200"],
    "patternErrorMessage": "must be a whole number such as 12 or 1,200",
}

YES_NO: JsonSchema = {
    "anyOf": [
        {"enum": ["yes", "no"]},
        {"type": "boolean"},
        {"type": "string", "pattern": _alone("|".join(map(any_case, ("yes", "y", "true", "no", "n", "false"))))},
    ]
}

DAY: JsonSchema = {
    "type": "string",
    "pattern": _alone(f"{_DAY}|{_ID}"),
    "examples": ["2018-08-06", "6 August 2018", "go_live"],
    "patternErrorMessage": "must be a day such as 6 August 2018, or the id of a date in programme.yaml",
}
"""A day, or the id of one."""

FIXED_DAY: JsonSchema = {
    "type": "string",
    "pattern": _alone(_DAY),
    "examples": ["2018-08-06", "6 August 2018"],
    "patternErrorMessage": "must be a day such as 6 August 2018",
}

WHEN: JsonSchema = {
    "type": ["string", "integer"],
    "pattern": _alone(f"{_WHEN}|{_ID}"),
    "minimum": 1000,
    "maximum": 9999,
    "examples": ["2015-04-01", "April 2015", "2014/15", "go_live"],
    "patternErrorMessage": "must be 2015-04-01, April 2015, 2015, 2014/15 or the id of a date in programme.yaml",
}
"""A day, a month, a year, a financial year, or the id of one."""

FIXED_WHEN: JsonSchema = {
    **WHEN,
    "pattern": _alone(_WHEN),
    "examples": ["2015-04-01", "April 2015", "2014/15"],
    "patternErrorMessage": "must be 2015-04-01, April 2015, 2015 or 2014/15",
}

MONEY: JsonSchema = {
    "type": ["number", "string"],
    "pattern": _alone(
        rf"-?£?{_GROUPED}(?:\.[0-9]+)? ?(?:{'|'.join(map(any_case, 'k m bn million billion'.split()))})?"
    ),
    "examples": ["£43,300", "£43.3k", "£220 million"],
    "patternErrorMessage": "must be an amount in pounds: £43,300, £43.3k or £220 million",
}

LIMIT: JsonSchema = {
    "type": "string",
    "pattern": _alone(f"{_GROUPED} (?:words|characters)"),
    "examples": ["300 words", "2,000 characters"],
    "patternErrorMessage": "must be 300 words, or 2,000 characters",
}
