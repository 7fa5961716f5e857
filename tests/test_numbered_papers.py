"""Papers whose paragraphs are numbered, appendices, pull quotes, pages on their long side: the same in every format."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.diagnostic import Findings
from docgen.resolve.resolve import resolve
from docgen.tree.block import Block
from docgen.tree.document import AppendixNumbering, Document, Numbering
from docgen.tree.inline import CrossReference, ReferenceForm
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition, Reference
from docgen.write.html.document import write_html
from docgen.write.markdown.writer import write_markdown
from docgen.write.typst.writer import write_pdf
from tests.casefile import diagnostics_text
from tests.house_documents import HOUSES, NORMAL, W, list_level, style, word_document
from tests.html_lines import lines_of_html
from tests.markdown_lines import comparable as markdown_comparable
from tests.markdown_lines import lines_of_markdown, word_lines
from tests.numbered_paper import KINDS, blocks, paper
from tests.ooxml_file import NAMES, Element, WordFile, val, w
from tests.ooxml_lint import faults
from tests.pdf_lines import comparable, lines_of_pdf
from tests.test_word_pages import _convert as convert
from tests.test_word_pages import _entries as entries_of
from tests.test_write_docx_programs import needs_validator, validator_faults
from tests.trees import (
    document,
    heading,
    here,
    paragraph,
)
from tests.word_lines import lines_of_docx
from tests.word_numbers import WordNumbers

PATH = "templates/styles/reference.docx"


def word_of(content: Document, house: bytes | None = None) -> WordFile:
    """The Word file of a paper, which has no fault."""
    findings = Findings()
    edition = Edition(reference=Reference(PATH, house) if house else None)
    data = write_docx(content, findings, edition)
    assert not [found for found in findings if found.code.id not in _NOTES], diagnostics_text(findings)
    assert faults(data) == []
    return WordFile(data)


_NOTES = ("DG064", "DG065", "DG915")
"""Of houses that lack styles, have another paper, or letters of unknown width."""


def paragraphs(file: WordFile, *styles: str) -> list[Element]:
    """The paragraphs of the text in one of the styles."""
    return [each for each in file.part("document").iter(w("p")) if val(each, "w:pPr/w:pStyle") in styles]


def words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def marked(file: WordFile) -> list[str]:
    """All headings and paragraphs that Word numbers, with the number that it gives them."""
    numbers = WordNumbers(file)
    found = [(each, numbers.mark(each)[0]) for each in file.part("document").iter(w("p"))]
    return [f"{mark} {words(each)}" for each, mark in found if mark and "List" not in val(each, "w:pPr/w:pStyle")]


def section_sizes(file: WordFile) -> set[tuple[str | None, str | None]]:
    sizes = [section.find("w:pgSz", NAMES) for section in file.part("document").iter(w("sectPr"))]
    return {(size.get(w("w")), size.get(w("h"))) for size in sizes if size is not None}


@pytest.mark.parametrize("kind", KINDS)
class TestEveryFormatSaysTheSame:
    def test_on_the_web(self, kind: str) -> None:
        content = paper(**KINDS[kind])
        word = lines_of_docx(write_docx(content, Findings()))
        page = lines_of_html(write_html(content, Findings()), word.has_cover, word.has_title)
        assert (word.contents, word.text, word.notes) == (page.contents, page.text, page.notes)

    def test_in_markdown(self, kind: str) -> None:
        content = paper(**KINDS[kind])
        listed, said = word_lines(lines_of_docx(write_docx(content, Findings())))
        page = markdown_comparable(lines_of_markdown(write_markdown(content, Findings())))
        assert sorted([*listed, *said]) == sorted(page)

    @pytest.mark.slow
    def test_in_pdf(self, kind: str) -> None:
        content = paper(**KINDS[kind])
        word = lines_of_docx(write_docx(content, Findings()))
        findings = Findings()
        page = lines_of_pdf(write_pdf(content, findings), word.has_cover, word.has_title)
        assert not list(findings), diagnostics_text(findings)
        said = comparable(word)
        found = comparable(page)
        assert sorted([*said[0], *said[1]]) == sorted([*found[0], *found[1]])


class TestWord:
    def test_it_counts_paragraphs_as_the_tree_does(self) -> None:
        assert marked(word_of(paper(numbers_paragraphs=True))) == [
            "1 Purpose",
            "1.1 The board is asked to agree.",
            "1.2 Because time is short.",
            "2 Reasons",
            "2.1 On its side.",
            "2.2 See section\u00a01Appendix AWhat was asked",
            "Appendix A Survey form",
            "A.1 The form.",
            "A.2 Two questions.",
            "Appendix B Survey results",
            "B.1 The results.",
        ]

    def test_it_counts_appendices_by_themselves(self) -> None:
        content = paper(numbering=Numbering.LETTERED, appendices=AppendixNumbering.NUMBERED)
        assert marked(word_of(content)) == [
            *["A. Purpose", "I. Why now", "B. Reasons", "Appendix 1 Survey form", "A1.1 What was asked"],
            *["A1.1.1 Deeper", "Appendix 2 Survey results"],
        ]

    def test_paragraphs_are_the_second_level_of_the_list_of_headings_and_hang(self) -> None:
        file = word_of(paper(numbers_paragraphs=True))
        styles = {each.get(w("styleId")): each for each in file.part("styles").findall("w:style", NAMES)}
        bound = {
            id: tuple(val(styles[id], f"w:pPr/w:numPr/w:{name}") for name in ("numId", "ilvl"))
            for id in ("Heading1", "NumberedParagraph", "AppendixHeading1", "AppendixParagraph")
        }
        assert bound["Heading1"][0] == bound["NumberedParagraph"][0]
        assert bound["AppendixHeading1"][0] == bound["AppendixParagraph"][0] != bound["Heading1"][0]
        assert [level for _, level in bound.values()] == ["0", "1", "0", "1"]
        assert val(styles["Heading2"], "w:pPr/w:numPr/w:numId") == ""
        indent = styles["NumberedParagraph"].find("w:pPr/w:ind", NAMES)
        assert indent is not None
        assert indent.get(w("left")) == indent.get(w("hanging")) == "851"

    def test_no_number_is_written_as_text(self) -> None:
        for kind, said in KINDS.items():
            file = word_of(paper(**said))
            starts = [words(each)[:2] for each in paragraphs(file, "NumberedParagraph", "AppendixParagraph")]
            assert not [start for start in starts if start[:1].isdigit()], kind

    def test_lists_stand_below_the_words_of_their_paragraph(self) -> None:
        (first, _) = paragraphs(word_of(paper(numbers_paragraphs=True)), "ListBullet")
        indent = first.find("w:pPr/w:ind", NAMES)
        assert indent is not None
        assert (indent.get(w("left")), indent.get(w("hanging"))) == (str(851 + 482), "482")
        (plain, _) = paragraphs(word_of(paper()), "ListBullet")
        assert plain.find("w:pPr/w:ind", NAMES) is None

    def test_appendices_stand_in_the_outline_from_which_word_makes_its_contents(self) -> None:
        styles = word_of(paper()).part("styles")
        levels = [styles.find(f"w:style[@w:styleId='AppendixHeading{level}']", NAMES) for level in range(1, 7)]
        assert [val(each, "w:pPr/w:outlineLvl") for each in levels if each is not None] == list("012345")

    def test_references_are_fields_that_repeat_the_whole_number(self) -> None:
        def content(label: str) -> Document:
            more: list[Block] = [
                heading(1, "End", numbered=True),
                paragraph(["See ", CrossReference(label, ReferenceForm.FULL, here())]),
            ]
            said = document(*blocks(), *more, numbering=Numbering.DECIMAL, numbers_paragraphs=True)
            return resolve(said, Findings())

        for label, shown in (("ask", "paragraph\u00a01.1"), ("survey", "Appendix A")):
            file = word_of(content(label))
            last = paragraphs(file, "NumberedParagraph")[-1]
            assert words(last) == f"See {shown}"
            instructions = [each.text or "" for each in last.iter(w("instrText"))]
            assert len(instructions) == 1
            assert instructions[0].strip().endswith("\\n \\h")

    def test_a_number_that_word_would_not_give_is_written_as_text(self) -> None:
        findings = Findings()
        odd = document(
            heading(1, "Five", number="5"),
            paragraph("Words.", number="5.1"),
            numbering=Numbering.DECIMAL,
            numbers_paragraphs=True,
        )
        data = write_docx(odd, findings)
        assert [found.code.id for found in findings] == ["DG910", "DG910"]
        assert faults(data) == []
        (said,) = paragraphs(WordFile(data), "NumberedParagraph")
        assert words(said) == "5.1Words."
        assert val(said, "w:pPr/w:numPr/w:numId") == "0"

    def test_a_pull_quote_has_styles_of_its_own_and_stays_with_its_speaker(self) -> None:
        said, by = paragraphs(word_of(paper()), "PullQuote", "PullQuoteBy")
        assert (words(said), words(by)) == ("One plan is better than three.", "A practice manager")
        assert said.find("w:pPr/w:keepNext", NAMES) is not None

    def test_all_pages_stand_on_their_long_side_where_the_type_says_so(self) -> None:
        assert section_sizes(word_of(paper(landscape=True))) == {("16838", "11906")}
        assert len(list(word_of(paper(landscape=True)).part("document").iter(w("sectPr")))) == 1

    def test_sections_begin_on_new_pages_but_the_first(self) -> None:
        file = word_of(paper(new_pages=True))
        heads = paragraphs(file, "Heading1", "AppendixHeading1")
        begun = {words(each): each.find("w:pPr/w:pageBreakBefore", NAMES) is not None for each in heads}
        assert begun == {"Purpose": False, "Reasons": True, "Survey form": True, "Survey results": True}

    def test_pages_are_counted_with_the_new_ones(self) -> None:
        file = word_of(paper(new_pages=True, landscape=True))
        entries = [words(each) for each in paragraphs(file, "TOC1")]
        assert entries == ["1Purpose1", "2Reasons3", "Appendix ASurvey form4", "Appendix BSurvey results5"]

    @pytest.mark.slow
    @pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
    @pytest.mark.skipif(shutil.which("pdftohtml") is None, reason="poppler-utils is not installed")
    def test_the_contents_name_the_pages_that_libreoffice_shows(self, tmp_path: Path) -> None:
        files = {kind.replace(" ", "-"): write_docx(paper(**said), Findings()) for kind, said in KINDS.items()}
        for name, data in files.items():
            (tmp_path / f"{name}.docx").write_bytes(data)
        convert(tmp_path)
        found = [each for name, data in files.items() for each in entries_of(name, data, tmp_path / f"{name}.pdf")]
        assert len(found) == 7 * len(KINDS)
        assert [each for each in found if each.off] == []


class TestHouses:
    @pytest.mark.parametrize("house", HOUSES.values(), ids=HOUSES)
    @pytest.mark.parametrize("kind", ["paragraphs", "lettered", "landscape paragraphs"])
    def test_papers_are_sound_and_numbered_alike_in_every_house(self, house: Callable[[], bytes], kind: str) -> None:
        content = paper(**KINDS[kind])
        file = word_of(content, house())
        assert marked(file) == marked(word_of(content))
        assert all(int(wide or 0) > int(high or 0) for wide, high in section_sizes(file) if kind.startswith("land"))

    @pytest.mark.slow
    @needs_validator
    @pytest.mark.parametrize("house", [None, *HOUSES.values()], ids=["none", *HOUSES])
    def test_the_format_is_valid(self, house: Callable[[], bytes] | None, tmp_path: Path) -> None:
        edition = Edition(reference=Reference(PATH, house()) if house else None)
        for kind in KINDS:
            assert validator_faults(write_docx(paper(**KINDS[kind]), Findings(), edition), tmp_path) == [], kind

    def test_the_houses_own_styles_and_distances_are_used(self) -> None:
        file = word_of(paper(numbers_paragraphs=True), house_with_styles())
        assert marked(file) == marked(word_of(paper(numbers_paragraphs=True)))
        styles = {val(each, "w:name"): each for each in file.part("styles").findall("w:style", NAMES)}
        assert val(styles["Pull Quote"], "w:rPr/w:color") == "8B0000"
        (level,) = [
            each for each in file.part("numbering").iter(w("lvl")) if val(each, "w:pStyle") == "NumberedParagraph"
        ]
        indent = level.find("w:pPr/w:ind", NAMES)
        assert indent is not None
        assert indent.get(w("left")) == "600"
        bullet = paragraphs(file, "ListBullet")[0].find("w:pPr/w:ind", NAMES)
        assert bullet is not None
        assert bullet.get(w("left")) == str(600 + 482)

    def test_a_house_whose_appendices_are_based_on_nothing_has_them_in_the_outline(self) -> None:
        file = word_of(paper(), house_with_styles())
        found = file.part("styles").find("w:style[@w:styleId='AppendixHeading1']", NAMES)
        assert found is not None
        assert val(found, "w:pPr/w:outlineLvl") == "0"


def house_with_styles() -> bytes:
    """A house that numbers paragraphs and appendices itself, in lists of its own."""
    bound = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="4"/></w:numPr></w:pPr>'.format
    styles = (
        NORMAL
        + style("H1", "heading 1", bound(0))
        + style("H2", "heading 2")
        + style("Para", "Numbered Paragraph", bound(1), based_on="H2")
        + style("App", "Appendix Heading 1", bound(0))
        + style("Pulled", "Pull Quote", '<w:rPr><w:color w:val="8B0000"/></w:rPr>')
    )
    levels = list_level(0, "%1)", 400, "decimal") + list_level(1, "%1.%2)", 600, "decimal").replace(
        "<w:lvlText", '<w:pStyle w:val="Para"/><w:lvlText'
    )
    defined = f'<w:abstractNum w:abstractNumId="4">{levels}</w:abstractNum>'
    numbers = '<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>'
    return word_document(styles, parts={"numbering.xml": f"<w:numbering {W}>{defined}{numbers}</w:numbering>"})


class TestWeb:
    def test_a_numbered_paragraph_is_a_place_that_references_lead_to(self) -> None:
        page = write_html(paper(numbers_paragraphs=True), Findings()).decode()
        assert '<p id="ask" class="numbered"><span class="number">1.1</span> The board is asked to agree.</p>' in page
        assert '<ul class="below-number">' in page

    def test_a_pull_quote_is_a_figure_with_who_said_it(self) -> None:
        page = write_html(paper(), Findings()).decode()
        assert '<figure class="pull-quote">' in page
        assert "<figcaption>A practice manager</figcaption>" in page

    def test_printed_pages_stand_on_their_long_side(self) -> None:
        assert "@page { size: A4 landscape; }" in write_html(paper(landscape=True), Findings()).decode()
        assert "@page { size: A4 landscape; }" not in write_html(paper(), Findings()).decode()
