"""Scalars are read from the text that the author wrote."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from docgen.schema.facts import Fact
from docgen.schema.narrative import Status
from docgen.schema.resources import Post
from docgen.schema.timescales import Progress
from docgen.schema.types import Day, Id, Lines, Moment, Number, Pounds, Several, Text, Whole, YesNo


@pytest.mark.parametrize(
    ("kind", "written", "read"),
    [
        (YesNo, "yes", True),
        (YesNo, " No ", False),
        (Whole, "1,200", 1200),
        (Number, "28.60", Decimal("28.60")),
        (Day, "2018-08-06", date(2018, 8, 6)),
        (Day, "6 August 2018", date(2018, 8, 6)),
        (Lines, "- one\n• two\n\n three ", ["one", "two", "three"]),
        (Lines, "1. one\n-5 degrees", ["1. one", "-5 degrees"]),
        (Lines, "", []),
        (Several[Text], "a, b\n- c", ["a", "b", "c"]),
        (Several[Text], ["a, b"], ["a, b"]),
        (Progress, "IN_PROGRESS", Progress.IN_PROGRESS),
        (Progress, " in-progress ", Progress.IN_PROGRESS),
        (Id, " go_live ", "go_live"),
    ],
)
def test_a_value_is_read_from_its_text(kind: Any, written: object, read: object) -> None:
    assert TypeAdapter(kind).validate_python(written, strict=True) == read


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (YesNo, "perhaps"),
        (YesNo, 1),
        (Whole, "1.5"),
        (Whole, "١٢"),
        (Whole, True),
        (Number, "12 people"),
        (Number, "NaN"),
        (Number, "Infinity"),
        (Number, "1e5"),
        (Day, "31 June 2014"),
        (Day, "06/08/2018"),
        (Moment, "2014/16"),
        (Moment, "0000"),
        (Moment, "2014-13"),
        (Pounds, "£43.3 thousand"),
        (Pounds, "$5"),
        (Status, "finished"),
        (Status, []),
        (Id, "Go live"),
        (Text, "  "),
    ],
)
def test_what_cannot_be_read_is_refused(kind: Any, written: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(written, strict=True)


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ({"value": "197040", "unit": "people"}, "197,040"),
        ({"value": "197,040"}, "197,040"),
        ({"value": "220", "unit": "£ million"}, "£220 million"),
        ({"value": "79.3", "unit": "£k"}, "£79.3k"),
        ({"value": "43,300", "unit": "£"}, "£43,300"),
        ({"value": "-5", "unit": "£"}, "-£5"),
        ({"value": "28.6", "unit": "%"}, "28.6%"),
        ({"value": "28.60", "unit": "%"}, "28.60%"),
        ({"value": "4.7", "unit": "million"}, "4.7 million"),
        ({"value": "about half", "unit": "%"}, "about half"),
        ({"value": "1.2.3"}, "1.2.3"),
        ({"value": "²"}, "²"),
        ({"value": "007"}, "007"),
        ({"value": "2014"}, "2014"),
    ],
)
def test_a_fact_is_printed_in_words(fact: dict[str, str], words: str) -> None:
    assert Fact.model_validate(fact).words == words


def test_an_amount_keeps_the_wording_of_its_author() -> None:
    post = Post.model_validate({"post": "Manager", "cost": "£43.3k"})
    assert str(post.cost) == "£43.3k"
    assert post.cost.pounds == Decimal(43_300)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("26400.456", "£26,400.46"),
        ("26400.455", "£26,400.46"),
        ("-26400.455", "-£26,400.46"),
        ("26400.4", "£26,400.4"),
        ("£26,400.50", "£26,400.50"),
        ("£23.125 million", "£23.125 million"),
        ("£26.4004567k", "£26.40046k"),
        ("1" * 40 + ".555", "£1" + ",111" * 13 + ".56"),
    ],
)
def test_an_amount_is_printed_to_the_penny(written: str, words: str) -> None:
    assert str(Post.model_validate({"post": "Manager", "cost": written}).cost) == words


def test_a_sum_is_that_of_the_amounts_as_they_were_given() -> None:
    first, second = (TypeAdapter(Pounds).validate_python(written) for written in ("1.004", "2.004"))
    assert (first + second).pounds == Decimal("3.008")
    assert [str(first), str(second), str(first + second)] == ["£1.00", "£2.00", "£3.01"]


def test_a_capital_k_is_thousands_too() -> None:
    assert str(Post.model_validate({"post": "Manager", "cost": "24.6K"}).cost) == "£24.6k"
