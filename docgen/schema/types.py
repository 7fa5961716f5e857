"""The scalar types of content. Each is read from the text that the author wrote, in YAML, CSV and XLSX alike.

Readers hand over text and never guess: `no` is text until a field of type `YesNo` reads it, `1.10` stays
version 1.10, `0123` keeps its nought. An error message says what the field takes.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum
from typing import Annotated, Any, Self, TypeVar

from msgspec import Struct
from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    InstanceOf,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from docgen.schema import written
from docgen.suggest import did_you_mean
from docgen.wording import MONTHS, day_in_words, grouped, listed, month_in_words

_BULLET = re.compile(r"^\s*(?:[-*+•–]\s+)")

_OR_NAMED = " or the id of a date in 'programme.yaml'"

GROUPED = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
"""Digits, by thousands or not. `28,6` is no number: elsewhere in Europe it would be 28.6, and here perhaps 286."""

Item = TypeVar("Item")


def refused(wanted: str, remedy: str) -> PydanticCustomError:
    """The error for a value that cannot be read: `must be yes or no`, and the instruction `write yes or no`."""
    return PydanticCustomError("unreadable", "{wanted}", {"wanted": wanted, "remedy": remedy})


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _yes_or_no(value: Any) -> Any:
    words = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
    if isinstance(value, str):
        if value.strip().lower() not in words:
            raise refused("must be yes or no", "write yes or no")
        return words[value.strip().lower()]
    return value


def _decimal(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(rf"[+-]?{GROUPED}(?:\.\d+)?", value.strip(), re.ASCII):
        raise refused("must be a number", "write a number such as 197,040 or 28.6, without a unit")
    return Decimal(value.strip().replace(",", ""))


def _whole(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(rf"[+-]?{GROUPED}", value.strip(), re.ASCII):
        raise refused("must be a whole number", "write a whole number such as 12 or 1,200")
    return int(value.strip().replace(",", ""))


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = read_day(value.strip())
    if found is None:
        raise refused(
            "must be a date that exists", f"write {_in_full(value) or '2018-08-06, 6 August 2018'}{_OR_NAMED}"
        )
    return found


def _in_full(text: str) -> str:
    """`6 August 2018` for `06/08/2018` or `6.8.2018`, which other countries read as a day in June."""
    numbers = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text.strip(), re.ASCII)
    day = numbers and read_day(f"{numbers[3]}-{int(numbers[2]):02}-{int(numbers[1]):02}")
    return day_in_words(day) if day else ""


def _address(value: str) -> str:
    """Words are taken as they are, such as `in the library`; only a scheme that a paper may not hold is refused."""
    if re.match(r"(?i)[a-z][a-z0-9+.-]*:", value) and not re.match(r"(?i)(https?|mailto):", value):
        raise refused("must be a web page or an e-mail address", "write https://www.example.nhs.uk/page")
    return value


def _language(value: str) -> str:
    """What screen readers choose a voice by; the typesetter refuses what is no tag."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", value, re.ASCII):
        raise refused("must be a language tag", "write en-GB, or cy for Welsh")
    return value


def _lines(value: Any) -> Any:
    """One text with several lines, or with Markdown bullets, is a list; so is a list."""
    if not isinstance(value, str):
        return value
    lines = [_BULLET.sub("", line).strip() for line in value.splitlines()]
    return [line for line in lines if line]


def several(value: Any) -> Any:
    """The names that one text holds, by line, bullet or comma; a list as it is."""
    if not isinstance(value, str):
        return value
    names = [_BULLET.sub("", line).strip() for text in value.splitlines() for line in text.split(",")]
    return [name for name in names if name]


def read_day(text: str) -> date | None:
    """The day that `2018-08-06` or `6 August 2018` names, or None."""
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    words = re.fullmatch(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", text, re.ASCII)
    if iso:
        year, month, day = (int(number) for number in iso.groups())
    elif words and words[2] in MONTHS:
        year, month, day = int(words[3]), MONTHS.index(words[2]) + 1, int(words[1])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


Text = Annotated[str, BeforeValidator(_stripped), StringConstraints(min_length=1), WithJsonSchema(written.TEXT)]
"""Words, printed exactly as written. Not Markdown."""

Address = Annotated[Text, AfterValidator(_address), WithJsonSchema(written.ADDRESS)]
"""Where something can be read: a web page, an e-mail address, or a place in words."""

Language = Annotated[Text, AfterValidator(_language), WithJsonSchema(written.LANGUAGE)]
"""A language, as a BCP 47 tag: `en-GB`."""

Id = Annotated[
    str,
    BeforeValidator(_stripped),
    StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"),
    WithJsonSchema(written.ID),
]
"""What other files call a thing: small letters, digits, hyphens, underscores."""

Number = Annotated[Decimal, BeforeValidator(_decimal), WithJsonSchema(written.NUMBER)]
"""A number: `197,040`, `28.6`."""

Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema(written.WHOLE)]
"""A whole number: `12`, `1,200`."""

YesNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema(written.YES_NO)]
"""`yes` or `no`."""

Day = Annotated[date, BeforeValidator(_day), WithJsonSchema(written.DAY)]
"""A day: `2018-08-06` or `6 August 2018`."""

Lines = Annotated[list[Text], BeforeValidator(_lines)]
"""Several texts: a YAML list, or the lines or Markdown bullets of one cell."""

Several = Annotated[list[Item], BeforeValidator(several)]
"""Several names: a YAML list, or the lines, bullets or comma-separated names of one cell."""


def _nearest(written: str, words: list[str]) -> str:
    guess = did_you_mean(written, words)
    return guess if guess.startswith("did") else "write one of these words"


