"""The Word file as a whole: its package, its pages, its numbers, what it says about itself, and hostile content."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document as open_document
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.diagnostic import Findings
from docgen.tree.block import Block, Heading, Landscape, Table
from docgen.tree.document import Document, Numbering
from docgen.write.docx.widths import column_widths, wants_landscape
from docgen.write.docx.writer import write_docx
from tests.ooxml_lint import NAMES, Element, WordFile, faults, val, w
from tests.rich_document import every_kind
from tests.trees import (
    bullets,
    column,
    document,
    figure,
    footnote,
    heading,
    here,
    link,
    note,
    numbers,
    page_break,
    paragraph,
    png,
    row,
    table,
    title,
)

WIDE = [f"Column {letter}" for letter in "ABCDEFGH"]


def written(content: Document, *codes: str) -> WordFile:
    """The file, which must be sound, and in the writing of which problems of these codes were found and no others."""
    findings = Findings()
    data = write_docx(content, findings)
    assert faults(data) == []
    assert [diagnostic.code.id for diagnostic in findings] == list(codes)
    return WordFile(data)


def words(part: Element) -> str:
    """All words of a part."""
    return "".join(text.text or "" for text in part.iter(w("t")))


def paragraphs(file: WordFile) -> list[Element]:
    """The paragraphs of the text."""
    return list(file.part("document").iter(w("p")))


class TestThePackage:
    def test_every_kind_of_node_is_written_soundly(self) -> None:
        file = WordFile(data := write_docx(every_kind(), Findings()))
        assert faults(data) == []
        assert "197" not in words(file.part("header1"))
        assert open_document(BytesIO(data)).sections

    def test_an_empty_document_is_sound(self) -> None:
        written(document())

    def test_entries_are_sorted_and_of_one_time(self) -> None:
        with ZipFile(BytesIO(write_docx(every_kind(), Findings()))) as archive:
            assert archive.namelist() == sorted(archive.namelist())
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    def test_a_picture_is_kept_once(self) -> None:
        twice = [figure("a.png", "A"), figure("b.png", "B"), figure("c.png", "C")]
        file = written(document(*twice, pictures={"a.png": png(), "b.png": png(), "c.png": png(9, 9)}))
        assert [name for name in file.names if "media" in name] == ["word/media/image1.png", "word/media/image2.png"]

    def test_another_process_writes_the_same_bytes(self) -> None:
        code = "import sys; from tests.test_write_docx import example; sys.stdout.buffer.write(example())"
        outputs = set()
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati")):
            environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
            root = Path(__file__).parent.parent
            done = subprocess.run(
                [sys.executable, "-c", code], env=environment, cwd=root, capture_output=True, check=True
            )
            outputs.add(done.stdout)
        assert len(outputs) == 1


def example() -> bytes:
    """A file with all that is counted, named or dated."""
    return write_docx(every_kind(), Findings())


class TestWhatTheFileSaysAboutItself:
    def test_properties_come_from_the_document(self) -> None:
        said: dict[str, Any] = {
            "title": "A & B",
            "author": "The Director",
            "version": "0.3",
            "status": "draft",
            "language": "cy-GB",
        }
        file = written(document(organisation="Example <CCG>", dated=date(2014, 6, 20), **said))
        core = open_document(BytesIO(write_docx(document(dated=date(2014, 6, 20), **said), Findings()))).core_properties
        assert (core.title, core.author, core.version, core.content_status, core.language) == tuple(said.values())
        assert core.created == core.modified
        assert f"{core.created:%Y-%m-%d %H:%M}" == "2014-06-20 00:00"
        assert b"<Company>Example &lt;CCG&gt;</Company>" in file.data["docProps/app.xml"]
        assert {lang.get(w("val")) for lang in file.part("styles").iter(w("lang"))} == {"cy-GB"}

    def test_without_an_author_or_date_it_is_the_organisation_and_no_clock(self) -> None:
        core = open_document(BytesIO(write_docx(document(), Findings()))).core_properties
        assert core.author == core.last_modified_by == "Example CCG"
        assert core.created is not None
        assert core.created.year == 1980

    def test_a_property_too_long_for_word_is_shortened_and_reported(self) -> None:
        file = written(document(title="long " * 60), "DG914")
        assert "long " * 60 in words(file.part("header1"))


class TestHeaderAndFooter:
    def test_they_name_organisation_title_version_status_and_marking(self) -> None:
        file = written(document(version="0.3", status="review", marking="OFFICIAL"))
        assert words(file.part("header1")) == "OFFICIALExample CCG · Version 0.3 · ReviewExpression of Interest"
        assert words(file.part("header2")) == "OFFICIALExample CCG · Version 0.3 · Review"
        assert words(file.part("footer1")) == words(file.part("footer2")) == "Page 1 of 1OFFICIAL"
        fields = [(field.text or "").strip() for field in file.part("footer1").iter(w("instrText"))]
        assert fields == ["PAGE", "NUMPAGES"]

    def test_a_draft_says_so_in_words_and_across_every_page(self) -> None:
        file = written(document(paragraph("x"), table(WIDE, row(*WIDE)), paragraph("y"), status="draft"))
        for name in ("header1", "header2", "header3"):
            assert "DRAFT" in words(file.part(name))
            assert file.part(name).findall(".//w:pict", NAMES)
        for section in file.part("document").iter(w("sectPr")):
            kinds = [item.get(w("type")) for item in section.findall("w:headerReference", NAMES)]
            assert kinds == ["default", "first", "even"]

    def test_what_is_final_has_no_watermark(self) -> None:
        file = written(document(status="final"))
        assert not file.part("header1").findall(".//w:pict", NAMES)
        assert words(file.part("header1")) == "Example CCG · FinalExpression of Interest"

    def test_only_the_first_page_of_the_document_differs(self) -> None:
        file = written(document(paragraph("x"), table(WIDE, row(*WIDE)), paragraph("y")))
        first = [section.find("w:titlePg", NAMES) is not None for section in file.part("document").iter(w("sectPr"))]
        assert first == [True, False, False]


def orientations(file: WordFile) -> list[str]:
    """Of each section, by its width and height."""
    sizes = [section.find("w:pgSz", NAMES) for section in file.part("document").iter(w("sectPr"))]
    pairs = [(int(size.get(w("w"), "0")), int(size.get(w("h"), "0"))) for size in sizes if size is not None]
    return ["landscape" if width > height else "portrait" for width, height in pairs]


class TestSections:
    def test_a_document_of_one_wide_table_is_one_section(self) -> None:
        assert orientations(written(document(table(WIDE, row(*WIDE))))) == ["landscape"]

    def test_neighbours_on_their_long_side_share_a_section(self) -> None:
        wide = table(WIDE, row(*WIDE))
        aside = Landscape((paragraph("x"), Landscape((paragraph("y"),), here())), here())
        file = written(document(paragraph("a"), wide, page_break(), aside, wide, page_break()))
        assert orientations(file) == ["portrait", "landscape"]

    def test_the_heading_of_a_wide_table_goes_with_it(self) -> None:
        file = written(document(paragraph("a"), heading(1, "One"), heading(2, "Two"), table(WIDE, row(*WIDE))))
        ends = [words(end) for end in paragraphs(file) if end.find("w:pPr/w:sectPr", NAMES) is not None]
        assert ends == ["a"]

    def test_long_words_turn_the_page_and_short_ones_do_not(self) -> None:
        five = [column(letter) for letter in "ABCDE"]
        assert wants_landscape(table(five, row(*["accountabilities"] * 5)), 9000)
        assert not wants_landscape(table(five, row(*["many short words"] * 5)), 9000)


class TestColumns:
    def test_widths_are_the_shares_and_together_the_measure(self) -> None:
        assert column_widths(table([column("A", 1), column("B", 2), column("C", 4)]), 9001) == [1286, 2572, 5143]

    def test_a_column_too_narrow_for_its_longest_word_takes_from_the_others(self) -> None:
        widths = column_widths(table([column("Responsibilities", 1), column("B", 9), column("C", 10)]), 10000)
        assert widths[0] == 200 + 16 * 128
        assert widths[1] < widths[2]
        assert sum(widths) == 10000

    @given(st.lists(st.tuples(st.floats(0, 1e6), st.text("ab ", max_size=60)), min_size=1, max_size=12))
    def test_no_column_is_lost(self, columns: list[tuple[float, str]]) -> None:
        widths = column_widths(table([column(words, share) for share, words in columns]), 9412)
        assert sum(widths) == 9412
        assert all(width >= 0 for width in widths)

    def test_a_row_longer_than_a_page_may_break(self) -> None:
        file = written(document(table(["A"], row("words " * 900), row("short"))))
        whole = [line.find("w:trPr/w:cantSplit", NAMES) is not None for line in file.part("document").iter(w("tr"))]
        assert whole == [True, False, True]

    def test_five_thousand_rows_take_about_a_second(self) -> None:
        start = perf_counter()
        large = table([*"ABCDE"], *[row(f"Row {i}", "words", "Yes", "A comment", "x") for i in range(5000)])
        built = perf_counter()
        file = WordFile(write_docx(document(large), Findings()))
        assert perf_counter() - built < 10 * max(built - start, 0.5)
        assert len(list(file.part("document").iter(w("tr")))) == 5001


class WordCounter:
    """Counts numbered paragraphs as Word does, from nothing but the file."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.counts: dict[str, list[int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def number(self, paragraph: Element) -> str:
        """What Word prints before a paragraph, without the last full stop."""
        num, level = self._list_of(paragraph)
        if num in ("", "0"):
            return ""
        abstract = val(self._one("num", "numId", num), "w:abstractNumId")
        counts = self.counts.setdefault(abstract, [0] * 9)
        start = self._start(num, level)
        if start is not None and (num, level) not in self.begun:
            counts[level] = start - 1
        self.begun.add((num, level))
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        return self._printed(abstract, level, counts)

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        own = paragraph.find("w:pPr/w:numPr", NAMES)
        style = self._one("style", "styleId", val(paragraph, "w:pPr/w:pStyle"), "styles")
        said = own if own is not None else style.find("w:pPr/w:numPr", NAMES)
        return ("", 0) if said is None else (val(said, "w:numId"), int(val(said, "w:ilvl") or "0"))

    def _start(self, num: str, level: int) -> int | None:
        overrides = self._one("num", "numId", num).findall("w:lvlOverride", NAMES)
        starts = [val(item, "w:startOverride") for item in overrides if item.get(w("ilvl")) == str(level)]
        return int(starts[0]) if starts else None

    def _printed(self, abstract: str, level: int, counts: list[int]) -> str:
        levels = self._one("abstractNum", "abstractNumId", abstract).findall("w:lvl", NAMES)
        text = val(levels[level], "w:lvlText")
        for place, (definition, count) in enumerate(zip(levels, counts, strict=True), start=1):
            text = text.replace(f"%{place}", FORMATS[val(definition, "w:numFmt")](count))
        return text.removesuffix(".")

    def _one(self, tag: str, attribute: str, value: str, part: str = "numbering") -> Element:
        return next(item for item in self.file.part(part).findall(f"w:{tag}", NAMES) if item.get(w(attribute)) == value)


