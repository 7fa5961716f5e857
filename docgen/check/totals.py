"""Compares a stated total with the sum of its parts, as precisely as the amounts are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from docgen.schema.resources import Resources
from docgen.schema.types import Money, read_money
from docgen.wording import grouped


class Comparison(Struct, frozen=True):
    """A stated total beside the sum of its parts."""

    stated: Money
    total: Decimal
    """The sum, in pounds."""
    tolerance: Decimal
    """By how much, in pounds, the two may differ when every amount was rounded to the last digit written."""

    @property
    def agrees(self) -> bool:
        """Whether they are the same to the penny."""
        return self.stated.pounds == self.total

    @property
    def is_rounded(self) -> bool:
        """Whether they differ, but by less than what the last digits of all leave open."""
        return not self.agrees and abs(self.stated.pounds - self.total) < self.tolerance

    def worded(self, pounds: Decimal) -> str:
        """An amount in the unit of the stated total: `£79.3k`."""
        suffix = re.split(r"\d", self.stated.words)[-1]
        amount = pounds / _pounds(f"£1{suffix}")
        return f"£{grouped(Decimal(int(amount)) if amount == int(amount) else amount.normalize())}{suffix}"


def compare(stated: Money, parts: Sequence[Money]) -> Comparison:
    """The total beside the sum of its parts."""
    tolerance = sum((unit(amount) / 2 for amount in [stated, *parts]), Decimal(0))
    return Comparison(stated, sum((part.pounds for part in parts), Decimal(0)), tolerance)


def compare_posts(resources: Resources | None) -> Comparison | None:
    """The stated total of the resources beside the costs of their posts, where both are stated."""
    if resources is None or resources.stated_total is None or not resources.posts:
        return None
    return compare(resources.stated_total, [post.cost for post in resources.posts])


def unit(amount: Money) -> Decimal:
    """What the last digit of an amount stands for, in pounds: 100 for `£43.3k`, 1 for `£43,300`."""
    noughts = re.sub(r"\d", "0", amount.words.lstrip("-"))
    return _pounds(re.sub(r"0(?!.*0)", "1", noughts))


def _pounds(words: str) -> Decimal:
    money = read_money(words)
    return money.pounds if money else Decimal(1)
