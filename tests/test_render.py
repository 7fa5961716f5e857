"""A template and values become Markdown with placeholders, or one diagnostic at the template's line."""

from __future__ import annotations

import pytest

from tests.casefile import Case, case_parameters, diagnostics_text, expect
from tests.outline import rendered_lines
from tests.papers import paper_of


@pytest.mark.parametrize("case", case_parameters("cases/render/*.md"))
def test_a_template_renders_as_its_case_says(case: Case, request: pytest.FixtureRequest) -> None:
    paper = paper_of(case)
    rendered = paper.rendered()
    if rendered:
        expect(case, "rendered", rendered_lines(rendered), request)
    if paper.findings or not rendered:
        assert len(paper.findings) == 1
        expect(case, "diagnostics", diagnostics_text(paper.findings), request)
