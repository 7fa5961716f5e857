"""Numbers, anchors, references, abbreviations, footnotes and contents are filled in: see `cases/resolve/`."""

from __future__ import annotations

import pytest

from tests.casefile import Case, case_parameters, diagnostics_text, expect
from tests.outline import outline
from tests.papers import paper_of


@pytest.mark.parametrize("case", case_parameters("cases/resolve/*.md"))
def test_a_tree_is_resolved_as_its_case_says(case: Case, request: pytest.FixtureRequest) -> None:
    paper = paper_of(case)
    document = paper.resolved()
    assert document, diagnostics_text(paper.findings)
    expect(case, "outline", outline(document), request)
    if paper.findings or "diagnostics" in case.blocks:
        expect(case, "diagnostics", diagnostics_text(paper.findings), request)
