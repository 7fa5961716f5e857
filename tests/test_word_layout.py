"""The layout of Word files: small pages, whose lines and rows can be counted.

Most pages have ten lines of ten letters: Courier New at 10 points, whose letters are 120 twips wide, in lines of 200.
"""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.write.docx.layout.layout import Layout, WordParts, lay_out
from docgen.write.docx.layout.parts import parts
from docgen.write.docx.layout.strips import Strip
from docgen.write.docx.xml import NOTHING, Element, Xml, joined, parsed, qualified, run, w, words

LINE = 200


def page(width: int = 1200, lines: int = 10, *more: Xml) -> Xml:
    """The properties of a section whose pages have no margins."""
    margins = {side: "0" for side in ("top", "right", "bottom", "left", "header", "footer", "gutter")}
    return w("sectPr", w("pgSz", w=str(width), h=str(lines * LINE)), w("pgMar", **margins), *more)


def styles(font: str = "Courier New", **more: Xml) -> Element:
    """Lines of 200 twips; `more` are the properties of further paragraph styles."""
    run_default = w("rPrDefault", w("rPr", w("rFonts", ascii=font, hAnsi=font), w("sz", val="20")))
    spacing = w("spacing", before="0", after="0", line=str(LINE), lineRule="exact")
    defaults = w("docDefaults", run_default, w("pPrDefault", w("pPr", spacing)))
    named = [w("style", w("pPr", properties), type="paragraph", styleId=name) for name, properties in more.items()]
    return parsed(w("styles", defaults, *named))[0]


def text(content: str = "word", *properties: Xml, mark: str = "") -> Xml:
    """A paragraph; `/` ends a line. `mark` names a bookmark at its beginning."""
    lines = joined(w("br") if part == "/" else words(part) for part in _split(content))
    start = w("bookmarkStart", id="1", name=mark) if mark else NOTHING
    return w("p", w("pPr", *properties), start, run(lines))


def _split(content: str) -> list[str]:
    first, *others = content.split("/")
    return [first, *[part for other in others for part in ("/", other)]]


def lines(count: int, *properties: Xml, mark: str = "") -> Xml:
    """A paragraph of so many lines."""
    return text("/".join(str(i) for i in range(count)), *properties, mark=mark)


def row(*cells: Xml, properties: Xml = NOTHING) -> Xml:
    """A row of a table."""
    return w("tr", properties, *[w("tc", w("tcPr", w("tcW", w="600", type="dxa")), cell) for cell in cells])


def laid_out(*body: Xml, section: Xml | None = None, sheet: Element | None = None, notes: Xml = NOTHING) -> Layout:
    """The pages of a body."""
    document = parsed(w("document", w("body", *body, section or page())))[0]
    return lay_out(WordParts(document, styles() if sheet is None else sheet, None, parsed(w("footnotes", notes))[0]))


def pages(layout: Layout) -> list[str]:
    """What stands on each page, its lines parted by `/`, the cells of a row by `|`."""
    found: dict[int, list[str]] = {}
    for placed in layout.placed:
        found.setdefault(placed.sheet, []).append(_shown(placed.strip))
    return ["/".join(found[number]) for number in sorted(found)]


def _shown(strip: Strip) -> str:
    if strip.row is None:
        return strip.text.strip()
    return "|".join("/".join(_shown(inner) for inner in cell) for cell in strip.row.cells)


KEEP_NEXT, KEEP_LINES, BREAK_BEFORE = w("keepNext"), w("keepLines"), w("pageBreakBefore")
NINE = lines(9)
FULL = "0/1/2/3/4/5/6/7/8"


