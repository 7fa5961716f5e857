"""What docs/word.md promises of every Word file, read from the examples and from a paper with every kind of node."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache

import pytest
from lxml import etree

from docgen.diagnostic import Findings
from docgen.tree.block import Block
from docgen.tree.document import Document, Numbering
from docgen.write.docx.writer import write_docx
from tests.builds import built, example
from tests.ooxml_file import NAMES, Element, R, WordFile, tag, val, w
from tests.rich_document import every_kind
from tests.trees import bullets, document, heading, item, numbers, paragraph, row, table

WIDE = [f"Column {letter}" for letter in "ABCDEFGH"]
PARTS_OF_SECTIONS = {"headerReference": "header", "footerReference": "footer"}


def file_of(content: Document) -> WordFile:
    """The Word file of a tree."""
    return WordFile(write_docx(content, Findings()))


@cache
def papers() -> dict[str, WordFile]:
    """The papers of the example by name, without forms, and one with every kind of node."""
    made = {paper.job.id: WordFile(paper.outputs["docx"]) for paper in built(example())}
    forms = [name for name in made if name.endswith("/application-form")]
    return {name: file for name, file in made.items() if name not in forms} | {"every kind": file_of(every_kind())}


def sections(file: WordFile) -> list[Element]:
    """The properties of each section, in order."""
    return list(file.part("document").iter(w("sectPr")))


def size(section: Element) -> tuple[int, int]:
    """Width and height of the page in twentieths of a point."""
    found = section.find("w:pgSz", NAMES)
    return int(of(found, "w")), int(of(found, "h"))


def of(element: Element | None, attribute: str) -> str:
    """What an attribute says; empty where there is none."""
    return "" if element is None else element.get(w(attribute), "")


def measure(section: Element) -> int:
    """How wide the text may be, in twentieths of a point."""
    margins = section.find("w:pgMar", NAMES)
    return size(section)[0] - int(of(margins, "left")) - int(of(margins, "right"))


def tables_with_sections(file: WordFile) -> Iterator[tuple[Element, Element]]:
    """Each table of the text with the properties of the section in which it stands."""
    waiting: list[Element] = []
    for block in file.part("document")[0]:
        waiting += [block] if block.tag == w("tbl") else []
        section = block if block.tag == w("sectPr") else block.find("w:pPr/w:sectPr", NAMES)
        if section is not None:
            yield from ((found, section) for found in waiting)
            waiting = []


class TestPages:
    def test_paper_is_a4_on_its_short_or_its_long_side(self) -> None:
        for file in papers().values():
            assert {size(section) for section in sections(file)} <= {(11906, 16838), (16838, 11906)}

    def test_pages_on_their_long_side_differ_in_nothing_but_size_and_margins(self) -> None:
        file = file_of(document(paragraph("x"), table(WIDE, row(*WIDE)), paragraph("y")))
        upright, turned, last = (everything_else(section) for section in sections(file))
        assert turned == last == upright.replace("<titlePg/>", "")
        assert "headerReference" in turned
        assert "footerReference" in turned

    def test_every_section_has_a_header_and_footer_for_each_kind_of_page(self) -> None:
        for file in papers().values():
            for section in sections(file):
                for name in PARTS_OF_SECTIONS:
                    kinds = {found.get(w("type")) for found in section.findall(f"w:{name}", NAMES)}
                    assert kinds == {"default", "first", "even"}

    def test_a_draft_has_its_watermark_in_each_header_of_each_section(self) -> None:
        file = file_of(document(paragraph("x"), table(WIDE, row(*WIDE)), paragraph("y"), status="draft"))
        leads_to = {relation.get("Id"): relation.get("Target", "") for relation in relations(file)}
        headers = [
            leads_to[found.get(f"{{{R}}}id")]
            for section in sections(file)
            for found in section.findall("w:headerReference", NAMES)
        ]
        assert len(headers) == 9
        for name in set(headers):
            assert len(file.part(name.removesuffix(".xml")).findall(".//v:shape/v:textpath", NAMES)) == 1


def everything_else(section: Element) -> str:
    """The properties of a section but for the size of the page and its margins, without namespaces."""
    copy = deepcopy(section)
    for name in ("pgSz", "pgMar"):
        for found in copy.findall(f"w:{name}", NAMES):
            copy.remove(found)
    return "".join(
        f"<{tag(part)}{''.join(f' {value!s}' for value in map(str, part.attrib.values()))}/>" for part in copy
    )


def relations(file: WordFile) -> Element:
    """What the text leads to."""
    return etree.fromstring(file.data["word/_rels/document.xml.rels"])


class TestTables:
    def test_the_first_row_repeats_and_no_other(self) -> None:
        for file in papers().values():
            for found in file.part("document").iter(w("tbl")):
                heads = [line.find("w:trPr/w:tblHeader", NAMES) is not None for line in found.findall("w:tr", NAMES)]
                assert heads == [True] + [False] * (len(heads) - 1)

    def test_each_has_words_for_those_who_do_not_see_it(self) -> None:
        for file in papers().values():
            for found in file.part("document").iter(w("tbl")):
                assert val(found, "w:tblPr/w:tblCaption").strip() or val(found, "w:tblPr/w:tblDescription").strip()

    def test_every_cell_states_the_width_of_its_columns_and_the_table_fits_its_section(self) -> None:
        found = [pair for file in papers().values() for pair in tables_with_sections(file)]
        assert len(found) > 20
        for one, section in found:
            assert of(one.find("w:tblPr/w:tblLayout", NAMES), "type") == "fixed"
            grid = [int(column.get(w("w"), "0")) for column in one.findall("w:tblGrid/w:gridCol", NAMES)]
            assert sum(grid) <= measure(section)
            for line in one.findall("w:tr", NAMES):
                assert [int(of(cell, "w")) for cell in line.findall("w:tc/w:tcPr/w:tcW", NAMES)] == grid

    def test_a_table_that_needs_more_than_the_upright_page_is_on_a_turned_one(self) -> None:
        file = file_of(document(table(["A", "B"], row("x", "y")), paragraph("z"), table(WIDE, row(*WIDE))))
        assert [size(section)[0] for _, section in tables_with_sections(file)] == [11906, 16838]


class TestNumbers:
    @pytest.mark.parametrize("scheme", [Numbering.DECIMAL, Numbering.LETTERED])
    def test_one_list_of_many_levels_numbers_all_headings(self, scheme: Numbering) -> None:
        file = file_of(document(heading(1, "One", "1"), heading(2, "Two", "1.1"), numbering=scheme))
        bound = {
            val(level, "w:pStyle"): (abstract.get(w("abstractNumId")), level.get(w("ilvl")))
            for abstract in file.part("numbering").iter(w("abstractNum"))
            for level in abstract.findall("w:lvl", NAMES)
            if val(level, "w:pStyle").startswith("Heading")
        }
        assert len({list_ for list_, _ in bound.values()}) == 1
        assert {name: level for name, (_, level) in bound.items() if name in ("Heading1", "Heading2", "Heading3")} == {
            "Heading1": "0",
            "Heading2": "1",
            "Heading3": "2",
        }

    def test_a_second_list_is_a_number_of_its_own_on_the_same_levels_and_begins_anew(self) -> None:
        file = file_of(document(numbers("a", "b"), paragraph("x"), numbers("c")))
        own = [number for number in file.part("numbering").iter(w("num")) if int(number.get(w("numId"), "0")) >= 100]
        assert len(own) == 2
        assert len({val(number, "w:abstractNumId") for number in own}) == 1
        assert [val(number, "w:lvlOverride/w:startOverride") for number in own] == ["1", "1"]

    def test_a_caption_counts_itself_and_its_bookmark_holds_the_words_that_references_repeat(self) -> None:
        file = papers()["every kind"]
        for caption in captions(file):
            assert [text for text in instructions(caption) if text.startswith("SEQ Table")] == [r"SEQ Table \* ARABIC"]
            marked = "".join(words_between_marks(caption))
            assert marked.split() == ["Table", marked.split()[-1]]
            assert marked.split()[-1].isdigit()


def captions(file: WordFile) -> list[Element]:
    """The captions of tables that have a number."""
    found = [line for line in file.part("document").iter(w("p")) if any("SEQ Table" in t for t in instructions(line))]
    assert found
    return found


def instructions(element: Element) -> list[str]:
    """What the fields inside ask of Word."""
    return [(text.text or "").strip() for text in element.iter(w("instrText"))]


def words_between_marks(caption: Element) -> Iterator[str]:
    """The words inside the bookmark to which references lead."""
    opened = ""
    for part in caption.iter():
        if part.tag == w("bookmarkStart") and part.get(w("name"), "").startswith("_Ref"):
            opened = part.get(w("id"), "")
        elif part.tag == w("bookmarkEnd") and part.get(w("id")) == opened:
            opened = ""
        elif part.tag == w("t") and opened:
            yield part.text or ""


class TestStyles:
    def test_words_get_their_look_from_named_styles_and_repeat_no_more_of_it_than_bold_and_italic(self) -> None:
        for file in papers().values():
            for part in ("document", "footnotes"):
                said = {tuple(tag(found) for found in look) for look in file.part(part).iter(w("rPr"))}
                assert said <= {("rStyle",), ("rStyle", "b", "bCs"), ("rStyle", "i", "iCs")}

    def test_lists_in_lists_and_several_paragraphs_stand_in_a_cell(self) -> None:
        cell: list[Block] = [paragraph("One"), paragraph("Two"), bullets("a", item("b", bullets("c")))]
        file = file_of(document(table(["A", "B"], row("x", cell))))
        *_, last = file.part("document").iter(w("tc"))
        lines = [(val(line, "w:pPr/w:pStyle"), "".join(t.text or "" for t in line.iter(w("t")))) for line in last]
        assert [words for _, words in lines if words] == ["One", "Two", "a", "b", "c"]
        assert [style for style, _ in lines if "Bullet" in style] == ["TableBullet", "TableBullet", "TableBullet2"]
