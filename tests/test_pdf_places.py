"""What only a look at the page tells: that words of a PDF stand where they belong, and over no others."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from docgen.diagnostic import Findings
from docgen.tree.block import Figure
from docgen.tree.chart import Label, Readiness, ReadinessMatrix
from docgen.tree.document import Document, Numbering
from docgen.write.docx.writer import write_docx
from docgen.write.edition import PLAIN_EDITION, Edition, Reference
from docgen.write.typst.writer import write_pdf
from tests.house_documents import edge, line, with_header
from tests.pdf_places import Placed, placed_words
from tests.trees import document, heading, here, paragraph, row, table


def matrix(count: int) -> Figure:
    """Categories with totals of 101, 102 … that stand nowhere else."""
    rows = [Readiness(Label(f"Category{n}", here()), (Decimal(100), Decimal(n + 1))) for n in range(count)]
    stages = tuple(Label(words, here()) for words in ("Now", "Soon"))
    return Figure(ReadinessMatrix(stages, tuple(rows), here()), here())


def words_of(paper: Document, edition: Edition = PLAIN_EDITION) -> list[Placed]:
    return placed_words(write_pdf(paper, Findings(), edition))


@pytest.mark.parametrize("count", [1, 2, 12])
def test_each_total_of_a_matrix_stands_in_the_row_of_its_category(count: int) -> None:
    words = words_of(document(matrix(count), paragraph("Below")))
    for number in range(count):
        (name,) = [word for word in words if word.word == f"Category{number}"]
        (total,) = [word for word in words if word.word == str(101 + number)]
        assert abs((name.top + name.bottom) - (total.top + total.bottom)) / 2 < 12


def test_long_words_keep_to_their_cells() -> None:
    heads = ["Responsibilities", "Accountability", *(f"Organisational{n}" for n in range(8))]
    words = words_of(document(table(heads, row(*(["Incomprehensibilities"] * 10)))))
    rows: dict[tuple[int, float], list[Placed]] = {}
    for word in words:
        rows.setdefault((word.page, word.top), []).append(word)
    for placed in rows.values():
        placed.sort(key=lambda word: word.left)
        assert all(one.right <= other.left for one, other in pairwise(placed))


def test_a_header_of_several_lines_pushes_the_text_down() -> None:
    name = "An integrated care board whose name " + "is longer than a line of its header " * 5
    house = with_header(edge("header", line(name), line("Last")))
    words = words_of(document(paragraph("Body")), Edition(reference=Reference("house.docx", house)))
    header, body = (next(word for word in words if word.word == said) for said in ("Last", "Body"))
    assert body.top >= header.bottom


def test_the_second_line_of_a_heading_stands_below_the_first_word() -> None:
    paper = document(
        heading(1, "Alpha " + "of a heading that is longer than a line " * 3 + "omega", number="A"),
        numbering=Numbering.LETTERED,
    )
    words = words_of(paper)
    number, first = (next(word for word in words if word.word == said) for said in ("A.", "Alpha"))
    further = min(word.left for word in words if word.top > first.bottom)
    assert number.left < first.left
    assert abs(further - first.left) < 1


def test_a_drawing_that_nobody_can_read_on_paper_is_told_once() -> None:
    findings = Findings()
    paper = document(matrix(120))
    write_docx(paper, findings)
    write_pdf(paper, findings)
    assert [found.code.id for found in findings if found.code.id == "DG922"] == ["DG922"]
    assert "DG922" not in {found.code.id for found in _findings(document(matrix(20)))}


def _findings(paper: Document) -> Findings:
    findings = Findings()
    write_pdf(paper, findings)
    return findings
