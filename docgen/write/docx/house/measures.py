"""Reads numbers and lengths that another program has written."""

from __future__ import annotations

import re

_LENGTH = re.compile(r"\s*(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(mm|cm|in|pt|pc|pi|)\s*")
_TWIPS = {"": 1.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}


def number(text: str, default: int) -> int:
    """A whole number; the default for anything else."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else default


def decimal(text: str, default: float) -> float:
    """A number that may have decimals; the default for anything else, and for what no page could hold."""
    return float(text) if re.fullmatch(r"-?[0-9]{1,9}(?:\.[0-9]{0,9})?", text.strip()) else default


def twips(text: str, default: int) -> int:
    """A length in twips, which may be written as `2.5cm`."""
    found = _LENGTH.fullmatch(text)
    return round(float(found[1]) * _TWIPS[found[2]]) if found else default
