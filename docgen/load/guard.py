"""Cells of CSV that a spreadsheet would take for formulas: written with an apostrophe before them, read without it.

A text that begins with `=`, `+`, `-` or `@` is run by Excel and LibreOffice when they open the file. An apostrophe
before it keeps them from that. A text that begins so with an apostrophe of its own gets one more: what is read is what
was written.
"""

from __future__ import annotations

import re

GUARD = "'"

_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""The last four are the same signs as wide as Chinese letters, which some spreadsheets take as well."""
_NUMBER = re.compile(r"[+-]\d[\d,]*(?:\.\d+)?%?", re.ASCII)


def guarded(text: str) -> str:
    """The text as a cell of CSV holds it. Numbers stay numbers."""
    return GUARD + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """The text that a cell of CSV stands for."""
    return text[1:] if text.startswith(GUARD) and _FORMULA.match(text, 1) else text
