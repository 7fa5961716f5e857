"""The example of a present-day board agrees with itself, and has the size of a real report."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from docgen import pipeline
from docgen.diagnostic import Findings
from docgen.schema.content import Content
from docgen.tree.block import Heading, PullQuote
from docgen.tree.document import Document
from docgen.tree.walk import plain_text, walk
from tests.builds import example
from tests.casefile import diagnostics_text

NAME = "riverside-icb"


@cache
def programme() -> pipeline.Programme:
    """The example, which has no fault."""
    loaded = pipeline.load(example(NAME), NAME)
    assert list(loaded.findings) == [], diagnostics_text(loaded.findings)
    return loaded


@cache
def report() -> Document:
    """The tree of the numbered report."""
    findings = Findings()
    jobs = {job.type: job for job in pipeline.jobs(example(NAME), programme())}
    document = pipeline.document_tree(example(NAME), programme(), jobs["eoi-report"], findings)
    assert document, diagnostics_text(findings)
    return document


@pytest.fixture
def content() -> Content:
    """What the files say."""
    found = programme().content
    assert found is not None
    return found


def headings(level: int) -> list[str]:
    """The numbers of the report's headings of a level."""
    found = [node for node in walk(report()) if isinstance(node, Heading)]
    return [heading.number.replace("\u00a0", " ") for heading in found if heading.level == level and heading.number]


def test_the_report_has_twelve_sections_three_levels_and_three_appendices() -> None:
    assert headings(1) == [*(str(number) for number in range(1, 13)), "Appendix A", "Appendix B", "Appendix C"]
    assert len(headings(2)) > 35
    assert len(headings(3)) > 30


def test_the_report_has_the_size_of_a_real_one() -> None:
    words = " ".join(plain_text(getattr(node, "content", ())) for node in walk(report()))
    assert 8_000 < len(words.split()) < 14_000


def test_the_survey_has_as_many_responses_as_answers(content: Content) -> None:
    assert content.engagement is not None
    assert content.engagement.survey is not None
    survey = content.engagement.survey
    assert survey.answered == len(survey.responses) == 41
    assert [response.number for response in survey.responses] == list(range(41, 0, -1))


def test_what_is_quoted_large_was_written_in_the_survey(content: Content) -> None:
    assert content.engagement is not None
    assert content.engagement.survey is not None
    written = {response.text for response in content.engagement.survey.responses}
    quoted = [node for node in walk(report()) if isinstance(node, PullQuote)]
    assert len(quoted) == 2
    assert {plain_text(getattr(quote.blocks[0], "content", ())) for quote in quoted} <= written


def test_the_committee_that_decides_has_a_lay_chair_and_a_lay_majority(content: Content) -> None:
    assert content.governance is not None
    committee = content.governance.committees["pccc"]
    voting = [member for member in committee.members if member.voting]
    lay = {member.id for member in voting if member.lay}
    assert {committee.chair, committee.vice_chair} <= lay
    assert 2 * len(lay) > len(voting)


def test_the_money_adds_up_to_what_the_texts_say(content: Content) -> None:
    assert content.resources is not None
    assert sum(budget.amount.pounds for budget in content.resources.budgets) == Decimal(76_000_000)
    assert sum(post.cost.pounds for post in content.resources.posts) == Decimal(441_400)


def test_it_says_that_the_board_is_invented(content: Content) -> None:
    assert "invented" in (content.programme.audience or "")
    assert "invented" in (content.programme.documents[0].subtitle or "")
