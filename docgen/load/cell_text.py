"""What a workbook's cell says, as text: what its author sees, not what Excel stores."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext

from docgen.wording import day_in_words, month_in_words

_CURRENCY = re.compile(r'\[\$(?P<sign>[£$€])[^\]]*\]|"(?P<quoted>[£$€])\s*"|\\(?P<escaped>[£$€])')
"""How formats write a currency: `[$£-809]`, `"£"`, `\\£`."""
_FIXED = re.compile(r"(?P<before>[£$€]?)(?P<whole>[#0,]{0,40}[#0])(?:\.(?P<decimals>[#0]{0,30}))?(?P<after>[£$€]?)%?")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_CONDITION = re.compile(r"\[[<>=]")
_LONGEST_FORMAT = 255
"""What Excel takes, in characters."""
_MOST_DIGITS = 400
"""Excel's largest number has 309 digits before the decimal point."""


def cell_text(value: object, number_format: str) -> str:
    """Text for the value of a cell: `197040`, `£1,234.50`, `28.6%`, `yes`, `6 August 2018`, `14:30`."""
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
    """Excel writes what XML cannot hold as `_x000D_`, and the underscore of a text that looks so as `_x005F_`."""
    written = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return written.replace("\r\n", "\n").replace("\r", "\n")


def _number(value: int | float, number_format: str) -> str:
    """Excel counts with 15 digits, so the others are noise: 79.30000000000001 is 79.3."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    exact = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
    shown = _shown(number_format).replace(" ", "")
    percent = "%" if shown.endswith("%") else ""
    number = exact * 100 if percent else exact
    found = None if _CONDITION.search(number_format) else _FIXED.fullmatch(shown)
    return (_fixed(number, found) if found else _plain(number)) + percent


def _plain(number: Decimal) -> str:
    """All digits, without an exponent and without noughts at the end of the decimals."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _fixed(number: Decimal, shown: re.Match[str]) -> str:
    """As many digits as the format shows, rounded half up: `£1,234.50`, `-£0.5`, `007`."""
    whole, decimals = shown["whole"], shown["decimals"] or ""
    with localcontext(prec=_MOST_DIGITS):
        rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    digits, _, rest = f"{rounded.copy_abs():{',' if ',' in whole else ''}f}".partition(".")
    least = decimals.rfind("0") + 1
    rest = rest[:least] + rest[least:].rstrip("0")
    sign = "-" if rounded < 0 else ""
    return f"{sign}{shown['before'] or shown['after']}{digits.zfill(whole.count('0'))}{'.' if rest else ''}{rest}"


def _day(value: date, number_format: str) -> str:
    """In words, as a text prints it. A cell that shows month and year only says no day, though Excel stores the first
    of the month."""
    shown = _shown(number_format).lower()
    if "y" in shown and "m" in shown and not re.search("[dhs]", shown):
        return month_in_words(value)
    if not isinstance(value, datetime) or value.time() == time():
        return day_in_words(value)
    clock = value.time().isoformat("auto" if value.second or value.microsecond else "minutes")
    return f"{day_in_words(value)} {clock}"


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if seconds else f"{hours}:{minutes:02}"


def _shown(number_format: str) -> str:
    """The first section of a number format, without quoted words and bracketed conditions, but with its currency."""
    with_currency = _CURRENCY.sub(lambda found: found[found.lastindex or 0], number_format[:_LONGEST_FORMAT])
    return re.sub(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.', "", with_currency).split(";", 1)[0].strip()
