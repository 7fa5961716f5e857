"""The example is at the size of the real paper, agrees with itself, and states each fact once."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from docgen.diagnostic import Findings
from docgen.load.content import load_content
from docgen.schema.content import Content
from docgen.schema.links import targets
from docgen.schema.validate import validate
from docgen.snapshot import Snapshot

ROOT = Path(__file__).parents[1]
FILES = {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "content" / "banes").rglob("*.*"))}
TEXTS = {name: path.read_text(encoding="utf-8") for name, path in FILES.items()}

ROLES = {"fact": "fact", "date": "date", "abbr": "abbreviation", "cite": "reference", "term": "term"}
"""Role of the markup, and the kind of thing that it names."""


@pytest.fixture(scope="module")
def content() -> Content:
    """The example, which has no fault."""
    findings = Findings()
    snapshot = Snapshot({name: path.read_bytes() for name, path in FILES.items()})
    loaded = load_content(snapshot, "banes", findings)
    found = validate(loaded, findings) if loaded else None
    assert list(findings) == []
    assert found is not None
    return found


def narratives(content: Content) -> str:
    """All Markdown of the example."""
    return "\n".join(text for name, text in TEXTS.items() if name.endswith(".md"))


def test_it_has_the_size_of_the_real_paper(content: Content) -> None:
    assert content.priorities is not None
    assert content.scope is not None
    assert content.governance is not None
    in_scope = [function.in_scope.value for function in content.scope.functions]
    assert (in_scope.count("yes"), in_scope.count("no")) == (10, 6)
    assert len(content.priorities.programmes) == 6
    assert list(content.governance.committees) == ["strategic-group", "operational-group"]
    assert 4_000 < len(narratives(content).split()) < 6_000


def test_its_figures_follow_from_their_parts(content: Content) -> None:
    assert content.resources is not None
    assert content.engagement is not None
    assert content.engagement.survey is not None
    survey = content.engagement.survey
    assert sum(post.cost.pounds for post in content.resources.posts) == Decimal(79_300)
    assert (survey.answered, survey.response_rate) == (12, "28.6%")
    assert [option.count for option in survey.options] == [7, 2, 3]


def test_its_quorums_can_be_met_and_survive_an_empty_room(content: Content) -> None:
    assert content.governance is not None
    for committee in content.governance.committees.values():
        assert committee.quorum is not None
        voting = [member for member in committee.members if member.voting]
        assert committee.quorum.is_met(voting, committee.chair, committee.vice_chair)
        assert not committee.quorum.is_met([], committee.chair, committee.vice_chair)


@pytest.mark.parametrize("role", ROLES)
def test_its_markup_names_only_what_exists(content: Content, role: str) -> None:
    named = set(re.findall(rf"\{{{role}\}}`([^`]*)`", narratives(content)))
    assert named
    assert named <= set(targets(content, ROLES[role], ()))


def test_its_organisations_and_bodies_are_named_by_id(content: Content) -> None:
    named = set(re.findall(r"\{name\}`([^`]*)`", narratives(content)))
    known = {name for kind in ("organisation", "committee", "body") for name in targets(content, kind, ())}
    assert named <= known


def test_every_figure_of_the_facts_stands_in_one_file_only(content: Content) -> None:
    for name, fact in content.facts.items():
        figure = fact.value
        if len(figure) > 3:
            assert [file for file, text in TEXTS.items() if figure in text] == ["content/banes/facts.yaml"], name


def test_every_fact_is_used(content: Content) -> None:
    named = set(re.findall(r"\{fact\}`([^`]*)`", narratives(content)))
    assert named == set(content.facts)


def test_every_narrative_says_who_owns_it_and_how_long_it_may_be(content: Content) -> None:
    for name, narrative in content.narratives.items():
        assert None not in (narrative.title, narrative.owner, narrative.status, narrative.word_limit), name
        assert len(narrative.body.split()) <= (narrative.word_limit or 0), name
