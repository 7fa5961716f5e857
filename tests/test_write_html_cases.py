"""Each case shows a small tree, the HTML of its text (in `page.md`: of the whole page), and the problems found."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from docgen.diagnostic import Findings
from docgen.tree import block, inline
from docgen.tree.document import Document
from docgen.write.edition import Edition
from docgen.write.html.document import write_html
from tests import trees
from tests.casefile import Case, case_parameters, diagnostics_text, expect

NAMES = {**vars(block), **vars(inline), **vars(trees), "date": date}
"""What the `python` block of a case may use: the nodes, and the short ways to build them."""


@pytest.mark.parametrize("case", case_parameters("cases/html/*.md"))
def test_a_tree_becomes_the_html_of_its_case(
    case: Case, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trees, "_lines", count(1))
    document: Document = eval(case.blocks["python"].strip(), dict(NAMES))
    findings = Findings()
    page = write_html(document, findings, Edition(preview="preview" in case.title)).decode("utf-8")
    expect(case, "html", whole(page) if case.file.stem == "page" else text_of(page), request)
    if findings or "diagnostics" in case.blocks:
        expect(case, "diagnostics", diagnostics_text(findings), request)


def text_of(page: str) -> str:
    """What stands inside `main`, at the left margin."""
    main = page.split('<main id="main" tabindex="-1">\n')[1].split("    </main>\n")[0]
    return "".join(line.removeprefix("      ") for line in main.splitlines(keepends=True))


def whole(page: str) -> str:
    """The page without its style, and without the number that stands for the style in the policy."""
    before, style = page.split("<style>")
    policy, hashed = before.split("'sha256-")
    return policy + "'sha256-…" + hashed[hashed.index("'") :] + "<style>…" + style[style.index("</style>") :]