class TestLines:
    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            ("one two three four", "one two/three four"),
            ("ten-letter in a-line", "ten-letter/in a-line"),
            ("the twenty-first", "the/twenty-/first"),
            ("2016\N{EN DASH}17 and more", "2016\N{EN DASH}17/and more"),
            ("report -5 and", "report -5/and"),
            ("0123456789ab", "0123456789/ab"),
            ("ends here     then", "ends here/then"),
            ("no\N{NO-BREAK SPACE}break\N{NO-BREAK SPACE}at all", "no\N{NO-BREAK SPACE}break\N{NO-BREAK SPACE}a/t all"),
        ],
    )
    def test_a_line_takes_as_many_words_as_it_can(self, content: str, expected: str) -> None:
        assert pages(laid_out(text(content))) == [expected]

    def test_words_of_several_runs_stay_together(self) -> None:
        content = w("p", run(words("over")), run(words("lapping ")), run(words("words")))
        assert pages(laid_out(content)) == ["overlappin/g words"]

    def test_the_first_line_may_begin_elsewhere(self) -> None:
        assert pages(laid_out(text("a bb ccc dddd", w("ind", left="360", hanging="360")))) == ["a bb ccc/dddd"]

    def test_a_tab_leads_to_the_next_stop(self) -> None:
        content = w("p", run(joined((words("a"), w("tab"), words("bb cc")))))
        assert pages(laid_out(content)) == ["a\tbb/cc"]

    def test_a_page_number_may_stand_right_of_the_indent(self) -> None:
        stop = w("tabs", w("tab", val="right", pos="1200"))
        content = w("p", w("pPr", stop, w("ind", right="240")), run(joined((words("a bb ccc"), w("tab"), words("12")))))
        assert pages(laid_out(content)) == ["a bb ccc\t12"]

    def test_parts_end_behind_hyphens_but_not_before_digits(self) -> None:
        assert [part for part, _, _ in parts("co-ordinated COVID-19 and/or")] == [
            "co-",
            "ordinated",
            "COVID-19",
            "and/or",
        ]

    def test_a_bookmark_stands_where_its_words_stand(self) -> None:
        marked = w("p", run(words("one two ")), w("bookmarkStart", id="1", name="here"), run(words("three")))
        assert laid_out(lines(8), marked, section=page(lines=9)).pages == {"here": 2}


class TestPages:
    def test_no_line_stands_alone_at_the_foot(self) -> None:
        assert pages(laid_out(NINE, lines(4))) == [FULL, "0/1/2/3"]

    def test_no_line_stands_alone_at_the_head(self) -> None:
        assert pages(laid_out(lines(7), lines(4))) == ["0/1/2/3/4/5/6/0/1", "2/3"]

    def test_three_lines_stay_together(self) -> None:
        assert pages(laid_out(lines(8), lines(3))) == ["0/1/2/3/4/5/6/7", "0/1/2"]

    def test_lines_may_stand_alone_where_the_style_allows(self) -> None:
        assert pages(laid_out(NINE, lines(2, w("widowControl", val="0")))) == [f"{FULL}/0", "1"]

    def test_lines_that_are_kept_together_move(self) -> None:
        assert pages(laid_out(lines(7), lines(5, KEEP_LINES))) == ["0/1/2/3/4/5/6", "0/1/2/3/4"]

    def test_headings_go_with_the_text_below_them(self) -> None:
        headings = (text("A", KEEP_NEXT, mark="a"), text("B", KEEP_NEXT, mark="b"))
        layout = laid_out(lines(7), *headings, lines(4))
        assert pages(layout) == ["0/1/2/3/4/5/6", "A/B/0/1/2/3"]
        assert layout.pages == {"a": 2, "b": 2}

    def test_what_is_kept_together_but_fills_more_than_a_page_is_broken(self) -> None:
        assert pages(laid_out(*[text(str(i), KEEP_NEXT) for i in range(12)])) == ["0/1/2/3/4/5/6/7/8/9", "10/11"]

    def test_a_page_may_begin_with_a_paragraph_that_asks_for_it(self) -> None:
        assert pages(laid_out(text("a"), text("b", BREAK_BEFORE))) == ["a", "b"]

    def test_the_larger_of_two_distances_counts(self) -> None:
        distance = w("spacing", before="200", after="400")
        layout = laid_out(text("a", distance), text("b", distance))
        assert [placed.y for placed in layout.placed] == [200, 800]

    def test_old_files_add_both_distances(self) -> None:
        distance = w("spacing", before="200", after="400")
        document = parsed(w("document", w("body", text("a", distance), text("b", distance), page())))[0]
        settings = parsed(w("settings", w("compat", w("doNotUseHTMLParagraphAutoSpacing"))))[0]
        layout = lay_out(WordParts(document, styles(), settings=settings))
        assert [placed.y for placed in layout.placed] == [200, 1000]

    def test_paragraphs_of_one_style_may_close_up(self) -> None:
        sheet = styles(Item=joined((w("spacing", before="200", after="200"), w("contextualSpacing"))))
        item = text("a", w("pStyle", val="Item"))
        assert [placed.y for placed in laid_out(item, item, sheet=sheet).placed] == [200, 400]

    def test_the_distance_above_falls_away_at_the_head_of_a_page_but_not_after_a_page_break(self) -> None:
        distance = w("spacing", before="400")
        assert laid_out(NINE, lines(2, distance)).placed[9].y == 0
        assert laid_out(NINE, text("b", BREAK_BEFORE, distance)).placed[9].y == 400

    def test_wide_spacing_below_the_last_line_may_be_cut_off(self) -> None:
        wide = w("spacing", line="480", lineRule="auto")
        height = 227 * 9 // LINE + 1
        assert len(pages(laid_out(*[text(str(i), wide) for i in range(5)], section=page(lines=height)))) == 1

    def test_borders_take_room_and_paragraphs_in_one_box_share_them(self) -> None:
        edges = w("pBdr", *[w(side, val="single", sz="8", space="4") for side in ("top", "bottom")])
        layout = laid_out(text("a", edges), text("b", edges), text("c"))
        assert [placed.y for placed in layout.placed] == [0, 300, 600]


