"""Quotations beside what they quote, and details by which people can be found."""

from __future__ import annotations

import pytest

from docgen.check.prose.engagement.personal_details import details, is_nhs_number, nhs_numbers
from docgen.check.prose.passages import Kind, Passage, Piece
from docgen.check.prose.quotations import Departure, Original, Originals, quotations_of
from docgen.source import Source

SAID = "We support the plan, but the board must show us how it will handle the members' conflicts of interest."


def departure(quoted: str, original: str = SAID) -> Departure | bool:
    return Originals([Original("it", original, Source("x"))], [quoted]).departure(quoted, 0.7)


@pytest.mark.parametrize(
    "quoted",
    [
        SAID,
        "we support the plan but the board must show us",
        "The board must show us how it will handle the members’ conflicts of interest",
        "We support the plan … the board must show us how it will handle the members' conflicts",
        "[T]he board must show [all of] us how it will handle",
        "the [group] must show us how it will handle the members' conflicts of interest",
    ],
)
def test_what_is_verbatim_or_marked_is_sound(quoted: str) -> None:
    assert departure(quoted) is True


@pytest.mark.parametrize(
    ("quoted", "has", "should_have"),
    [
        ("We support the plan, but the board must tell us how it will handle", "tell", "show"),
        ("the board must show us how it will handle conflicts of interest", "", "the members"),
        ("We fully support the plan, but the board must show us", "fully", ""),
    ],
)
def test_what_was_changed_is_shown(quoted: str, has: str, should_have: str) -> None:
    found = departure(quoted)
    assert isinstance(found, Departure)
    assert (found.has, found.should_have) == (has, should_have)


def test_what_nobody_said_is_no_departure() -> None:
    assert departure("Nobody has asked the patients how far they have to walk") is False


def test_quotations_are_of_five_words_and_more() -> None:
    words = "‘Too short’, “it’s the patients’ choice that matters” and 'don't take the money of our practices'."
    passage = Passage(words, (Piece(0, words, Source("x", 1, 1), verbatim=True),), Kind.PARAGRAPH)
    quoted = [quotation.words for quotation in quotations_of(passage)]
    assert quoted == ["it’s the patients’ choice that matters", "don't take the money of our practices"]


@pytest.mark.parametrize(
    ("digits", "valid"),
    [("9434765919", True), ("4010232137", True), ("9434765918", False), ("943476591", False), ("0000000000", True)],
)
def test_the_last_digit_of_an_nhs_number_checks_the_others(digits: str, valid: bool) -> None:
    assert is_nhs_number(digits) is valid


@pytest.mark.parametrize(
    ("words", "count"), [("943 476 5919", 1), ("9434765919", 0), ("NHS no. 9434765919", 1), ("1943 476 5919", 0)]
)
def test_nhs_numbers_are_grouped_or_called_so(words: str, count: int) -> None:
    assert len(list(nhs_numbers(words))) == count


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Ring 01632 960 123 or +44 1632 960123.", ["a telephone number", "a telephone number"]),
        ("In 2014 and 2015, 12,000 of 197,040 people came.", []),
        ("Write to a.b@example.org at 3 Mill Lane, NV4 7QT.", ["an e-mail address", "a postcode", "an address"]),
        ("Dr Reeve and Mrs I. Holt", ["a name", "a name"]),
        ("Dr Pelham", []),
        ("The doctor and the sister said so on Monday.", []),
    ],
)
def test_details_of_people(words: str, kinds: list[str]) -> None:
    assert [detail.kind for detail in details(words, {"Pelham"})] == kinds


@pytest.mark.parametrize("words", ["“We " * 20_000, "'a' " * 20_000, "0" * 100_000, "a@" * 50_000])
def test_long_lines_are_read(words: str) -> None:
    passage = Passage(words, (Piece(0, words, Source("x", 1, 1), verbatim=True),), Kind.PARAGRAPH)
    assert list(quotations_of(passage)) == []
    assert list(nhs_numbers(words)) == []
    assert list(details(words)) == []
