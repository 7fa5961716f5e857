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
from docgen.write.html.document import write_html
from docgen.write.typst.writer import new_program, write_pdf, written_program
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


BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent>'
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Outer</w:t></w:r></w:p>"
)
SIDE_BY_SIDE = (
    '<w:tbl><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6000"/></w:tblGrid><w:tr>'
    "<w:tc><w:p><w:r><w:t>Leftcell</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Rightcell</w:t></w:r></w:p></w:tc>"
    "</w:tr></w:tbl><w:p/>"
)


def of_house(header: str) -> tuple[list[Placed], set[str]]:
    """The words of a page under a header, and the codes of what is told."""
    findings = Findings()
    house = with_header(edge("header", header))
    data = write_pdf(document(paragraph("Body")), findings, Edition(reference=Reference("house.docx", house)))
    return placed_words(data), {found.code.id for found in findings}


def test_words_of_a_text_box_are_left_out_and_told_and_those_around_it_stay() -> None:
    words, told = of_house(BOX)
    assert {word.word for word in words} & {"Box", "Outer"} == {"Outer"}
    assert "DG918" in told


def test_cells_of_a_table_in_a_header_stand_side_by_side() -> None:
    words, _ = of_house(SIDE_BY_SIDE)
    left, right, body = (
        next(word for word in words if word.word == name) for name in ("Leftcell", "Rightcell", "Body")
    )
    assert abs(left.top - right.top) < 1
    assert left.right < right.left
    assert body.top > left.bottom


@pytest.mark.parametrize(
    ("properties", "option"),
    [
        ("<w:b/>", 'weight: "bold"'),
        ('<w:color w:val="FF0000"/>', 'fill: rgb("#ff0000")'),
        ("<w:i/>", 'style: "italic"'),
        ('<w:sz w:val="40"/>', "size: 20.0pt"),
    ],
)
def test_words_of_a_header_look_as_they_say(properties: str, option: str) -> None:
    assert f'text({option}, "Board")' in program_of(properties)


@pytest.mark.parametrize("properties", ['<w:b w:val="0"/>', '<w:color w:val="auto"/>', '<w:sz w:val="nan"/>', ""])
def test_words_that_say_nothing_of_their_own_look_as_their_line(properties: str) -> None:
    code = program_of(properties)
    assert '"Board"' in code
    assert ', "Board")' not in code


def test_hidden_words_of_a_header_stay_hidden() -> None:
    words, _ = of_house("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r><w:r><w:t>Seen</w:t></w:r></w:p>")
    assert {word.word for word in words} & {"Hidden", "Seen"} == {"Seen"}


def program_of(properties: str) -> str:
    """The code that Typst is given for a page under a header of one word with these properties."""
    house = with_header(edge("header", f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>Board</w:t></w:r></w:p>"))
    made = new_program(document(paragraph("x")), Findings(), Edition(reference=Reference("house.docx", house)))
    assert made
    return written_program(made)


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


def test_a_letter_that_drawings_lack_is_told_by_every_output() -> None:
    stages = (Label("中", here()),)
    chart = ReadinessMatrix(stages, (Readiness(Label("A", here()), (Decimal(1),)),), here())
    for write in (write_docx, write_html, write_pdf):
        findings = Findings()
        write(document(Figure(chart, here())), findings)
        assert "DG923" in {found.code.id for found in findings}


@pytest.mark.parametrize("stages", [1, 3, 8, 20])
def test_the_words_of_a_matrix_stand_beside_one_another(stages: int) -> None:
    """Long headings, and numbers of a million: none stands over another."""
    rows = [Readiness(Label(f"Category {n}", here()), (Decimal(1_234_567),) * stages) for n in range(3)]
    chart = ReadinessMatrix(tuple(Label(f"September {2010 + n}", here()) for n in range(stages)), tuple(rows), here())
    by_line: dict[tuple[int, float], list[Placed]] = {}
    for word in words_of(document(Figure(chart, here()))):
        by_line.setdefault((word.page, round(word.top)), []).append(word)
    for placed in by_line.values():
        placed.sort(key=lambda word: word.left)
        assert all(one.right <= other.left + 1 for one, other in pairwise(placed))


def _findings(paper: Document) -> Findings:
    findings = Findings()
    write_pdf(paper, findings)
    return findings
