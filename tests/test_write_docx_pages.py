"""What goes onto which page: page breaks, introductions to wide tables, rows that stay whole, tables that touch."""

from __future__ import annotations

from docgen.diagnostic import Findings
from docgen.tree.block import Block, Landscape, Table
from docgen.tree.document import Document, Footnote
from docgen.write.docx.heights import lines
from docgen.write.docx.writer import write_docx
from tests.ooxml_lint import NAMES, Element, WordFile, faults, w
from tests.trees import bullets, callout, code, document, heading, here, note, page_break, paragraph, row
from tests.trees import definitions as terms
from tests.trees import table as data_table

LETTERS = "ABCDEFGH"
LONG = "A sentence of some length, as an introduction may have many. " * 60


def wide(name: str = "wide") -> Table:
    """A table that needs a page on its long side."""
    return data_table(list(LETTERS), row(name, *LETTERS[1:]))


def body_of(content: Document) -> Element:
    """The body of the written document, which must be sound."""
    data = write_docx(content, Findings())
    assert faults(data) == []
    return WordFile(data).part("document")[0]


def shown(blocks: list[Block]) -> list[str]:
    """The body, piece by piece: `words`, `table words`; `|` where a new page begins, `/` where a section ends."""
    body = body_of(document(*blocks))
    return [_shown(child) for child in body if child.tag != w("sectPr")]


def _shown(element: Element) -> str:
    words = "".join(text.text or "" for text in element.iter(w("t")))
    if element.tag == w("tbl"):
        return f"table {words.removeprefix(LETTERS)[: -len(LETTERS) + 1]}"
    begins = "|" if element.find("w:pPr/w:pageBreakBefore", NAMES) is not None else ""
    ends = "/" if element.find("w:pPr/w:sectPr", NAMES) is not None else ""
    return f"{begins}{words}{ends}"


class TestPageBreaks:
    def test_what_follows_begins_on_a_new_page(self) -> None:
        assert shown([paragraph("a"), page_break(), page_break(), paragraph("b")]) == ["a", "|b"]

    def test_a_list_or_callout_begins_there_with_its_first_paragraph(self) -> None:
        blocks: list[Block] = [paragraph("a"), page_break(), bullets("b", "c"), page_break(), callout("note", "", "d")]
        assert shown(blocks) == ["a", "|b", "c", "|Note", "d"]

    def test_a_table_gets_a_paragraph_that_begins_the_page(self) -> None:
        assert shown([wide("x"), page_break(), wide("y")]) == ["table x", "|", "table y", ""]

    def test_none_is_written_at_either_end_of_a_section(self) -> None:
        blocks: list[Block] = [
            page_break(),
            paragraph("a"),
            page_break(),
            wide("x"),
            page_break(),
            paragraph(LONG),
            page_break(),
        ]
        assert shown(blocks) == ["a/", "table x", "/", LONG]

    def test_page_breaks_alone_make_no_page(self) -> None:
        assert shown([page_break(), wide("x")]) == ["table x", ""]
        assert shown([page_break()]) == [""]


class TestTablesThatTouch:
    def test_they_are_parted_in_the_text_and_in_cells(self) -> None:
        small = data_table(["A"], row("x"))
        body = body_of(document(small, small, data_table(["B"], row([small, small]))))
        for table in body.iter(w("tbl")):
            after = table.getnext()
            assert after is not None
            assert after.tag == w("p")

    def test_a_footnote_with_a_table_begins_and_ends_with_a_paragraph(self) -> None:
        noted = Footnote("n", (data_table(["A"], row("x")),), here(), 1)
        data = write_docx(document(paragraph(["x", note("n", 1)]), footnotes=[noted]), Findings())
        assert faults(data) == []
        last = WordFile(data).part("footnotes")[-1]
        assert [child.tag for child in last] == [w("p"), w("tbl"), w("p")]
        assert last[0].find("w:r/w:footnoteRef", NAMES) is not None


class TestIntroductionsOfWideTables:
    def test_a_short_text_goes_with_its_headings_and_the_table(self) -> None:
        short: list[Block] = [heading(1, "H1"), heading(2, "H2"), paragraph("intro"), bullets("b")]
        assert shown([paragraph("a"), *short, wide("x")]) == ["a/", "H1", "H2", "intro", "b", "table x", ""]

    def test_a_long_text_stays_on_the_upright_page(self) -> None:
        blocks: list[Block] = [paragraph("a"), heading(1, "H1"), paragraph(LONG), wide("x")]
        assert shown(blocks) == ["a", "H1", f"{LONG}/", "table x", ""]

    def test_headings_right_before_the_table_always_go_with_it(self) -> None:
        blocks: list[Block] = [heading(1, "H1"), paragraph(LONG), heading(2, "H2"), heading(3, "H3"), wide("x")]
        assert shown(blocks) == ["H1", f"{LONG}/", "H2", "H3", "table x", ""]

    def test_other_blocks_before_the_table_stay(self) -> None:
        blocks: list[Block] = [heading(1, "H1"), callout("note", "", "c"), wide("x")]
        assert shown(blocks)[:3] == ["H1", "Note", "c/"]

    def test_little_text_between_two_wide_tables_makes_no_page_of_its_own(self) -> None:
        assert shown([wide("x"), paragraph("between"), wide("y")]) == ["table x", "between", "table y", ""]

    def test_much_text_between_two_wide_tables_stands_upright(self) -> None:
        assert shown([wide("x"), paragraph(LONG), wide("y")]) == ["table x", "/", f"{LONG}/", "table y", ""]

    def test_what_is_asked_for_on_its_side_gets_its_introduction_too(self) -> None:
        aside = Landscape((paragraph("aside"),), here())
        assert shown([paragraph("a"), heading(1, "H"), paragraph("b"), aside]) == ["a/", "H", "b", "aside"]


class TestRowsThatStayWhole:
    def test_a_row_is_kept_whole_if_it_surely_fits_a_page(self) -> None:
        many = bullets(*[f"item {i}" for i in range(60)])
        body = body_of(document(data_table(["A"], row("x"), row([many]), row("words " * 900), row(code("\n" * 80)))))
        whole = [line.find("w:trPr/w:cantSplit", NAMES) is not None for line in body.iter(w("tr"))]
        assert whole == [True, True, False, False, False]

    def test_lines_are_counted_for_every_kind_of_block(self) -> None:
        block = callout("note", "Title", terms(("Term", "Its explanation.")), code("a\nb\nc\n"), heading(3, "H"))
        assert lines((block, data_table(["A"], row("x"))), 9000) == 1 + 2 + 3 + 1 + 1
        assert 50 < lines((paragraph("x" * 1000),), 1100) < 200
