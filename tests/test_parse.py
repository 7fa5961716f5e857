"""Markdown, roles, directives and printed values become the tree: see `cases/parse/`."""

from __future__ import annotations

import pytest

from tests.casefile import Case, case_parameters, diagnostics_text, expect
from tests.outline import outline
from tests.papers import paper_of


@pytest.mark.parametrize("case", case_parameters("cases/parse/*.md"))
def test_markdown_becomes_the_tree_of_its_case(case: Case, request: pytest.FixtureRequest) -> None:
    paper = paper_of(case)
    document = paper.parsed()
    assert document, diagnostics_text(paper.findings)
    info = "outline with sources" if "outline with sources" in case.blocks else "outline"
    expect(case, info, outline(document, sources=info != "outline"), request)
    if paper.findings or "diagnostics" in case.blocks:
        expect(case, "diagnostics", diagnostics_text(paper.findings), request)
