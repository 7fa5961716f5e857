"""Whether two numbers can be the same figure, given how exactly each is written."""

from __future__ import annotations

from decimal import Decimal

from docgen.check.prose.numbers.quantity import Bound, Quantity


def is_rounding(quantity: Quantity, value: Decimal) -> bool:
    """Whether a number is a value rounded to its last digit that is not a nought: 197,000 of 197,040."""
    return abs(quantity.value - value) <= quantity.roundness / 2


def is_exact(quantity: Quantity, value: Decimal) -> bool:
    """Whether a number is a value as precisely as it is written: £4.7m of £4,712,000, but not 197,000 of 197,040."""
    has_decimals = bool(quantity.scale) or quantity.step < 1
    return quantity.value == value or (has_decimals and abs(quantity.value - value) <= quantity.step / 2)


def can_be(quantity: Quantity, value: Decimal) -> bool:
    """Whether a number, with what is said of it, can stand for a value: `over 80%` for 84%, but not for 90%."""
    said, near = quantity.value, max(quantity.roundness, quantity.value / 20)
    match quantity.bound:
        case Bound.EXACT:
            return is_exact(quantity, value)
        case Bound.ABOUT:
            return abs(said - value) <= near
        case Bound.OVER | Bound.AT_LEAST:
            return said <= value < said + near or is_exact(quantity, value)
        case Bound.UNDER | Bound.UP_TO:
            return said - near < value <= said or is_exact(quantity, value)


def can_agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers can stand for the same figure, one of them perhaps rounded."""
    if can_be(one, other.value) or can_be(other, one.value):
        return True
    return is_rounding(one, other.value) or is_rounding(other, one.value)
