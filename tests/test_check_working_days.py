"""England's bank holidays against the lists that the government published, and working days counted with them."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.check.working_days import bank_holidays, is_bank_holiday, is_working_day, working_days_between

PUBLISHED = {
    1978: "01-02 03-24 03-27 05-01 05-29 08-28 12-25 12-26",
    1981: "01-01 04-17 04-20 05-04 05-25 07-29 08-31 12-25 12-28",
    1995: "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26",
    1999: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31",
    2002: "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26",
    2010: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2014: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_bank_holidays_of_a_year(year: int) -> None:
    assert " ".join(f"{day:%m-%d}" for day in sorted(bank_holidays(year))) == PUBLISHED[year]


@pytest.mark.parametrize(
    ("year", "easter"), [(1981, (4, 19)), (2000, (4, 23)), (2008, (3, 23)), (2011, (4, 24)), (2038, (4, 25))]
)
def test_good_friday_goes_with_easter(year: int, easter: tuple[int, int]) -> None:
    sunday = date(year, *easter)
    assert {sunday.replace(day=sunday.day - 2), sunday.replace(day=sunday.day + 1)} <= bank_holidays(year)


def test_no_holiday_is_known_before_may_day_was_one() -> None:
    assert not is_bank_holiday(date(1977, 12, 26))


def test_nobody_works_at_weekends_and_on_holidays() -> None:
    assert [is_working_day(date(2014, 4, day)) for day in (17, 18, 19, 20, 21, 22)] == [True, *[False] * 4, True]


@pytest.mark.parametrize(
    ("sent", "held", "days"),
    [
        ((2014, 6, 11), (2014, 6, 18), 4),
        ((2014, 6, 10), (2014, 6, 18), 5),
        ((2014, 4, 17), (2014, 4, 25), 3),
        ((2014, 6, 18), (2014, 6, 18), 0),
        ((2014, 6, 20), (2014, 6, 18), 0),
    ],
)
def test_whole_working_days_lie_between(sent: tuple[int, int, int], held: tuple[int, int, int], days: int) -> None:
    assert working_days_between(date(*sent), date(*held)) == days
