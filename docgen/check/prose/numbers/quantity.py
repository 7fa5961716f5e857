"""A number as it stands in a text, with what it counts."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from msgspec import Struct

from docgen.wording import grouped


class Unit(Enum):
    """What a number is a number of."""

    COUNT = ""
    POUNDS = "£"
    PERCENT = "%"


class Bound(Enum):
    """What a text says of a number that it does not give exactly."""

    EXACT = ""
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    UP_TO = "up to"


class Join(Enum):
    """How the two ends of a range are written."""

    NONE = ""
    DASH = "–"
    TO = "to"
    FROM = "from … to"
    BETWEEN = "between … and"


class Quantity(Struct, frozen=True):
    """One number in a text, or two that are the ends of a range."""

    start: int
    """Where it begins in the text: at its sign, or at its first digit or letter."""
    end: int
    """Where it ends: after its unit."""
    words: str
    """As written: `£43.3k`, `two thirds`, `30–50,000`."""
    low: Decimal
    """The value; of a range the end that stands first. In pounds, in per cent, or in what is counted."""
    high: Decimal
    """The value; of a range the end that stands last."""
    step: Decimal
    """What the last written digit stands for: 100 for `£43.3k`, 1 for `43,000`."""
    unit: Unit = Unit.COUNT
    scale: str = ""
    """`k`, `m`, `bn`, `thousand`, `million`, `billion`, as written or as it follows from the list it stands in."""
    bound: Bound = Bound.EXACT
    hedge: str = ""
    """The words before it that say so: `nearly`, `at least`."""
    noun: str = ""
    """The words after it: `member practices`."""
    per: str = ""
    """For what it holds each time: `year`, `head`."""
    join: Join = Join.NONE
    is_fraction: bool = False
    """Whether it is a fraction in words; its value is in per cent."""

    @property
    def value(self) -> Decimal:
        """The number; of a range the end that stands first."""
        return self.low

    @property
    def said(self) -> str:
        """As written, with the words before it that say how exact it is: `nearly 90%`."""
        return f"{self.hedge} {self.words}".strip()

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.join is not Join.NONE

    @property
    def is_count(self) -> bool:
        """Whether it counts things, whole and one by one."""
        return self.unit is Unit.COUNT and not self.is_range and self.low == int(self.low)

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage or a fraction."""
        return self.unit is Unit.PERCENT and not self.is_range

    @property
    def roundness(self) -> Decimal:
        """What the last digit that is not a nought stands for: 1,000 for `43,000`, 100 for `£43.3k`."""
        if self.step < 1 or not self.low:
            return self.step
        return max(self.step, Decimal(1).scaleb(_noughts(self.low)))


def _noughts(number: Decimal) -> int:
    digits = f"{number:f}".split(".")[0]
    return len(digits) - len(digits.rstrip("0"))


def worded(number: Decimal, like: Quantity) -> str:
    """A number in the unit and scale of a quantity: `£79.3k`, `28.6%`."""
    amount = number / SCALES[like.scale]
    shortest = f"{round(amount, 4):f}"
    digits = grouped(Decimal(shortest.rstrip("0").rstrip(".") if "." in shortest else shortest))
    sign = "£" if like.unit is Unit.POUNDS else ""
    space = " " if len(like.scale) > 2 else ""
    return f"{sign}{digits}{space}{like.scale}{'%' if like.unit is Unit.PERCENT else ''}"


SCALES = {
    "": 1,
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
"""What each scale multiplies by."""
