"""Tables of contents in Word: with page numbers where they are known, and never with a prompt."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from unittest.mock import patch

import pytest
from lxml import etree

from docgen.diagnostic import Findings
from docgen.tree.block import ContentsKind, Landscape
from docgen.tree.document import Document, Numbering
from docgen.write.docx import writer
from docgen.write.docx.draft import Draft
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition
from docgen.write.html.document import write_html
from tests.builds import words_of_html
from tests.ooxml_lint import faults
from tests.trees import contents, document, figure, heading, here, listed, png, row, table
from tests.word_text import Element, markup

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

HEADINGS = (
    heading(1, "Summary", anchor="summary"),
    heading(1, "Scope & more", number="A"),
    heading(2, "Aims", number="I", anchor="aims"),
)


def paper() -> Document:
    """A table of contents, both lists, and what they name."""
    return document(
        contents(*HEADINGS),
        listed(ContentsKind.TABLES, (1, "Who leads"), title="Tables"),
        listed(ContentsKind.FIGURES, (1, "A map"), title="Figures"),
        *HEADINGS,
        table(["A", "B"], row("1", "2"), caption="Who leads", number=1),
        table(["A"], row("1"), caption="Version history", numbered=False),
        figure("map.png", "A map", "A map", number=1),
        pictures={"map.png": png()},
        numbering=Numbering.LETTERED,
    )


def written(pages: dict[str, int], made: Document | None = None) -> bytes:
    """The Word file, with the pages of these bookmarks known."""
    begin = writer._new_draft

    def begun(*arguments: object) -> Draft:
        draft = begin(*arguments)  # type: ignore[arg-type]
        draft.pages = pages
        return draft

    with patch.multiple(writer, _new_draft=begun, number_pages=lambda *measured: None):
        data = write_docx(made or paper(), Findings(), Edition(clean=True))
    assert faults(data) == []
    return data


def body(data: bytes) -> list[Element]:
    """The paragraphs and tables of the text."""

    with zipfile.ZipFile(BytesIO(data)) as package:
        return list(etree.fromstring(package.read("word/document.xml"))[0])


def entries(data: bytes) -> list[str]:
    """What a reader sees in each line of contents, with `→` for a tab."""
    styled = [part for part in body(data) if re.match(r"TOC\d|TableofFigures", style(part))]
    return ["".join("→" if text.tag == f"{W}tab" else text.text or "" for text in texts(part)) for part in styled]


def style(part: Element) -> str:
    """The name of a paragraph's style; empty for a table."""
    found = part.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def texts(part: Element) -> list[Element]:
    """The words and tabs of the runs of a paragraph."""
    return [child for run in part.iter(f"{W}r") for child in run if child.tag in (f"{W}t", f"{W}tab")]


def instructions(data: bytes) -> list[str]:
    """The fields of the contents."""
    found = [text.text or "" for part in body(data) for text in part.iter(f"{W}instrText")]
    return [text.strip() for text in found if text.strip().startswith(("TOC", "PAGEREF"))]


PAGES = {"_Ref_summary": 2, "_Ref_section_A": 3, "_Ref_aims": 12, "_Ref_table_1": 3, "_Ref_figure_1": 4}


def test_entries_end_in_the_pages_where_these_are_known() -> None:
    data = written(PAGES)
    assert entries(data) == [
        "Summary→2",
        "A.→Scope & more→3",
        "I.→Aims→12",
        "Table\u00a01: Who leads→3",
        "Figure\u00a01: A map→4",
    ]
    assert instructions(data) == [
        'TOC \\o "1-3" \\h \\z \\u',
        "PAGEREF _Ref_summary \\h",
        "PAGEREF _Ref_section_A \\h",
        "PAGEREF _Ref_aims \\h",
        'TOC \\h \\z \\c "Table"',
        "PAGEREF _Ref_table_1 \\h",
        'TOC \\h \\z \\c "Figure"',
        "PAGEREF _Ref_figure_1 \\h",
    ]


def test_entries_have_no_pages_and_ask_for_none_where_these_are_not_known() -> None:
    data = written({})
    assert entries(data) == ["Summary", "A.→Scope & more", "I.→Aims", "Table\u00a01: Who leads", "Figure\u00a01: A map"]
    assert instructions(data) == [
        'TOC \\o "1-3" \\n \\h \\z \\u',
        'TOC \\n \\h \\z \\c "Table"',
        'TOC \\n \\h \\z \\c "Figure"',
    ]


def test_a_list_in_which_a_page_is_not_known_has_none() -> None:
    known = {name: page for name, page in PAGES.items() if name != "_Ref_aims"}
    data = written(known)
    assert entries(data)[:4] == ["Summary", "A.→Scope & more", "I.→Aims", "Table\u00a01: Who leads→3"]
    assert instructions(data)[:2] == ['TOC \\o "1-3" \\n \\h \\z \\u', 'TOC \\h \\z \\c "Table"']


def test_the_markup_of_an_entry_is_what_word_itself_would_write() -> None:
    first, second = [part for part in body(written(PAGES)) if style(part) == "TOC1"]
    assert markup(second) == (
        "<p>\n"
        '  <pPr><pStyle val="TOC1"/><tabs><tab val="right" leader="dot" pos="9412"/></tabs></pPr>\n'
        '  <hyperlink anchor="_Ref_section_A" history="1">\n'
        "    <r><t>A.</t></r>\n"
        "    <r><tab/></r>\n"
        "    <r><t>Scope &amp; more</t></r>\n"
        "    <r><tab/></r>\n"
        '    <r><fldChar fldCharType="begin"/></r>\n'
        '    <r><instrText xml:space="preserve"> PAGEREF _Ref_section_A \\h </instrText></r>\n'
        '    <r><fldChar fldCharType="separate"/></r>\n'
        "    <r><t>3</t></r>\n"
        '    <r><fldChar fldCharType="end"/></r>\n'
        "  </hyperlink>\n"
        "</p>\n"
    )
    assert '<ind hanging="0"/>' in markup(first), "a short word without a number would end before the style's indent"


def test_the_tab_stands_at_the_measure_of_the_section_that_the_contents_stand_in() -> None:

    on_its_side = document(Landscape((contents(HEADINGS[1]), HEADINGS[1]), here()), numbering=Numbering.LETTERED)
    (entry,) = [part for part in body(written(PAGES, on_its_side)) if style(part) == "TOC1"]
    (tab,) = entry.iter(f"{W}tabs")
    assert int(tab[0].get(f"{W}pos", "0")) > 12_000


@pytest.mark.parametrize("pages", [{}, PAGES])
def test_word_asks_nothing_when_it_opens_the_file(pages: dict[str, int]) -> None:
    with zipfile.ZipFile(BytesIO(written(pages))) as package:
        whole = b"".join(package.read(name) for name in package.namelist())
    assert b"updateFields" not in whole
    assert b"w:dirty" not in whole


def test_the_titles_of_contents_have_no_outline_level_and_list_themselves_nowhere() -> None:

    with zipfile.ZipFile(BytesIO(written({}))) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    chain, name = [], "TOCHeading"
    while name:
        (found,) = [each for each in styles.iter(f"{W}style") if each.get(f"{W}styleId") == name]
        chain.append(found)
        based = found.find(f"{W}basedOn")
        name = "" if based is None else based.get(f"{W}val", "")
    assert not [level for each in chain for level in each.iter(f"{W}outlineLvl")]


def test_word_and_html_list_the_same_words() -> None:

    words = words_of_html(write_html(paper(), Findings()))
    for entry in entries(written({}))[3:]:
        assert f"\n{entry}\n" in words