class TestTables:
    WHOLE = w("trPr", w("cantSplit"))
    HEADER = w("trPr", w("cantSplit"), w("tblHeader"))

    def test_a_row_is_as_high_as_its_highest_cell(self) -> None:
        layout = laid_out(w("tbl", row(lines(1), lines(3))), text("below"))
        assert [placed.y for placed in layout.placed] == [0, 600]

    def test_a_row_that_does_not_split_moves(self) -> None:
        table = w("tbl", row(lines(4), lines(2), properties=self.WHOLE))
        assert pages(laid_out(lines(8), table)) == ["0/1/2/3/4/5/6/7", "0/1/2/3|0/1"]

    def test_a_row_splits_where_it_may(self) -> None:
        table = w("tbl", row(lines(4), lines(1)))
        assert pages(laid_out(lines(8), table)) == ["0/1/2/3/4/5/6/7/0/1|0", "2/3|"]

    def test_a_row_higher_than_a_page_splits_in_any_case(self) -> None:
        table = w("tbl", row(lines(12), properties=self.WHOLE))
        assert pages(laid_out(text("a"), table)) == ["a", "0/1/2/3/4/5/6/7/8/9", "10/11"]

    def test_header_rows_stand_on_every_page(self) -> None:
        table = w("tbl", row(lines(2), properties=self.HEADER), *[row(lines(3), properties=self.WHOLE)] * 4)
        layout = laid_out(table)
        assert [(placed.sheet, placed.y) for placed in layout.placed] == [
            (1, 0),
            (1, 400),
            (1, 1000),
            (2, 400),
            (2, 1000),
        ]

    def test_a_header_row_does_not_stand_alone(self) -> None:
        table = w("tbl", row(text("head"), properties=self.HEADER), row(text("a"), properties=self.WHOLE))
        assert pages(laid_out(NINE, table)) == [FULL, "head/a"]

    def test_a_caption_goes_with_its_table_and_a_group_with_its_first_row(self) -> None:
        group = row(text("group", KEEP_NEXT), properties=self.WHOLE)
        table = w("tbl", row(text("head"), properties=self.HEADER), group, row(text("a"), properties=self.WHOLE))
        assert pages(laid_out(lines(7), text("caption", KEEP_NEXT), table)) == ["0/1/2/3/4/5/6", "caption/head/group/a"]

    def test_margins_and_borders_take_room(self) -> None:
        sides = [w(side, w="100", type="dxa") for side in ("top", "left", "bottom", "right")]
        borders = [w(side, val="single", sz="8") for side in ("top", "bottom", "insideH")]
        style = w("style", w("tblPr", w("tblBorders", *borders), w("tblCellMar", *sides)), type="table", styleId="T")
        sheet = styles()
        sheet.extend(parsed(style))
        table = w("tbl", w("tblPr", w("tblStyle", val="T")), row(text("aaa bbb")), row(text("c")))
        layout = laid_out(table, text("below"), sheet=sheet)
        assert pages(layout) == ["aaa/bbb/c/below"]
        assert [placed.y for placed in layout.placed] == [0, 620, 1060]

    def test_a_bookmark_in_a_cell_is_found(self) -> None:
        assert laid_out(NINE, w("tbl", row(lines(2, mark="a"), properties=self.WHOLE))).pages == {"a": 2}


class TestFootnotes:
    MARK = w("p", run(words("a")), run(w("footnoteReference", id="5")))

    def test_a_footnote_takes_room_from_the_text(self) -> None:
        """Its one line, and the line that parts it from the text."""
        layout = laid_out(self.MARK, *[text(str(i)) for i in range(9)], notes=w("footnote", text("note"), id="5"))
        assert pages(layout) == ["a1/0/1/2/3/4/5/6", "7/8"]

    def test_a_bookmark_in_a_footnote_stands_on_the_page_of_its_mark(self) -> None:
        assert laid_out(NINE, self.MARK, notes=w("footnote", text(mark="a"), id="5")).pages == {"a": 2}

    def test_a_line_goes_where_its_footnote_has_room(self) -> None:
        layout = laid_out(lines(8), self.MARK, notes=w("footnote", text("note"), id="5"))
        assert pages(layout) == ["0/1/2/3/4/5/6/7", "a1"]

    def test_a_long_footnote_is_continued_on_the_next_page(self) -> None:
        layout = laid_out(lines(6), self.MARK, *[text(str(i)) for i in range(9)], notes=w("footnote", lines(6), id="5"))
        assert pages(layout) == ["0/1/2/3/4/5/a1", "0/1/2/3/4", "5/6/7/8"]


