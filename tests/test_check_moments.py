"""Dates in words are found, dated and told from what only looks like one."""

from __future__ import annotations

import pytest

from docgen.check.prose.dates.mention import Grain
from docgen.check.prose.dates.moments import moments, single_moments


def said(words: str) -> list[str]:
    """Each date with its days: `August 2018 = 2018-08-01..2018-08-31`, `April = ?`."""
    return [
        f"{each.words} = {each.first}..{each.last}" if each.is_dated else f"{each.words} = ?" for each in moments(words)
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("on 6 August 2018", "6 August 2018 = 2018-08-06..2018-08-06"),
        ("the 6th of August", "6th of August = ?"),
        ("Tuesday, 24 th May 2016", "Tuesday, 24 th May 2016 = 2016-05-24..2016-05-24"),
        ("from 1st April 15.", "1st April 15 = 2015-04-01..2015-04-01"),
        ("(27/5/14)", "27/5/14 = 2014-05-27..2014-05-27"),
        ("06/08/2018 or 06.08.2018", "06/08/2018 = 2018-08-06..2018-08-06; 06.08.2018 = 2018-08-06..2018-08-06"),
        ("dated 2018-08-06", "2018-08-06 = 2018-08-06..2018-08-06"),
        ("August 6, 2018", "August 6, 2018 = 2018-08-06..2018-08-06"),
        ("w/c 19th Feb 2018", "w/c 19th Feb 2018 = 2018-02-19..2018-02-25"),
        ("Mar-15 and Mar '15", "Mar-15 = 2015-03-01..2015-03-31; Mar '15 = 2015-03-01..2015-03-31"),
        ("the end of March 2015", "the end of March 2015 = 2015-03-21..2015-03-31"),
        ("2014/15, 2014/2015, 1999/00", "2014/15 = 2014-04-01..2015-03-31; 2014/2015 = 2014-04-01..2015-03-31; "
         "1999/00 = 1999-04-01..2000-03-31"),
        ("during 14/15", "14/15 = 2014-04-01..2015-03-31"),
        ("Q3 2014/15", "Q3 2014/15 = 2014-10-01..2014-12-31"),
        ("the last quarter of 2014/15", "last quarter of 2014/15 = 2015-01-01..2015-03-31"),
        ("in summer 2014", "summer 2014 = 2014-05-01..2014-09-30"),
        ("by 2020", "2020 = 2020-01-01..2020-12-31"),
        ("1–5 May 2014", "1–5 May 2014 = 2014-05-01..2014-05-05"),
        ("from May to July 2014", "May to July 2014 = 2014-05-01..2014-07-31"),
        ("October to March 2015", "October to March 2015 = 2014-10-01..2015-03-31"),
        ("20 December 2014 until 3 January", "20 December 2014 until 3 January = 2014-12-20..2015-01-03"),
        ("between 3 and 17 March 2014", "3 and 17 March 2014 = 2014-03-03..2014-03-17"),
        ("in March and April 2014", "March = 2014-03-01..2014-03-31; April 2014 = 2014-04-01..2014-04-30"),
        ("Jan/Feb/March dates", "Jan = ?; Feb = ?; March = ?"),
        ("its January meeting", "January = ?"),
        ("by 31 June 2014", "31 June 2014 = ?"),
    ],
)  # fmt: skip
def test_dates_are_found(words: str, found: str) -> None:
    assert "; ".join(said(words)) == found


@pytest.mark.parametrize(
    "words",
    [
        "it may march on", "April Jones and Dr June Mayhew", "Theresa May said", "March on the town hall", "May we ask",
        "SI 2013/14", "14/15 practices", "in 14/15 practices", "section 1.2.14", "2,014 patients", "2014 patients",
        "the 2014-19 strategy", "Jan Smith", "of 12/30 votes", "0800 123 2014", "x/2014/15/y", "£2014",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert said(words) == []


def test_a_month_alone_is_dated_in_a_year() -> None:
    (april,) = moments("in April")
    assert str(april.in_year(2014).last) == "2014-04-30"
    assert moments("in April 2015")[0].in_year(2014).year == 2015


def test_a_period_has_two_ends_with_their_places() -> None:
    words = "It runs from Monday 2 to Friday 6 June 2014."
    (period,) = moments(words)
    assert period.grain is Grain.SPAN
    assert [words[each.start : each.end] for each in single_moments(words)] == ["Monday 2", "Friday 6 June 2014"]
    assert [each.weekday for each in period.parts] == [0, 4]


@pytest.mark.parametrize("words", ["31 June 2014", "29 February 2015", "31/04/2014", "06/13/2014", "0 May 2014"])
def test_a_day_that_does_not_exist_is_told(words: str) -> None:
    (mention,) = moments(words)
    assert not mention.exists
    assert mention.first is None


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 0),
        ("1 ", 0),
        ("May ", 0),
        ("2014-", 0),
        ("1/", 0),
        ("the end of ", 0),
        ("in 1 and 2 ", 0),
        ("5 May ", 9000),
    ],
)
def test_very_long_lines_are_read(word: str, count: int) -> None:
    assert len(moments(word * 9000)) == count
