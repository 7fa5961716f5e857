"""Each case shows a small tree, the markup of its text in Word, of other parts if asked for, and its problems."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from msgspec.structs import replace

from docgen.diagnostic import Findings
from docgen.tree import block, inline
from docgen.tree.document import Document, Numbering
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition
from tests import trees
from tests.casefile import Case, case_parameters, diagnostics_text, expect
from tests.ooxml_lint import WordFile, faults, w
from tests.word_text import Element, markup

NAMES = {**vars(block), **vars(inline), **vars(trees), "date": date, "replace": replace, "Numbering": Numbering}
"""What the `python` block of a case may use: the nodes, and the short ways to build them."""


@pytest.mark.parametrize("case", case_parameters("cases/docx/*.md"))
def test_a_tree_becomes_the_markup_of_its_case(
    case: Case, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trees, "_lines", count(1))
    document: Document = eval(case.blocks["python"].strip(), dict(NAMES))
    findings = Findings()
    data = write_docx(document, findings, Edition(clean=True))
    assert faults(data) == []
    file = WordFile(data)
    expect(case, "xml", body(file), request)
    for info in [info for info in case.blocks if info.startswith("xml ")]:
        expect(case, info, other(file, info.removeprefix("xml ")), request)
    if findings or "diagnostics" in case.blocks:
        expect(case, "diagnostics", diagnostics_text(findings), request)


def body(file: WordFile) -> str:
    """The blocks of the text, without the properties of the last section."""
    return "".join(markup(element) for element in list(file.part("document")[0])[:-1])


def other(file: WordFile, name: str) -> str:
    """What stands in another part, or in the properties of the last section."""
    match name:
        case "sectPr":
            return markup(file.part("document")[0][-1])
        case "numbering":
            return "".join(markup(element) for element in file.part(name).iter(w("num")) if is_own(element))
        case "footnotes":
            return "".join(markup(element) for element in list(file.part(name))[2:])
        case _:
            return "".join(markup(element) for element in file.part(name))


def is_own(number: Element) -> bool:
    """Whether a list was made for this document; the reference document's have smaller ids."""
    return int(number.get(w("numId"), "0")) >= 100
