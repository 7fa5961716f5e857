"""Numbers in words, with what they count and how exactly: what is read, and what is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.check.prose.numbers.likeness import can_agree
from docgen.check.prose.numbers.percentages import percentages
from docgen.check.prose.numbers.quantities import quantities
from docgen.check.prose.numbers.quantity import Bound, Join, Quantity, Unit, worded
from docgen.check.prose.numbers.shares import shares
from docgen.check.prose.numbers.stances import Stance, stance_of, stances
from docgen.check.prose.numbers.sums import sums
from docgen.check.prose.numbers.thresholds import Of, read_thresholds


def only(words: str) -> Quantity:
    """The one number of a text."""
    (found,) = quantities(words)
    return found


class TestWhatIsRead:
    @pytest.mark.parametrize(
        ("words", "value", "unit"),
        [
            ("197,040 people", 197040, Unit.COUNT),
            ("30, 000 people", 30000, Unit.COUNT),
            ("£43.3k", 43300, Unit.POUNDS),
            ("£220m a year", 220_000_000, Unit.POUNDS),
            ("£220 million", 220_000_000, Unit.POUNDS),
            ("£2.4bn", 2_400_000_000, Unit.POUNDS),
            ("28.6%", "28.6", Unit.PERCENT),
            ("12 per cent of them", 12, Unit.PERCENT),
            ("twelve per cent of them", 12, Unit.PERCENT),
            ("Eleven practices", 11, Unit.COUNT),
            ("forty-two associates", 42, Unit.COUNT),
            ("a hundred and twelve groups", 112, Unit.COUNT),
            ("two dozen people", 24, Unit.COUNT),
            ("half of the practices", 50, Unit.PERCENT),
            ("three quarters voted", 75, Unit.PERCENT),
            ("a quarter of them", 25, Unit.PERCENT),
            ("1.4 million people", 1_400_000, Unit.COUNT),
        ],
    )
    def test_a_number_has_its_value_and_unit(self, words: str, value: object, unit: Unit) -> None:
        found = only(words)
        assert (found.value, found.unit) == (Decimal(str(value)), unit)

    @pytest.mark.parametrize(
        ("words", "low", "high", "join"),
        [
            ("30–50,000 people", 30000, 50000, Join.DASH),
            ("30,000 to 50,000 people", 30000, 50000, Join.TO),
            ("between 30,000 and 50,000", 30000, 50000, Join.BETWEEN),
            ("from 12% to 9%", 12, 9, Join.FROM),
            ("£30–50 million", 30_000_000, 50_000_000, Join.DASH),
            ("500 to 1,000 people", 500, 1000, Join.TO),
            ("between 50,000 and 30,000", 50000, 30000, Join.BETWEEN),
        ],
    )
    def test_a_range_has_two_ends(self, words: str, low: int, high: int, join: Join) -> None:
        found = only(words)
        assert (found.low, found.high) == (Decimal(low), Decimal(high))
        assert found.join is join

    @pytest.mark.parametrize(
        ("words", "bound", "said"),
        [
            ("about 197,000 people", Bound.ABOUT, "about 197,000"),
            ("Over 80% of it", Bound.OVER, "Over 80%"),
            ("at least two thirds", Bound.AT_LEAST, "at least two thirds"),
            ("nearly half of them", Bound.UNDER, "nearly half"),
            ("up to 12 practices", Bound.UP_TO, "up to 12"),
            ("12 or more practices", Bound.AT_LEAST, "12"),
            ("adds up to 100%", Bound.EXACT, "100%"),
            ("over five years", Bound.EXACT, "five"),
        ],
    )
    def test_a_number_tells_how_exact_it_is(self, words: str, bound: Bound, said: str) -> None:
        found = only(words)
        assert (found.bound, found.said) == (bound, said)

    def test_a_number_knows_what_it_counts_and_for_what(self) -> None:
        people, cost = quantities("Our 27 member practices get £5.60 a head.")
        assert (people.noun, cost.per) == ("member practices", "head")

    @pytest.mark.parametrize(
        ("words", "units"),
        [
            ("58, 17 and 25%", [Unit.PERCENT] * 3),
            ("58/17/25%", [Unit.PERCENT] * 3),
            ("£56, £206 and £246 million", [Unit.POUNDS] * 3),
        ],
    )
    def test_numbers_in_a_row_share_the_unit_of_the_last(self, words: str, units: list[Unit]) -> None:
        found = quantities(words)
        assert [each.unit for each in found] == units
        assert len({each.scale for each in found}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "On 6 August 2018, in 2014/15, by April 2015, on 27/5/14 and 2018-08-06",
        "See section 3, tables 1 and 2, appendix 4, paragraph 7.1, page 12, figures 3 to 5 and chapter 8(2)",
        "Call NHS 111, 0117 496 0123 or +44 117 496 0123 from 8 am to 6.30pm, 24/7",
        "Version 1.2.3, v0.4, Part 1, Band 7, phase 2, option 3, gateway 01599, SI 2013/257, Year 2",
        "under section 14O and s13Z(6) of the Act, at BA1 2QP, for COVID-19 and ICD-10",
        "a five-year strategy, a 12-month contract, the 28-day rule, the third member, a second half-year",
        "1.4 The committee met",
        "3. The committee met",
        "the plan: (1) improve care, (2) save money",
        "a quarter later, each quarter, one vote and one voice, one to one, no one",
        "https://example.org/12/34 and someone.12@example.org",
        "",
        "No numbers at all, but a half-hearted attempt",
    ],
)
def test_numbers_that_count_nothing_are_left_alone(words: str) -> None:
    assert [each.words for each in quantities(words)] == []


class TestSharesAndSums:
    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("three of the 12 practices", ["three of 12"]),
            ("197 (out of 207) groups", ["197 of 207"]),
            ("one in five people", ["one of five"]),
            ("Of our 42 associates 12 answered", ["12 of 42"]),
            ("five clusters of 30,000 people", []),
            ("40 members of our 12 practices", []),
        ],
    )
    def test_a_part_is_one_of_a_whole(self, words: str, found: list[str]) -> None:
        assert [share.words for share in shares(words)] == found

    @pytest.mark.parametrize(
        "words",
        [
            "12 of 42 associates (28.6%)",
            "28.6% (12 of 42)",
            "12 (28.6%) of the 42 associates",
            "28.6% of the 42 associates, or 12",
            "Of the 42 associates, 12 (28.6%) answered",
            "12 of our 42 associates answered, a response rate of 28.6%",
        ],
    )
    def test_a_percentage_finds_its_numbers(self, words: str) -> None:
        (stated,) = percentages(words)
        assert (stated.percentage.value, stated.share.words) == (Decimal("28.6"), "12 of 42")

    def test_a_sum_takes_an_amount_without_its_thousands_to_have_them(self) -> None:
        (found,) = sums("It costs £79.4k (B7 £43.3, B4 £24.6k and £11.4k clinical sessions).")
        assert (found.sum, found.is_rounded, found.agrees) == (Decimal(79300), True, False)
        assert worded(found.sum, found.total) == "£79.3k"

    def test_who_is_for_and_who_is_against(self) -> None:
        found = stances("7 were for it, 3 against and 2 undecided")
        assert [(each.words, stance.value) for each, stance in found.items()] == [
            ("7", "in favour"),
            ("3", "against"),
            ("2", "undecided"),
        ]

    @pytest.mark.parametrize(
        ("words", "stance"),
        [
            ("For", Stance.FOR),
            ("Yes, with conditions", Stance.FOR),
            ("Not in favour", Stance.AGAINST),
            ("No", Stance.AGAINST),
            ("No preference", Stance.NEITHER),
            ("No reply", None),
            ("signed the agreement", None),
        ],
    )
    def test_what_an_answer_says(self, words: str, stance: Stance | None) -> None:
        assert stance_of(words) is stance


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("197,040", "about 197,000", True),
        ("197,040", "nearly 200,000", True),
        ("over 80%", "84%", True),
        ("over 80%", "90%", False),
        ("£4.7m", "£4,712,000", True),
        ("197,040", "179,040", False),
    ],
)
def test_two_numbers_can_be_the_same_figure(one: str, other: str, agree: bool) -> None:
    assert can_agree(only(one), only(other)) is agree
    assert can_agree(only(other), only(one)) is agree


@pytest.mark.parametrize(
    ("words", "share", "exceeded", "of"),
    [
        ("at least 50% of votes from practices", 50, False, Of.CAST),
        ("a majority of all member practices", 50, True, Of.ALL),
        ("more than half of those who vote", 50, True, Of.CAST),
        ("two thirds or more of responses", "66.67", False, Of.CAST),
        ("a majority of the members present", 50, True, Of.UNSAID),
    ],
)
def test_a_threshold_has_a_share_and_a_whole(words: str, share: object, exceeded: bool, of: Of) -> None:
    (found,) = read_thresholds(words)
    assert (found.share, found.is_exceeded, found.of) == (Decimal(str(share)), exceeded, of)


@pytest.mark.parametrize(
    "piece", ["1", "1-", "1/", "1,", "a", "one ", "30% ", "£4.5k, ", "twenty-", "section 3, ", "12 of 42 ", "a@", " "]
)
def test_a_long_line_is_read(piece: str) -> None:
    words = piece * (100_000 // len(piece))
    found = quantities(words)
    assert all(words[each.start : each.end] for each in found)


@given(st.text(alphabet="0123456789 ,.£%k-–/()ofintoandbewhalftrdm", max_size=80))
def test_any_words_are_read_without_fail_and_in_order(words: str) -> None:
    found = quantities(words)
    assert all(0 <= each.start < each.end <= len(words) for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)
    shares(words)
    percentages(words)
    sums(words)
    stances(words)
