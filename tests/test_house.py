"""The house style: a Word document of the house gives papers its styles, its page and its lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from docgen.diagnostic import Findings
from docgen.tree.block import Align
from docgen.tree.document import Document, Numbering
from docgen.write.docx.house.builtin import builtin_document
from docgen.write.docx.house.house import house_of
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition, Reference
from docgen.write.zip import packed, unpacked
from tests.casefile import diagnostics_text
from tests.house_documents import A4, HOUSES, NORMAL, RED, W, style, with_own_lists, word_document
from tests.ooxml_file import NAMES, WordFile, val, w
from tests.ooxml_lint import faults
from tests.rich_document import every_kind
from tests.test_write_docx_programs import needs_validator, validator_faults
from tests.trees import bullets, column, document, heading, item, numbers, paragraph, quote, row, table

PATH = "templates/styles/reference.docx"


def in_house(content: Document, house: bytes, *expected: str) -> WordFile:
    """The document in a house style; only diagnostics of these codes may have been found."""
    findings = Findings()
    data = write_docx(content, findings, Edition(reference=Reference(PATH, house)))
    assert {found.code.id for found in findings} == set(expected), diagnostics_text(findings)
    assert faults(data) == []
    return WordFile(data)


def style_of(file: WordFile, id: str) -> str:
    """What a style says, as markup without names of namespaces."""
    found = file.part("styles").find(f"w:style[@w:styleId='{id}']", NAMES)
    assert found is not None, id
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(found, encoding="unicode"))


@pytest.mark.parametrize("house", HOUSES.values(), ids=HOUSES)
@pytest.mark.parametrize("content", [every_kind(), document(paragraph("x"))], ids=["every kind", "a paragraph"])
def test_papers_are_sound_in_every_house(house: Callable[[], bytes], content: Document) -> None:
    findings = Findings()
    data = write_docx(content, findings, Edition(reference=Reference(PATH, house())))
    assert not findings.has_errors, diagnostics_text(findings)
    assert faults(data) == []
    again = write_docx(content, Findings(), Edition(reference=Reference(PATH, house())))
    assert data == again


@pytest.mark.slow
@needs_validator
@pytest.mark.parametrize("house", HOUSES.values(), ids=HOUSES)
def test_the_format_is_valid_in_every_house(house: Callable[[], bytes], tmp_path: Path) -> None:
    data = write_docx(every_kind(), Findings(), Edition(reference=Reference(PATH, house())))
    assert validator_faults(data, tmp_path) == []


def test_docgens_own_reference_document_changes_nothing() -> None:
    for content in (document(paragraph("x"), status="draft"), document(heading(1, "A", number="1"))):
        plain = write_docx(content, Findings())
        assert plain == write_docx(content, Findings(), Edition(reference=Reference(PATH, builtin_document())))


def test_what_stands_in_the_reference_document_reaches_no_paper() -> None:
    for name in ("docgen", "pandoc"):
        file = in_house(document(paragraph("x")), HOUSES[name](), *(["DG064"] if name == "pandoc" else []))
        text = "".join(str(data) for data in file.data.values())
        for trace in ("Sample", "sample", "Jo Sample", "hello", "rsid", "How papers look"):
            assert trace not in text


def test_styles_are_found_by_their_names_whatever_their_ids_and_capitals() -> None:
    house = word_document(
        NORMAL
        + style("berschrift1", "Heading  1", RED)
        + style("x1", "BODY TEXT", "<w:rPr><w:i/></w:rPr>")
        + style("Zitat", "Somebody's words", "<w:rPr><w:b/></w:rPr>").replace(
            "<w:basedOn", '<w:aliases w:val="Cited,quote"/><w:basedOn'
        )
    )
    file = in_house(document(heading(1, "A"), paragraph("x"), quote(paragraph("y"))), house, "DG064")
    assert 'w:val="8B0000"' in style_of(file, "Heading1")
    assert "<w:i/>" in style_of(file, "BodyText")
    assert "<w:b/>" in style_of(file, "Quote")
    assert "berschrift1" not in file.data["word/styles.xml"].decode()


def test_a_style_of_the_house_that_bears_an_id_of_docgens_keeps_out_of_its_way() -> None:
    house = word_document(NORMAL + style("Quote", "Strapline", RED) + style("S2", "Strapline 2", based_on="Quote"))
    file = in_house(document(quote(paragraph("y"))), house, "DG064")
    assert "8B0000" not in style_of(file, "Quote")
    assert '<w:name w:val="Strapline"/>' in style_of(file, "QuoteHouse")
    assert '<w:basedOn w:val="QuoteHouse"/>' in style_of(file, "S2")


def test_a_name_that_the_house_gives_to_a_style_of_another_kind_is_not_given_twice() -> None:
    house = word_document(NORMAL + style("q", "Quote", kind="character", based_on=""))
    file = in_house(document(quote(paragraph("y"))), house, "DG064")
    assert '<w:name w:val="Quote (docgen)"/>' in style_of(file, "Quote")


def test_styles_that_are_lacking_are_added_and_named_in_one_note() -> None:
    findings = Findings()
    house = word_document(NORMAL + style("H", "heading 1") + style("B", "Body Text"))
    content = document(heading(1, "A"), quote(paragraph("y")))
    write_docx(content, findings, Edition(reference=Reference(PATH, house)))
    assert diagnostics_text(findings) == (
        f"{PATH} DG064 docgen added the 5 styles that it lacks: 'Header Last', 'Header Title', 'Quote', 'footer' and "
        "'header'\n"
        "  help: leave it so, or make them in Word; "
        "'docgen reference --out all-styles.docx' shows how docgen made them\n"
    )


def test_styles_that_are_added_take_the_size_the_colour_and_the_fonts_of_the_house() -> None:
    fonts = '<w:rFonts w:ascii="Gill Sans" w:hAnsi="Gill Sans"/>'
    house = word_document(
        NORMAL.replace("</w:style>", '<w:rPr><w:sz w:val="20"/></w:rPr></w:style>')
        + style("H", "heading 1", RED.replace("<w:rPr>", f"<w:rPr>{fonts}"))
    )
    file = in_house(document(heading(1, "A"), heading(2, "B"), table(["a"], row("b"))), house, "DG064")
    assert "Gill Sans" in style_of(file, "Heading2")
    assert 'w:val="8B0000"' in style_of(file, "Heading2")
    assert '<w:sz w:val="25"/>' in style_of(file, "Heading2"), "30 half points of 24, in a house of 20"
    assert '<w:sz w:val="18"/>' in style_of(file, "TableText")
    assert 'w:color="8B0000"' in style_of(file, "DocumentTable")


def test_a_house_with_black_headings_gets_no_blue() -> None:
    file = in_house(document(table(["a"], row("b"))), word_document(NORMAL + style("H", "heading 1")), "DG064")
    assert b"005EB8" not in file.data["word/styles.xml"]


def test_the_language_is_the_papers() -> None:
    file = in_house(document(paragraph("x"), language="cy-GB"), HOUSES["LibreOffice"](), "DG064")
    assert {lang.get(w("w:val")) for lang in file.part("styles").iter(w("w:lang"))} == {"cy-GB"}


def test_the_title_of_the_contents_is_neither_numbered_nor_listed_though_it_is_based_on_a_heading() -> None:
    file = in_house(document(heading(1, "A", number="1"), numbering=Numbering.DECIMAL), HOUSES["pandoc"](), "DG064")
    assert '<w:numId w:val="0"/>' in style_of(file, "TOCHeading")
    assert '<w:outlineLvl w:val="9"/>' in style_of(file, "TOCHeading")


class TestPage:
    def test_size_and_margins_are_the_houses_and_turned_for_wide_tables(self) -> None:
        section = '<w:pgSz w:w="10000" w:h="14000"/><w:pgMar w:top="900" w:right="800" w:bottom="900" w:left="800"/>'
        wide = [f"Column {letter}" for letter in "ABCDEFGHIJKL"]
        content = document(paragraph("x"), table(wide, row(*wide)), paragraph("y"))
        file = in_house(content, word_document(NORMAL, section=section), "DG064")
        sizes = [
            (size.get(w("w:w")), size.get(w("w:h")), size.get(w("w:orient")))
            for size in file.part("document").iter(w("w:pgSz"))
        ]
        assert sizes == [("10000", "14000", None), ("14000", "10000", "landscape"), ("10000", "14000", None)]
        grid = [int(column.get(w("w:w"), "0")) for column in file.part("document").iter(w("w:gridCol"))]
        assert sum(grid) == 14000 - 2 * 800

    def test_all_that_the_last_section_says_of_the_page_is_kept_in_every_section(self) -> None:
        border = '<w:pgBorders><w:top w:val="single" w:sz="4" w:space="1" w:color="FF0000"/></w:pgBorders>'
        section = f'<w:printerSettings r:id="rId9"/>{A4}{border}<w:cols w:num="2"/><w:docGrid w:linePitch="360"/>'
        wide = [f"Column {letter}" for letter in "ABCDEFGHIJKL"]
        house = word_document(NORMAL, section=section.replace("<w:printerSettings r:id", "<w:x w:id"))
        file = in_house(document(paragraph("x"), table(wide, row(*wide))), house, "DG064")
        for found in file.part("document").iter(w("w:sectPr")):
            assert found.find("w:pgBorders/w:top", NAMES) is not None
            assert found.find("w:docGrid", NAMES) is not None
            assert found.find("w:cols", NAMES) is None, "papers run in one column"

    def test_page_numbers_begin_once_and_a_gutter_narrows_the_text(self) -> None:
        margins = A4.replace("<w:pgMar", '<w:pgMar w:gutter="500"')
        section = f'{margins}<w:pgNumType w:start="5"/>'
        wide = [f"Column {letter}" for letter in "ABCDEFGHIJKL"]
        content = document(table(["a"], row("b")), table(wide, row(*wide)), paragraph("y"))
        file = in_house(content, word_document(NORMAL, section=section), "DG064")
        starts = [numbers.get(w("w:start")) for numbers in file.part("document").iter(w("w:pgNumType"))]
        assert starts == ["5", None, None]
        first = file.part("document").find(".//w:gridCol", NAMES)
        assert first is not None
        assert first.get(w("w:w")) == str(11906 - 2 * 1134 - 500)

    def test_lengths_may_be_written_with_units_or_be_left_out(self) -> None:
        section = '<w:pgSz w:w="21cm" w:h="297mm"/><w:pgMar w:top="1in" w:right="2cm" w:bottom="72pt" w:left="x"/>'
        file = in_house(document(paragraph("x")), word_document(NORMAL, section=section), "DG064")
        size, margins = (file.part("document").find(f".//{tag}", NAMES) for tag in ("w:pgSz", "w:pgMar"))
        assert size is not None
        assert margins is not None
        assert (size.get(w("w:w")), size.get(w("w:h"))) == ("11906", "16838")
        assert [margins.get(w(f"w:{name}")) for name in ("top", "right", "bottom", "left", "gutter")] == [
            "1440",
            "1134",
            "1440",
            "1247",
            "0",
        ]

    def test_us_letter_is_used_as_it_is_and_noted(self) -> None:
        file = in_house(document(paragraph("x")), HOUSES["python-docx"](), "DG064", "DG065")
        size = file.part("document").find(".//w:pgSz", NAMES)
        assert size is not None
        assert size.get(w("w:w")) == "12240"

    @pytest.mark.parametrize("section", ['<w:pgSz w:w="100" w:h="100"/>', A4.replace("1134", "5500")])
    def test_a_page_without_room_for_text_is_refused(self, section: str) -> None:
        findings = Findings()
        house = Reference(PATH, word_document(NORMAL, section=section))
        assert write_docx(document(paragraph("x")), findings, Edition(reference=house)) == b""
        assert [found.code.id for found in findings] == ["DG066"]

    def test_settings_that_change_the_page_are_kept_and_no_others(self) -> None:
        settings = (
            f"<w:settings {W}><w:zoom/><w:attachedTemplate w:id='x'/><w:mirrorMargins/><w:trackRevisions/>"
            '<w:autoHyphenation/><w:evenAndOddHeaders/><w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>'
            '<w:rsids><w:rsid w:val="00A1"/></w:rsids></w:settings>'
        )
        file = in_house(document(paragraph("x")), word_document(NORMAL, parts={"settings.xml": settings}), "DG064")
        names = [child.tag.partition("}")[2] for child in file.part("settings")]
        assert names[:3] == ["zoom", "mirrorMargins", "defaultTabStop"]
        assert {"autoHyphenation", "evenAndOddHeaders"} < set(names)
        assert not {"attachedTemplate", "trackRevisions", "docVars", "rsids"} & set(names)
        assert file.part("settings").find("w:zoom", NAMES).get(w("w:percent")) == "100"  # type: ignore[union-attr]


class TestLists:
    def test_the_houses_signs_and_indents_serve_docgens_lists(self) -> None:
        content = document(
            bullets(item(paragraph("a"), bullets("b", tight=True)), tight=True),
            numbers("x", tight=True),
            numbers("y"),
        )
        file = in_house(content, with_own_lists(), "DG064")
        numbering = file.part("numbering")
        signs = [
            val(level, "w:lvlText") for level in numbering.findall("w:abstractNum[@w:abstractNumId='10']/w:lvl", NAMES)
        ]
        assert signs[:3] == ["»", "~", "▪"]
        first = numbering.find("w:abstractNum[@w:abstractNumId='11']/w:lvl", NAMES)
        assert first is not None
        assert (val(first, "w:numFmt"), val(first, "w:lvlText"), val(first, "w:pStyle")) == (
            "lowerRoman",
            "(%1)",
            "ListNumber",
        )
        ind = numbering.find("w:abstractNum[@w:abstractNumId='10']/w:lvl[@w:ilvl='2']/w:pPr/w:ind", NAMES)
        assert ind is not None
        assert ind.get(w("w:left")) == "1000", "the third level is one step further in than the house's second"

    def test_each_numbered_list_begins_anew_in_the_houses_way(self) -> None:
        file = in_house(
            document(numbers("x", tight=True), paragraph("y"), numbers("z", tight=True)), with_own_lists(), "DG064"
        )
        used = [id.get(w("w:val")) for id in file.part("document").iter(w("w:numId"))]
        assert len(set(used)) == len(used) == 2
        for id in used:
            assert val(file.part("numbering"), f"w:num[@w:numId='{id}']/w:abstractNumId") == "11"

    def test_lists_of_other_styles_of_the_house_stay_with_ids_of_their_own(self) -> None:
        file = in_house(document(numbers("x", tight=True)), with_own_lists(), "DG064")
        assert '<w:numId w:val="109"/>' in style_of(file, "Clause")
        ids = [id.get(w("w:numId")) for id in file.part("numbering").iter(w("w:num"))]
        assert len(ids) == len(set(ids))
        assert ids[-1] == "110", "the paper's own list, behind the house's"

    def test_a_level_text_names_its_own_level(self) -> None:
        house = with_own_lists()
        parts = unpacked(house)
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"List Number"', b'"List Number 2"')
        file = in_house(document(paragraph("x")), packed(parts), "DG064")
        level = file.part("numbering").find("w:abstractNum[@w:abstractNumId='11']/w:lvl[@w:ilvl='1']", NAMES)
        assert level is not None
        assert val(level, "w:lvlText") == "(%2)"

    @pytest.mark.parametrize(("scheme", "expected"), [(Numbering.NONE, ""), (Numbering.DECIMAL, "1")])
    def test_headings_are_numbered_as_the_paper_says_not_as_the_house_does(
        self, scheme: Numbering, expected: str
    ) -> None:
        number = "1" if scheme is Numbering.DECIMAL else ""
        file = in_house(document(heading(1, "A", number=number), numbering=scheme), with_own_lists(), "DG064")
        bound = file.part("styles").find("w:style[@w:styleId='Heading1']/w:pPr/w:numPr/w:numId", NAMES)
        assert ("" if bound is None else bound.get(w("w:val"))) == expected
        assert b"Part %1" not in file.data["word/numbering.xml"]


def test_a_picture_of_the_house_travels_once_and_nothing_else_does() -> None:
    file = in_house(document(paragraph("x")), HOUSES["python-docx"](), "DG064", "DG065")
    strangers = [
        name for name in file.names if re.search("thumbnail|customXml/item2|stylesWithEffects|webSettings", name)
    ]
    assert strangers == []


def test_a_template_and_a_main_part_of_another_name_are_taken() -> None:
    house = word_document(NORMAL + style("H", "heading 1", RED), main="word/document2.xml")
    parts = unpacked(house)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    file = in_house(document(heading(1, "A")), packed(parts), "DG064")
    assert b"template.main" not in file.data["[Content_Types].xml"]
    assert "word/document2.xml" not in file.names
    assert "8B0000" in style_of(file, "Heading1")


@pytest.mark.parametrize("defaults", ["", "<w:docDefaults/>", "<w:docDefaults><w:pPrDefault/></w:docDefaults>"])
def test_a_house_that_names_no_letters_states_those_that_word_would_take(defaults: str) -> None:
    file = in_house(document(paragraph("x")), word_document(defaults + NORMAL), "DG064")
    said = file.part("styles").find("w:docDefaults/w:rPrDefault/w:rPr", NAMES)
    assert said is not None
    assert val(said, "w:sz") == "20"
    assert {font.get(w("w:hAnsi")) for font in said.iterfind("w:rFonts", NAMES)} == {"Times New Roman"}


def test_a_house_that_names_its_letters_keeps_them() -> None:
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsi="Georgia"/><w:sz w:val="23"/>'
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault></w:docDefaults>"
    file = in_house(document(paragraph("x")), word_document(defaults + NORMAL), "DG064")
    said = file.part("styles").find("w:docDefaults/w:rPrDefault/w:rPr", NAMES)
    assert said is not None
    assert val(said, "w:sz") == "23"
    assert [font.get(w("w:hAnsi")) for font in said.iterfind("w:rFonts", NAMES)] == ["Georgia"]
    assert [font.get(w("w:ascii")) for font in said.iterfind("w:rFonts", NAMES)] == [None]


@pytest.mark.parametrize("start", ["99999999999999999999", "abc", "-3", ""])
def test_a_first_page_number_of_no_sense_is_left_out(start: str) -> None:
    house = word_document(NORMAL, section=f'{A4}<w:pgNumType w:start="{start}"/>')
    numbers = list(in_house(document(paragraph("x")), house, "DG064").part("document").iter(w("w:pgNumType")))
    assert [item.get(w("w:start")) for item in numbers] == [None]


def test_the_reference_document_is_read_once_for_all_papers() -> None:
    reference = Reference(PATH, HOUSES["pandoc"]())
    assert house_of(reference, Findings()) is house_of(Reference(PATH, HOUSES["pandoc"]()), Findings())


def test_cells_of_tables_and_alignment_stay_as_the_tree_says() -> None:
    content = document(table([column("a"), column("b", align=Align.RIGHT)], row("1", "2")))
    file = in_house(content, HOUSES["LibreOffice"](), "DG064")
    assert [val(p, "w:pPr/w:pStyle") for p in file.part("document").iter(w("w:p"))][-3:-1] == [
        "TableText",
        "TableTextRight",
    ]
