"""The second example states rightly what the pack of papers that it was made from got wrong, and checks clean."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from docgen import pipeline
from docgen.diagnostic import Findings
from docgen.schema.content import Content
from docgen.tree.block import Heading, Paragraph
from docgen.tree.document import Document
from docgen.tree.walk import walk
from tests.builds import example
from tests.casefile import diagnostics_text

NAME = "new-devon"


@cache
def programme() -> pipeline.Programme:
    """The example, which has no fault."""
    loaded = pipeline.load(example(NAME), NAME)
    assert list(loaded.findings) == [], diagnostics_text(loaded.findings)
    return loaded


@cache
def paper(type_: str) -> Document:
    """The tree of one of its papers."""
    findings = Findings()
    jobs = {job.type: job for job in pipeline.jobs(example(NAME), programme())}
    document = pipeline.document_tree(example(NAME), programme(), jobs[type_], findings)
    assert document, diagnostics_text(findings)
    return document


@pytest.fixture
def content() -> Content:
    """What the files say."""
    found = programme().content
    assert found is not None
    return found


@pytest.mark.slow
def test_nothing_is_found_in_any_of_its_papers() -> None:
    jobs = pipeline.jobs(example(NAME), programme())
    papers = [pipeline.prepare(example(NAME), programme(), job) for job in jobs]
    checked = pipeline.check(example(NAME), programme(), papers)
    found = [each for each in papers if list(each.findings) or list(checked.of(each.job.id))]
    assert [diagnostics_text(checked.of(each.job.id)) for each in found] == []


def test_the_vote_follows_the_events_and_comes_before_what_rests_on_it(content: Content) -> None:
    dates = {name: key.date for name, key in content.programme.dates.items()}
    order = ["governing_body_decides_to_engage", "letter_sent", "events_begin", "events_end", "vote_opens"]
    order += ["vote_closes", "governing_body_decides", "complete", "go_live"]
    assert [dates[name] for name in order] == sorted(dates[name] for name in order)
    assert len({dates[name] for name in order}) == len(order)


def test_what_carries_the_vote_is_told_in_one_way(content: Content) -> None:
    assert content.engagement is not None
    vote = content.engagement.vote
    assert vote is not None
    assert (vote.threshold, vote.denominator) == ("more than 50%", "votes cast")
    told = [text.body for text in content.narratives.values() if "50%" in text.body]
    assert told
    assert all("more than 50% of the votes cast" in " ".join(body.split()) for body in told)


def test_the_parts_of_the_package_add_up_in_one_unit(content: Content) -> None:
    parts = [fact for name, fact in content.facts.items() if name.startswith("package_")]
    assert sum(Decimal(fact.value) for fact in parts) == Decimal(content.facts["package"].value)
    assert {fact.unit for fact in (*parts, content.facts["package"])} == {"£ million"}


def test_each_paragraph_bears_the_number_of_its_section() -> None:
    section, numbers = "", []
    for node in walk(paper("cover-report")):
        if isinstance(node, Heading) and node.level == 1:
            section = node.number
        if isinstance(node, Paragraph) and node.number:
            numbers.append(node.number)
            assert node.number.startswith(f"{section}."), node.number
    assert len(numbers) > 15
    assert len(numbers) == len(set(numbers))


def test_the_cover_sheet_is_filled_in_and_a_person_has_one_title(content: Content) -> None:
    report = content.cover_report
    assert report is not None
    assert report.approved_by is not None
    assert report.approved_by.date == report.produced
    people = [*report.authors, report.executive, report.approved_by]
    assert len({(who.name, who.title) for who in people if who}) == 1
    assert (len(report.purpose), len(report.access)) == (1, 1)


def test_every_action_has_a_lead_who_is_named_and_a_day(content: Content) -> None:
    timescales = content.timescales
    assert timescales is not None
    assert len(timescales.actions) == 16
    assert all(action.leads and action.due for action in timescales.actions)
    assert {lead for action in timescales.actions for lead in action.leads} == set(timescales.people)
