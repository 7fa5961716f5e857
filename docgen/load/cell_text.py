"""What a workbook's cell says, as text: what its author sees, not what Excel stores."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal


def cell_text(value: object, number_format: str) -> str:
    """Text for the value of a cell: `197040`, `28.6%`, `yes`, `2018-08-06`, `2018-08`, `14:30`."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return _number(value, number_format)
        case datetime() | date():
            return _day(value, number_format)
        case time():
            return value.isoformat("auto" if value.second or value.microsecond else "minutes")
        case timedelta():
            return _duration(value)
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    """Excel writes a carriage return as `_x000D_`."""
    return text.replace("_x000D_", "\r").replace("\r\n", "\n").replace("\r", "\n")


def _number(value: int | float, number_format: str) -> str:
    """Excel counts with 15 digits, so the others are noise: 79.30000000000001 is 79.3."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    exact = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
    if _shown(number_format).endswith("%"):
        return f"{_plain(exact * 100)}%"
    return _plain(exact)


def _plain(number: Decimal) -> str:
    """All digits, without an exponent and without noughts at the end of the decimals."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(value: date, number_format: str) -> str:
    """A cell that shows month and year only says no day, though Excel stores the first of the month."""
    shown = _shown(number_format).lower()
    if "y" in shown and "m" in shown and not re.search("[dhs]", shown):
        return f"{value.year:04}-{value.month:02}"
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.time() == time():
        return value.date().isoformat()
    return value.isoformat(" ", "auto" if value.second or value.microsecond else "minutes")


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if seconds else f"{hours}:{minutes:02}"


def _shown(number_format: str) -> str:
    """The first section of a number format, without quoted words and bracketed conditions."""
    return re.sub(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.', "", number_format).split(";", 1)[0].strip()