class Choice(StrEnum):
    """One of a few fixed words; capitals, hyphens and underscores do not matter when it is read.

    A member may say what it means, for the help that editors show: `DRAFT = "draft", "still being written"`.
    """

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Self:
        """A word with what it means."""
        choice = str.__new__(cls, word)
        choice._value_ = word
        choice.meaning = meaning
        return choice

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Choice], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Reads the choice from text, also where the model is strict."""
        return core_schema.no_info_before_validator_function(cls._read, handler(source))

    @classmethod
    def _read(cls, value: Any) -> Any:
        if not isinstance(value, str) or isinstance(value, cls):
            return value
        try:
            return cls(value)
        except ValueError:
            raise refused(f"must be {listed(list(cls), 'or')}", _nearest(value.strip(), list(cls))) from None

    @classmethod
    def _missing_(cls, value: object) -> Choice | None:
        written = str(value).strip().lower().replace("_", " ").replace("-", " ")
        return next((choice for choice in cls if choice.value.replace("-", " ") == written), None)


class When(Struct, frozen=True, order=True):
    """A day, a month, a year or a financial year, as precisely as the author knows it."""

    first: date
    last: date
    words: str
    """`1 April 2015`, `April 2015`, `2015`, `2014/15`."""

    def __str__(self) -> str:
        return self.words


def read_when(text: str) -> When | None:
    """What `2015-04-01`, `1 April 2015`, `2015-04`, `April 2015`, `2015` or `2014/15` names, or None."""
    day = read_day(text)
    if day:
        return When(day, day, day_in_words(day))
    month = re.fullmatch(r"(\d{4})-(\d{2})", text, re.ASCII)
    if month and 1 <= int(month[2]) <= 12:
        return _month(int(month[1]), int(month[2]))
    words = re.fullmatch(r"([A-Z][a-z]+) (\d{4})", text, re.ASCII)
    if words and words[1] in MONTHS:
        return _month(int(words[2]), MONTHS.index(words[1]) + 1)
    return _year(text)


def _month(year: int, month: int) -> When | None:
    if not 1 <= year <= 9998:
        return None
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return When(first, date.fromordinal(after.toordinal() - 1), month_in_words(first))


def _year(text: str) -> When | None:
    year = re.fullmatch(r"([1-9]\d{3})", text, re.ASCII)
    if year:
        return When(date(int(text), 1, 1), date(int(text), 12, 31), text)
    financial = re.fullmatch(r"([1-9]\d{3})/(\d{2})", text, re.ASCII)
    if financial and (int(financial[1]) + 1) % 100 == int(financial[2]) and int(financial[1]) < 9999:
        return When(date(int(financial[1]), 4, 1), date(int(financial[1]) + 1, 3, 31), text)
    return None


def _when(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = read_when(value.strip())
    if found is None:
        raise refused(
            "must be a day, month or year that exists",
            f"write {_in_full(value) or '2015-04-01, April 2015, 2015, 2014/15'}{_OR_NAMED}",
        )
    return found


Moment = Annotated[InstanceOf[When], BeforeValidator(_when), WithJsonSchema(written.WHEN)]
"""A day, month, year or financial year."""


class Money(Struct, frozen=True, order=True):
    """An amount in pounds, worded as the author wrote it, but to the penny."""

    pounds: Decimal
    """As it was given, so that a sum is that of what was given."""
    words: str
    """`£43,300`, `£43.3k`, `£220 million`."""

    def __str__(self) -> str:
        return self.words

    def __add__(self, other: Money) -> Money:
        """The sum, worded in the unit of the first amount: `£43.3k + £24.6k` is `£67.9k`."""
        unit = self.words.lstrip("-£0123456789.,")
        pounds = self.pounds + other.pounds
        amount = _to_the_penny(abs(pounds) / _SCALES[unit.strip()], _SCALES[unit.strip()])
        digits = grouped(amount if amount != amount.to_integral_value() and not unit else _shortest(amount))
        return Money(pounds, f"{'-' if pounds < 0 else ''}£{digits}{unit}")


_SCALES = {"": 1, "k": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000}


def _to_the_penny(amount: Decimal, scale: int) -> Decimal:
    """An amount in pounds, in thousands or in millions, rounded half up to two decimals of a pound."""
    decimals = 1 + len(str(scale))
    with localcontext(prec=max(28, len(amount.as_tuple().digits) + 2 * decimals + 2)):
        return amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _shortest(amount: Decimal) -> Decimal:
    """Without noughts at the end of the decimals."""
    text = f"{amount:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def read_money(text: str) -> Money | None:
    """What `43,300`, `£43.3k`, `£220m` or `£220 million` names, or None. Plain numbers are pounds."""
    pattern = rf"(-?)£?({GROUPED}(?:\.\d+)?) ?(k|m|bn|million|billion)?"
    found = re.fullmatch(pattern, text, re.ASCII | re.IGNORECASE)
    if not found:
        return None
    sign, digits, scale = found[1], Decimal(found[2].replace(",", "")), (found[3] or "").lower()
    space = " " if len(scale) > 2 else ""
    penny = _to_the_penny(digits, _SCALES[scale])
    words = digits if penny == digits else penny if not scale else _shortest(penny)
    return Money(Decimal(f"{sign}1") * digits * _SCALES[scale], f"{sign}£{grouped(words)}{space}{scale}")


def _money(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = read_money(value.strip())
    if found is None:
        raise refused("must be an amount in pounds", "write £43,300, £43.3k or £220 million")
    return found


Pounds = Annotated[InstanceOf[Money], BeforeValidator(_money), WithJsonSchema(written.MONEY)]
"""An amount of money in pounds."""
