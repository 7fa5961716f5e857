"""Totals are compared as precisely as their parts are written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.check.totals import compare, unit
from docgen.schema.types import Money, read_money


def money(words: str) -> Money:
    found = read_money(words)
    assert found
    return found


@pytest.mark.parametrize(
    ("words", "pounds"),
    [("£43.3k", "100"), ("£43k", "1000"), ("£43,300", "1"), ("£43.30", "0.01"), ("£1.25 million", "10000"),
     ("£220m", "1000000"), ("£2 billion", "1000000000"), ("-£5k", "1000"), ("£0", "1")],
)  # fmt: skip
def test_the_unit_of_an_amount_is_what_its_last_digit_stands_for(words: str, pounds: str) -> None:
    assert unit(money(words)) == Decimal(pounds)


@pytest.mark.parametrize(
    ("stated", "parts", "agrees", "is_rounded"),
    [
        ("£67.9k", ["£43.3k", "£24.6k"], True, False),
        ("£67,900", ["£43.3k", "£24.6k"], True, False),
        ("£79.4k", ["£43.3k", "£24.6k", "£11.4k"], False, True),
        ("£79.6k", ["£43.3k", "£24.6k", "£11.4k"], False, False),
        ("£68k", ["£43.3k", "£24.6k"], False, True),
        ("-£1k", ["£1k"], False, False),
    ],
)
def test_a_total_agrees_is_rounded_or_differs(stated: str, parts: list[str], agrees: bool, is_rounded: bool) -> None:
    found = compare(money(stated), [money(part) for part in parts])
    assert (found.agrees, found.is_rounded) == (agrees, is_rounded)


@pytest.mark.parametrize(
    ("stated", "pounds", "words"),
    [("£79.4k", "79300", "£79.3k"), ("£79,400", "79300", "£79,300"), ("£3 million", "2900000", "£2.9 million"),
     ("£80k", "100000", "£100k"), ("£1bn", "0", "£0bn")],
)  # fmt: skip
def test_a_sum_is_worded_in_the_unit_of_the_total(stated: str, pounds: str, words: str) -> None:
    assert compare(money(stated), []).worded(Decimal(pounds)) == words
