"""A survey of any size is printed whole, in every format, and what people wrote is not held against the house."""

from __future__ import annotations

from functools import cache

import pytest

from docgen import pipeline
from docgen.check.run import Checked
from docgen.pipeline import Prepared, Programme
from docgen.snapshot import Snapshot
from docgen.write.edition import PLAIN_EDITION
from tests.builds import FORMATS, snapshot_of, words_of
from tests.casefile import diagnostics_text
from tests.places import normal

WORDS = "I would like to see my own doctor nearer to home. A&E is far; 5 of 12 (90%) agree, and I program it *myself*"
"""What each person wrote, with a sum that is wrong and a spelling that is not the house's."""

FILES = {
    "content/x/programme.yaml": """\
title: Joint commissioning
organisation: ccg
organisations: {ccg: {name: The CCG}}
model: joint
packs: [house-style]
version: "0.1"
status: draft
dated: 2014-06-20
documents: [{type: engagement-report}]
""",
    "content/x/engagement.yaml": """\
survey:
  question: What should change?
  invited: 9000
  options: [{option: Much, count: MOST}, {option: Little, count: 11}]
""",
}


def answers(count: int) -> str:
    """A table of responses, the newest first, as surveys are exported."""
    rows = (
        f'{number},{number * 14 // (count + 1) + 1} May 2014,"{WORDS} ({number})."' for number in range(count, 0, -1)
    )
    return "\n".join(["Number,Response date,Response text", *rows, ""])


@cache
def prepared(count: int) -> tuple[Snapshot, Programme, Prepared, Checked]:
    """The report on a survey of so many responses, ready to be written."""
    return prepared_with(answers(count), count)


def prepared_with(table: str, count: int) -> tuple[Snapshot, Programme, Prepared, Checked]:
    """The report on a survey with this table of responses."""
    engagement = FILES["content/x/engagement.yaml"].replace("MOST", str(count - 11))
    snapshot = snapshot_of({**FILES, "content/x/engagement.yaml": engagement, "content/x/survey.csv": table})
    programme = pipeline.load(snapshot, "x")
    assert programme.content, diagnostics_text(programme.findings)
    paper = pipeline.prepare(snapshot, programme, pipeline.jobs(snapshot, programme)[0])
    return snapshot, programme, paper, pipeline.check(snapshot, programme, [paper])


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("count", [41, pytest.param(5_000, marks=pytest.mark.slow)])
def test_every_response_is_printed(count: int, format_: str) -> None:
    snapshot, _, paper, checked = prepared(count)
    made = pipeline.write(snapshot, paper, checked, [format_], PLAIN_EDITION)
    assert made.outputs, diagnostics_text(made.findings)
    words = normal(words_of(f"x.{format_}", made.outputs[format_]))
    assert [number for number in range(1, count + 1) if f"{WORDS} ({number})." not in words] == []


@pytest.mark.parametrize("count", [41, pytest.param(5_000, marks=pytest.mark.slow)])
def test_what_people_wrote_is_not_held_against_the_house(count: int) -> None:
    _, _, paper, checked = prepared(count)
    assert [each for each in checked.of(paper.job.id) if each.source.path.endswith("survey.csv")] == []


def test_a_person_named_in_an_answer_is_still_found() -> None:
    table = answers(41).replace(f"{WORDS} (7).", "My NHS number is 943 476 5919.")
    _, _, paper, checked = prepared_with(table, 41)
    assert [each.code.id for each in checked.of(paper.job.id) if each.source.path.endswith("survey.csv")] == ["DG532"]
