"""Figures that the content states in fields of their own, which papers name in words too."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from docgen.check.prose.numbers.named_figures import Figure
from docgen.check.rule import ProgrammeFacts
from docgen.schema.governance import Committee
from docgen.schema.quorum_rule import AllOf, Count, Rule
from docgen.source import Path, Source


class Entry(Struct, frozen=True):
    """One figure as the content states it."""

    figure: Figure
    values: tuple[Decimal, ...]
    """What a paper may say, the most telling one first."""
    words: str
    place: Source
    committee: str = ""
    """The id of the committee whose figure it is; empty for one of the programme."""


def entries(facts: ProgrammeFacts) -> list[Entry]:
    """All that is stated, committee by committee, then for the programme."""
    found = [entry for id_, each in facts.committees.items() for entry in _of_committee(id_, each, facts)]
    return [*found, *_of_interests(facts), *_of_posts(facts), *_of_survey(facts)]


def _of_committee(id_: str, committee: Committee, facts: ProgrammeFacts) -> Iterator[Entry]:
    path: Path = ("governance", "committees", id_)
    voters = sum(member.voting for member in committee.members)
    quorum = _least(committee.quorum.rule) if committee.quorum else 0
    stated = (
        (Figure.VOTERS, voters, "members"),
        (Figure.QUORUM, quorum, "quorum"),
        (Figure.PAPERS, committee.papers_days or 0, "papers_days"),
        (Figure.NOTICE, committee.notice_days or 0, "notice_days"),
    )
    for figure, value, field in stated:
        if value:
            yield Entry(figure, (Decimal(value),), str(value), facts.place(*path, field), id_)


def _least(rule: Rule) -> int:
    """How many members a quorum asks for, whoever they are; 0 where it counts none."""
    parts = rule.rules if isinstance(rule, AllOf) else (rule,)
    counts = [each.least for each in parts if isinstance(each, Count) and each.names in ((), ("voting",))]
    return max(counts, default=0)


def _of_interests(facts: ProgrammeFacts) -> Iterator[Entry]:
    governance = facts.content.governance
    interests = governance.conflicts_of_interest if governance else None
    if interests and interests.declaration_days:
        place = facts.place("governance", "conflicts_of_interest", "declaration_days")
        days = interests.declaration_days
        yield Entry(Figure.INTERESTS, (Decimal(days),), str(days), place)


def _of_posts(facts: ProgrammeFacts) -> Iterator[Entry]:
    """The sum of the posts, or the total that is stated beside them."""
    resources = facts.content.resources
    if resources is None or not resources.posts or any(post.unit for post in resources.posts):
        return
    total = sum((post.cost.pounds for post in resources.posts), Decimal(0))
    stated = resources.stated_total
    values = (stated.pounds, total) if stated else (total,)
    yield Entry(
        Figure.POSTS, values, f"£{values[0]:,.0f}", facts.place("resources", "stated_total" if stated else "posts")
    )


def _of_survey(facts: ProgrammeFacts) -> Iterator[Entry]:
    survey = facts.content.engagement.survey if facts.content.engagement else None
    if survey is None:
        return
    path: Path = ("engagement", "survey")
    yield Entry(Figure.INVITED, (Decimal(survey.invited),), str(survey.invited), facts.place(*path, "invited"))
    counts = tuple(Decimal(each) for each in (survey.responded, survey.answered) if each)
    if counts:
        field = "responded" if survey.responded else "options"
        yield Entry(Figure.ANSWERED, counts, str(counts[0]), facts.place(*path, field))
