"""Rules over long tables take time in proportion to their length: what is done for each pair of rows takes minutes."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from docgen.check.registry import RULES
from docgen.check.rule import DocumentRule, Paper, PapersRule, ProgrammeFacts, ProgrammeRule, Rule, paper_of
from docgen.diagnostic import Diagnostic
from tests.casefile import Case
from tests.papers import paper_of_words
from tests.test_rules import facts_of, resolved

ROWS = 150
LARGER = 4
MOST = 1.5 * LARGER
"""How much more may be done for a table so much longer; what is done for each pair would be its square."""
BEFOREHAND = 20_000
"""Calls that do not count: what is done once, and patterns that are made when they are first wanted."""


def scope_of(rows: int) -> str:
    """Functions with sub-functions, in scope and out of it in turn, each about something else."""
    head = "function,id,in_scope,lead,sub_functions,comment,reserved_to"
    lines = (
        f"Carry out reviews of topic{row}x and matter{row}y,f{row},{'yes' if row % 2 else 'no'},group,"
        f"Keep the register of part{row}z,Remark on topic{row}x,{'board' if row % 3 else ''}"
        for row in range(rows)
    )
    return "\n".join([head, *lines, ""])


def governance_of(rows: int) -> str:
    """One committee with duties and exclusions about the functions, and decisions that are reserved."""
    duties = "".join(f"      - Carry out reviews of topic{row}x\n" for row in range(0, rows, 2))
    exclusions = "".join(f"      - Anything about matter{row}y\n" for row in range(1, rows, 2))
    return (
        "bodies: {board: {name: Board, organisation: ccg}}\n"
        "committees:\n  group:\n    name: Group\n    kind: joint committee\n    purpose: Decides.\n    chair: chair\n"
        "    meets: monthly\n    members: [{id: chair, role: Lay member, lay: yes, voting: yes}]\n"
        f"    responsibilities:\n{duties}    exclusions:\n{exclusions}"
    )


def facts_with(rows: int) -> ProgrammeFacts:
    """A programme with so many functions."""
    content = {"x content/x/scope.csv": scope_of(rows), "x content/x/governance.yaml": governance_of(rows)}
    return facts_of(Case(Path("growth.md"), "growth", content))


def calls(rule: Rule, papers: Sequence[Paper], facts: ProgrammeFacts) -> int:
    """How many functions are called while a rule looks at all: a measure that no other program disturbs."""
    profile = cProfile.Profile()
    profile.runcall(list, found(rule, papers, facts))
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def found(rule: Rule, papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterable[Diagnostic]:
    if isinstance(rule, ProgrammeRule):
        yield from rule.check(facts)
    elif isinstance(rule, DocumentRule):
        yield from (each for paper in papers for each in rule.check(paper, facts))
    else:
        yield from rule.check(papers, facts)


@pytest.fixture(scope="module")
def small() -> ProgrammeFacts:
    return facts_with(ROWS)


@pytest.fixture(scope="module")
def large() -> ProgrammeFacts:
    return facts_with(LARGER * ROWS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.id)
def test_a_rule_takes_as_long_as_the_table(rule: Rule, small: ProgrammeFacts, large: ProgrammeFacts) -> None:
    paper = paper_of("x", resolved(paper_of_words("papers/x.md", "Reviews of topic7x are out of scope.\n")))
    papers = (paper,) if isinstance(rule, DocumentRule | PapersRule) else ()
    few, many = (calls(rule, papers, facts) for facts in (small, large))
    assert many <= max(MOST * few, BEFOREHAND)