def roman(number: int) -> str:
    """Up to 39."""
    return "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "upperLetter": lambda count: chr(64 + (count - 1) % 26 + 1) * ((count - 1) // 26 + 1),
    "lowerLetter": lambda count: chr(96 + (count - 1) % 26 + 1) * ((count - 1) // 26 + 1),
    "upperRoman": roman,
    "lowerRoman": lambda count: roman(count).lower(),
    "none": lambda count: "",
    "bullet": lambda count: "•",
}


def numbered(levels: list[int], scheme: Numbering) -> list[Heading]:
    """Headings of these levels, numbered as `resolve` numbers them; level 0 is a heading without a number."""
    counts, headings = [0] * 6, []
    for level in levels:
        if not level:
            headings.append(heading(1, "words", anchor=""))
            continue
        counts[level - 1] += 1
        counts[level:] = [0] * (6 - level)
        lettered = ["upperLetter", "upperRoman", "lowerLetter"]
        if scheme is Numbering.DECIMAL:
            number = ".".join(map(str, counts[:level]))
        else:
            number = FORMATS[lettered[level - 1]](counts[level - 1]) if level <= 3 else ""
        headings.append(heading(level, "words", number, anchor=""))
    return headings


class TestNumbers:
    @pytest.mark.parametrize("scheme", [Numbering.DECIMAL, Numbering.LETTERED])
    @settings(max_examples=25, deadline=None)
    @given(data=st.data())
    def test_word_counts_headings_as_the_tree_does(self, scheme: Numbering, data: st.DataObject) -> None:
        headings = numbered(data.draw(st.lists(st.integers(0, 6), max_size=12)), scheme)
        file = WordFile(write_docx(document(*headings, numbering=scheme), Findings()))
        counter = WordCounter(file)
        for expected, found in zip(headings, islice(paragraphs(file), len(headings)), strict=True):
            printed = counter.number(found) or words(found).removesuffix("words").removesuffix(".")
            assert printed == expected.number

    def test_every_numbered_list_counts_for_itself(self) -> None:
        nested = numbers("a", "b", start=4)
        lists: list[Block] = [
            numbers("one", "two"),
            paragraph("x"),
            numbers("three", start=3),
            bullets("•"),
            nested,
            numbers("five"),
        ]
        file = written(document(*lists))
        counter = WordCounter(file)
        assert [counter.number(line) for line in paragraphs(file)] == ["1", "2", "", "3", "•", "4", "5", "1"]

    def test_without_numbering_no_heading_has_a_list(self) -> None:
        file = written(document(heading(1, "One"), heading(2, "Two")))
        assert not list(file.part("document").iter(w("numPr")))
        assert "Heading1" not in {val(style) for style in file.part("numbering").iter(w("pStyle"))}