class TestSections:
    def test_a_landscape_section_has_pages_of_its_own(self) -> None:
        turned = text("one two three four five six", page(width=2400, lines=5))
        layout = laid_out(text("a", page()), turned, text("one two three"))
        assert pages(layout) == ["a", "one two three four/five six", "one two/three"]

    def test_a_section_may_begin_with_a_number_of_its_own(self) -> None:
        second = page(1200, 10, w("pgNumType", start="7"))
        layout = laid_out(text("a", page(), mark="a"), text("b", mark="b"), lines(12, mark="c"), section=second)
        assert layout.pages == {"a": 1, "b": 7, "c": 7}
        assert layout.total == 3

    def test_a_high_header_pushes_the_text_down(self) -> None:
        section = page(1200, 10, w("headerReference", type="default"))
        header = parsed(w("hdr", lines(3)))[0]
        element = parsed(w("document", w("body", lines(9), section)))[0]
        reference = element.find(".//{*}headerReference")
        assert reference is not None
        reference.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "rId1")
        layout = lay_out(WordParts(element, styles(), edges={"rId1": header}))
        assert pages(layout) == ["0/1/2/3/4/5/6", "7/8"]


class TestStyles:
    def test_a_style_stands_on_another(self) -> None:
        sheet = styles(Base=w("spacing", before="400"), Next=w("keepNext"))
        base = parsed(w("basedOn", val="Base"))[0]
        sheet[-1].insert(0, base)
        assert laid_out(text("a", w("pStyle", val="Next")), sheet=sheet).placed[0].y == 400

    def test_styles_in_a_circle_do_not_hang(self) -> None:
        sheet = styles(A=NOTHING, B=NOTHING)
        sheet[-1].insert(0, parsed(w("basedOn", val="A"))[0])
        sheet[-2].insert(0, parsed(w("basedOn", val="B"))[0])
        assert pages(laid_out(text("a", w("pStyle", val="A")), sheet=sheet)) == ["a"]

    def test_numbers_of_lists_are_as_wide_as_they_are_written(self) -> None:
        level = w("lvl", w("numFmt", val="upperRoman"), w("lvlText", val="%1."), w("suff", val="space"), ilvl="0")
        numbering = w(
            "numbering", w("abstractNum", level, abstractNumId="1"), w("num", w("abstractNumId", val="1"), numId="1")
        )
        item = text("aaaaa bb", w("numPr", w("ilvl", val="0"), w("numId", val="1")))
        document = parsed(w("document", w("body", item, item, item, page(1320))))[0]
        layout = lay_out(WordParts(document, styles(), parsed(numbering)[0]))
        assert pages(layout) == ["aaaaa bb/aaaaa/bb/aaaaa/bb"]

    def test_an_unknown_font_is_told(self) -> None:
        assert laid_out(text(), sheet=styles("Garamond")).doubts == ("the font 'Garamond'",)

    def test_text_in_columns_is_told(self) -> None:
        assert laid_out(text(), section=page(1200, 10, w("cols", num="2"))).doubts == ("text in columns",)

    @pytest.mark.parametrize(
        ("asked", "doubt"),
        [
            (w("docGrid", type="lines", linePitch="360"), "lines on a grid"),
            (w("pgNumType", fmt="lowerRoman"), "page numbers other than 1, 2, 3"),
            (w("textDirection", val="tbRl"), "upright lines"),
        ],
    )
    def test_what_a_section_asks_for_beyond_that_is_told(self, asked: Xml, doubt: str) -> None:
        assert laid_out(text(), section=page(1200, 10, asked)).doubts == (doubt,)

    @pytest.mark.parametrize(
        ("asked", "doubt"),
        [
            (w("w", val="150"), "letters made wider or narrower"),
            (w("position", val="6"), "raised or lowered letters"),
            (w("rtl"), "text from right to left"),
        ],
    )
    def test_letters_out_of_shape_are_told(self, asked: Xml, doubt: str) -> None:
        assert laid_out(w("p", run(words("word"), w("rPr", asked)))).doubts == (doubt,)

    def test_what_is_asked_for_and_taken_back_is_none(self) -> None:
        usual = (w("w", val="100"), w("position", val="0"), w("rtl", val="0"))
        assert laid_out(w("p", w("pPr", w("bidi", val="0")), run(words("word"), w("rPr", *usual)))).doubts == ()

    @pytest.mark.parametrize("letter", ["漢", "ب", "\N{GRINNING FACE}", "\ue000"])
    def test_a_letter_that_the_font_lacks_is_told(self, letter: str) -> None:
        shown = f"'{letter}'" if letter.isprintable() else "U+E000"
        assert laid_out(text(letter)).doubts == (f"letters that the fonts lack, such as {shown}",)

    def test_letters_with_accents_and_marks_without_width_are_none(self) -> None:
        assert laid_out(text("é – ’ “ € ł\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{WORD JOINER}")).doubts == ()

    def test_justified_text_is_told_where_it_has_more_than_one_line(self) -> None:
        justified = w("jc", val="both")
        assert laid_out(text("one", justified)).doubts == ()
        assert laid_out(text("words of two lines", justified)).doubts == (
            "justified text, whose spaces Word makes narrower",
        )

    def test_kerned_letters_are_told_where_there_is_more_than_one_line(self) -> None:
        def kerned(content: str, size: str) -> Xml:
            return w("p", run(words(content), w("rPr", w("kern", val=size))))

        assert laid_out(kerned("one", "16")).doubts == laid_out(kerned("words of two lines", "28")).doubts == ()
        assert laid_out(kerned("words of two lines", "16")).doubts == ("kerned letters",)

    def test_a_soft_hyphen_is_told_where_there_is_more_than_one_line(self) -> None:
        assert laid_out(w("p", run(joined((words("co"), w("softHyphen"), words("op")))))).doubts == ()
        long = w("p", run(joined((words("words of two co"), w("softHyphen"), words("operations")))))
        assert laid_out(long).doubts == ("soft hyphens",)

    @pytest.mark.parametrize("setting", ["autoHyphenation", "gutterAtTop"])
    def test_a_setting_that_moves_lines_is_told(self, setting: str) -> None:
        document = parsed(w("document", w("body", text(), page())))[0]
        settings = parsed(w("settings", w(setting)))[0]
        assert len(lay_out(WordParts(document, styles(), settings=settings)).doubts) == 1

    def test_a_table_whose_rows_are_of_a_given_height_is_told(self) -> None:
        given = w("trPr", w("trHeight", val="900"))
        assert laid_out(w("tbl", row(text(), properties=given)), text()).doubts == ("rows of a given height",)

    def test_markup_that_it_does_not_know_is_told(self) -> None:
        assert laid_out(w("p", run(w("sym", font="Wingdings", char="F0FC")))).doubts == ("'sym' in the text",)

    def test_a_header_that_leaves_no_room_is_told(self) -> None:
        document = parsed(w("document", w("body", text(), page(1200, 10, w("headerReference", id="h")))))[0]
        reference = document.find(".//{*}headerReference")
        assert reference is not None
        reference.set(qualified("r:id"), "h")
        layout = lay_out(WordParts(document, styles(), edges={"h": parsed(w("hdr", lines(40)))[0]}))
        assert layout.doubts == ("a header or footer that leaves no room for text",)

    @pytest.mark.parametrize("number", ["inf", "nan", "1e400", "9" * 5000, "x"])
    def test_numbers_of_no_sense_say_nothing(self, number: str) -> None:
        odd = laid_out(text("a", w("spacing", before=number), w("ind", left=number)))
        assert pages(odd) == ["a"]

    def test_styles_that_are_based_on_one_another_by_the_thousand_are_followed(self) -> None:
        chain = [
            w("style", w("basedOn", val=f"S{i - 1}"), w("pPr", BREAK_BEFORE if i == 1 else NOTHING), styleId=f"S{i}")
            for i in range(5000)
        ]
        sheet = styles()
        sheet.extend(parsed(joined(chain)))
        assert pages(laid_out(text("a"), text("b", w("pStyle", val="S4999")), sheet=sheet)) == ["a", "b"]

    def test_the_same_parts_give_the_same_pages(self) -> None:
        body = (NINE, text("a", KEEP_NEXT), w("tbl", row(lines(4), lines(2))))
        assert laid_out(*body) == laid_out(*body)


def test_an_empty_document_has_one_page() -> None:
    document = etree.fromstring('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>')
    assert lay_out(WordParts(document, styles())).pages == {}
