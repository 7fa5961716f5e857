"""A date is written once, in `programme.yaml`, and given by its name elsewhere."""

from __future__ import annotations

from datetime import date

from docgen.schema.content import Content
from tests.test_schema_validate import PROGRAMME, content_of

DATED = f"{PROGRAMME}dates:\n  go_live: 2015-04-01\n  year: {{date: 2014/15, label: Preparation}}\n"


def dated(timescales: str) -> Content | None:
    """Content with two key dates."""
    content, findings = content_of({"content/x/programme.yaml": DATED, "content/x/timescales.yaml": timescales})
    assert not findings
    return content


def test_a_key_date_has_a_short_form() -> None:
    content = dated("milestones: []\n")
    assert content is not None
    assert content.programme.dates["go_live"].date.first == date(2015, 4, 1)
    assert content.programme.dates["go_live"].label is None


def test_a_date_may_be_given_by_the_name_of_a_key_date() -> None:
    content = dated("phases:\n  - {name: Prepare, begins: year, ends: go_live}\n")
    assert content is not None
    assert content.timescales is not None
    phase = content.timescales.phases[0]
    assert (str(phase.begins), str(phase.ends)) == ("2014/15", "1 April 2015")


def test_text_that_happens_to_be_the_name_of_a_date_stays_text() -> None:
    content = dated("milestones:\n  - {name: go_live, date: go_live}\n")
    assert content is not None
    assert content.timescales is not None
    assert content.timescales.milestones[0].name == "go_live"


def test_the_month_of_an_action_may_be_given_by_a_day_in_it() -> None:
    content = dated("actions:\n  - {month: 2015-04-17, action: Begin}\n  - {month: go_live, action: Go on}\n")
    assert content is not None
    assert content.timescales is not None
    assert [str(action.month) for action in content.timescales.actions] == ["April 2015", "April 2015"]