AWKWARD = st.text(st.characters(codec=None), max_size=40)


class TestHostileContent:
    @settings(max_examples=60, deadline=None)
    @given(AWKWARD, AWKWARD)
    def test_any_text_in_any_place_makes_a_sound_file(self, one: str, two: str) -> None:
        caption: Table = table([column(one)], row(two), caption=[one, "x"], number=1, label=two)
        content = document(
            title(one, two),
            heading(1, one, anchor="a", label=one),
            paragraph([link(one, two), note(one, 1)]),
            caption,
            figure("a.png", two, [one], number=1),
            footnotes=[footnote(one, 1, two)],
            pictures={"a.png": png()},
            title=one,
            organisation=two,
            version=one,
            marking=two,
            author=one,
        )
        assert faults(write_docx(content, Findings())) == []

    def test_text_arrives_as_it_was_written(self) -> None:
        text = "A&E, R&D, 5 < 6 weeks, *stars*, {{ 7*7 }}, `, <w:p/>, |, #, £, “ ”, 🙂, عربى, ]]>, &amp;"
        file = written(
            document(paragraph(text), bullets(text), table([column(text)], row(text), caption=text, number=1))
        )
        assert words(file.part("document")).count(text) == 5

    def test_many_lists_in_one_another(self) -> None:
        deep = bullets("end")
        for level in range(30):
            deep = bullets(f"level {level}", table(["A"], row("x")) if level == 20 else "x", deep)  # type: ignore[arg-type]
        written(document(deep))
