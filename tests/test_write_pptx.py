"""Slides: they say what the Word file says, hold all of it, and are real slides with places, notes and alternatives."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from docgen import pipeline
from docgen.diagnostic import Findings
from docgen.resolve.resolve import resolve
from docgen.snapshot import Snapshot
from docgen.tree.block import SPEAKER_NOTES, Align, Block, Callout
from docgen.tree.document import Document
from docgen.tree.inline import Picture
from docgen.write.docx.writer import write_docx
from docgen.write.edition import PLAIN_EDITION
from docgen.write.pptx.measuring import height, lines, parted
from docgen.write.pptx.page import BODY
from docgen.write.pptx.words import Manner, Run, Words
from docgen.write.pptx.writer import write_pptx
from docgen.write.zip import packed
from tests.awkward import PROGRAMME, awkward_snapshot
from tests.builds import build, examples
from tests.generated import COUNT, generated
from tests.markdown_lines import comparable, word_lines
from tests.pptx_lines import Section, marked_lines, sections_of_pptx
from tests.rich_document import AWKWARD, every_kind
from tests.test_write_docx_programs import needs_validator, validator_faults
from tests.trees import (
    bullets,
    column,
    contents,
    cover,
    definitions,
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
    reference,
    row,
    table,
    title,
)
from tests.word_lines import lines_of_docx, plain

LONG = "The group serves its registered people together with NHS England, so that money and buildings follow need. "


def spoken(*blocks: Block) -> Callout:
    """Notes of a speaker."""
    return Callout(SPEAKER_NOTES, (), blocks, here())


def slides_of(*blocks: Block, **more: Any) -> tuple[bytes, Findings]:
    """The file of a paper with these blocks."""
    findings = Findings()
    made = resolve(document(title("Briefing"), *blocks, **more), findings)
    return write_pptx(made, findings, PLAIN_EDITION), findings


def opened(data: bytes) -> Any:
    return Presentation(BytesIO(data))


def codes(findings: Findings) -> list[str]:
    return [found.code.id for found in findings]


def words_in(lines: list[str]) -> Counter[str]:
    """The words of lines. A letter before a heading has a full stop, or none."""
    settled = [re.sub(r"^((?:\w{1,5}\.)*\w{1,5})\. ", r"\1 ", line.removeprefix("# ")) for line in lines]
    return Counter(word for line in settled for word in line.split() if word not in ("|", "¶"))


def word_words(made: Document) -> Counter[str]:
    """All words of the Word file, but those of pictures' alternatives."""
    contents, text = word_lines(lines_of_docx(write_docx(made, Findings(), PLAIN_EDITION)))
    return words_in([re.sub(r"\[picture: [^\]]*\]", "", line) for line in (*contents, *text)])


def slide_words(data: bytes) -> Counter[str]:
    """All words of the slides, each title once."""
    return words_in([line for each in sections_of_pptx(data) for line in (each.title, *each.lines, *each.notes)])


def letters(words: Counter[str]) -> Counter[str]:
    """How often each letter stands in the words: in narrow columns words are parted between slides."""
    counted: Counter[str] = Counter()
    for word, times in words.items():
        for letter in word:
            counted[letter] += times
    return counted


class TestSaysWhatWordSays:
    def test_a_briefing_block_by_block(self) -> None:
        made = resolve(briefing(), Findings())
        _, text = word_lines(lines_of_docx(write_docx(made, Findings(), PLAIN_EDITION)))
        front, *others = sections_of_pptx(write_pptx(made, Findings(), PLAIN_EDITION))
        first = comparable([front.title, *front.lines])
        assert text[len(first) :] == comparable([line for each in others for line in said(each)])
        assert sorted(text[: len(first)]) == sorted(first)

    def test_a_paper_of_every_kind_of_node(self) -> None:
        made = every_kind()
        findings = Findings()
        data = write_pptx(made, findings, PLAIN_EDITION)
        assert letters(word_words(made)) - letters(slide_words(data)) == Counter()

    @pytest.mark.slow
    @pytest.mark.parametrize("number", range(0, COUNT, 20))
    def test_generated_papers(self, number: int) -> None:
        made = generated(number)
        data = write_pptx(made, Findings(), PLAIN_EDITION)
        assert letters(word_words(made)) - letters(slide_words(data)) == Counter()

    def test_a_word_that_is_lost_is_seen(self) -> None:
        made = every_kind()
        shorter = replace(made, blocks=made.blocks[:-1])
        assert word_words(made) - slide_words(write_pptx(shorter, Findings(), PLAIN_EDITION))


@pytest.mark.parametrize("programme", ["new-devon", "riverside-icb"])
def test_the_examples_say_in_slides_what_they_say_in_word(programme: str) -> None:
    made = example_briefing(programme)
    contents, text = word_lines(lines_of_docx(write_docx(made, Findings(), PLAIN_EDITION)))
    slides = sections_of_pptx(write_pptx(made, Findings(), PLAIN_EDITION))
    told = comparable([line for each in slides for line in (*said(each), *map("[picture: {}]".format, each.pictures))])
    assert contents == []
    assert sorted(line.removeprefix("# ") for line in told) == sorted(line.removeprefix("# ") for line in text)


@pytest.mark.slow
def test_awkward_words_of_every_field_stand_in_slides_as_in_word() -> None:
    made = briefing_of(awkward_snapshot(), PROGRAMME)
    contents, text = word_lines(lines_of_docx(write_docx(made, Findings(), PLAIN_EDITION)))
    data = write_pptx(made, Findings(), PLAIN_EDITION)
    drawn = [f"[picture: {words}]" for each in sections_of_pptx(data) for words in each.pictures]
    told = slide_words(data) + words_in(drawn)
    assert letters(words_in([*contents, *text])) - letters(told) == Counter()
    assert {"A&E", "{{", "{fact}`x`", "=1+1", "&amp;", "a|b", "]]>"} <= told.keys()


def example_briefing(programme: str) -> Document:
    """The briefing of an example."""
    return briefing_of(examples(), programme)


def briefing_of(snapshot: Snapshot, programme: str) -> Document:
    """The briefing of a programme."""
    loaded = pipeline.load(snapshot, programme)
    job = next(job for job in pipeline.jobs(snapshot, loaded) if job.type == "briefing")
    made = pipeline.document_tree(snapshot, loaded, job, Findings())
    assert made is not None
    return made


class TestOnlyOfPapersThatAreMadeForIt:
    def test_a_briefing_is_written_as_slides_without_being_asked(self) -> None:
        loaded = pipeline.load(examples(), "new-devon")
        job = next(job for job in pipeline.jobs(examples(), loaded) if job.type == "briefing")
        made = build(examples(), loaded, job, ("docx", "pptx"))
        assert set(made.outputs) == {"docx", "pptx"}

    def test_another_paper_is_written_in_the_other_formats_asked_for(self) -> None:
        loaded = pipeline.load(examples(), "new-devon")
        job = next(job for job in pipeline.jobs(examples(), loaded) if job.type == "action-plan")
        assert set(build(examples(), loaded, job, ("docx", "pptx")).outputs) == {"docx"}

    def test_where_only_slides_are_asked_for_it_says_so(self) -> None:
        loaded = pipeline.load(examples(), "new-devon")
        job = next(job for job in pipeline.jobs(examples(), loaded) if job.type == "action-plan")
        made = build(examples(), loaded, job, ("pptx",))
        assert (made.outputs, made.is_stopped) == ({}, False)
        assert "DG930" in [found.code.id for found in made.findings]


def said(section: Section) -> list[str]:
    """The lines of a section, in the order of a paper: notes are told in a box behind the words."""
    notes = ["Speaker notes", *section.notes] if section.notes else []
    return [f"# {section.title}", *section.lines, *notes]


def briefing() -> Document:
    """A short one, whose notes come last on each slide."""
    return document(
        cover(
            "Northvale CCG", title("Briefing", "Joint commissioning"), definitions(("Version", "0.1"), ("For", "Board"))
        ),
        heading(1, "What we propose"),
        paragraph(["We ask for ", link("https://www.example.org/a?b=1&c=2", "joint commissioning"), " & more:"]),
        bullets("one plan", AWKWARD),
        spoken(paragraph("Say why."), bullets("slowly")),
        heading(1, "Functions"),
        table(["Function", column("Number", align=Align.RIGHT)], row("Contracts", "12"), row("Visits < 6", "3")),
        heading(1, "Next steps"),
        numbers("Vote", "Apply", start=3),
    )


class TestOverflow:
    def test_a_long_list_goes_on_on_further_slides(self) -> None:
        items = [f"Item number {number} of a list that is long" for number in range(60)]
        data, findings = slides_of(heading(1, "Functions"), bullets(*items))
        section = sections_of_pptx(data)[-1]
        assert section.lines == items
        titles = [slide.shapes.title.text_frame.text for slide in opened(data).slides][1:]
        assert titles == [f"Functions ({number} of {len(titles)})" for number in range(1, len(titles) + 1)]
        assert len(titles) >= 4
        assert codes(findings) == []

    def test_a_paragraph_longer_than_a_slide_is_parted_between_lines(self) -> None:
        data, _ = slides_of(heading(1, "Why"), paragraph(LONG * 30))
        section = sections_of_pptx(data)[-1]
        assert section.slides >= 3
        assert " ".join(section.lines) == plain(LONG * 30)

    def test_a_word_longer_than_a_slide_is_parted_too(self) -> None:
        word = "x" * 9_000
        data, _ = slides_of(heading(1, "Why"), paragraph(word))
        assert "".join(sections_of_pptx(data)[-1].lines) == word

    def test_a_table_goes_on_below_its_headings(self) -> None:
        rows = [row(f"Function {number}", LONG) for number in range(40)]
        data, _ = slides_of(heading(1, "Scope"), table(["Function", "Comment"], *rows, caption="All of them"))
        section = sections_of_pptx(data)[-1]
        assert section.slides > 4
        assert section.lines == [
            "Table\u00a01: All of them",
            "| Function | Comment",
            *(f"| Function {number} | {LONG.strip()}" for number in range(40)),
        ]
        for slide in list(opened(data).slides)[1:]:
            (grid,) = [shape for shape in slide.shapes if shape.has_table]
            assert grid.table.first_row
            assert grid.table.cell(0, 0).text_frame.text == "Function"
            assert bottom(grid) <= points(BODY.top + BODY.height) + 12_700

    def test_a_row_higher_than_a_slide_is_parted(self) -> None:
        data, _ = slides_of(heading(1, "Scope"), table(["A", "B"], row("First", LONG * 40), row("Second", "short")))
        section = sections_of_pptx(data)[-1]
        words = words_in(section.lines)
        assert words == words_in(["A B First Second short", LONG * 40])
        assert section.slides >= 3

    def test_headings_of_a_table_higher_than_a_slide_are_told(self) -> None:
        data, findings = slides_of(heading(1, "Scope"), table([LONG * 30, "B"], row("x", "y"), row("z", "w")))
        assert "DG931" in codes(findings)
        assert {"x", "y", "z", "w"} <= set(words_in(sections_of_pptx(data)[-1].lines))

    def test_a_caption_stays_with_its_table(self) -> None:
        filler = [paragraph(f"Line {number}") for number in range(9)]
        rows = [row("a", LONG * 3) for _ in range(3)]
        data, _ = slides_of(heading(1, "Scope"), *filler, table(["A", "B"], *rows, caption="Functions"))
        slides = list(opened(data).slides)
        with_table = next(slide for slide in slides if any(shape.has_table for shape in slide.shapes))
        assert "Table\u00a01: Functions" in all_text(with_table)

    def test_text_is_measured_so_that_it_ends_above_the_foot(self, tmp_path: Path) -> None:
        data, _ = slides_of(heading(1, "Why"), *(paragraph(LONG) for _ in range(20)))
        foot = height(Words((Run(LONG),), Manner(20.0), here()), BODY.width)
        for slide in list(opened(data).slides)[1:]:
            body = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 1)
            assert len(body.text_frame.paragraphs) * foot <= BODY.height + foot

    def test_a_page_break_begins_a_slide_and_none_at_the_end(self) -> None:
        data, _ = slides_of(heading(1, "Why"), paragraph("One"), page_break(), paragraph("Two"), page_break())
        assert [each.slides for each in sections_of_pptx(data)][1:] == [2]

    def test_a_title_too_long_takes_smaller_letters_and_then_is_told(self) -> None:
        _, findings = slides_of(heading(1, "A title of some length that needs two lines of a slide to be read " * 2))
        assert codes(findings) == []
        data, findings = slides_of(heading(1, LONG * 5))
        assert codes(findings) == ["DG931"]
        assert plain(LONG * 5) in [each.title for each in sections_of_pptx(data)]

    def test_words_before_the_first_heading_stand_under_the_title(self) -> None:
        data, _ = slides_of(paragraph("First words"), heading(1, "Why"), paragraph("x"))
        assert [(each.title, each.lines) for each in sections_of_pptx(data)] == [
            ("Briefing", []),
            ("Briefing", ["First words"]),
            ("Why", ["x"]),
        ]

    def test_facts_that_the_title_slide_has_no_room_for_come_next(self) -> None:
        facts = [(f"Fact {number}", LONG) for number in range(12)]
        data = write_pptx(document(cover("CCG", title("Briefing"), definitions(*facts))), Findings(), PLAIN_EDITION)
        words = slide_words(data)
        assert words["Fact"] == 12
        assert len(list(opened(data).slides)) > 2


class TestIsARealFileOfSlides:
    def test_words_tables_and_pictures_stand_in_the_places_of_their_layouts(self) -> None:
        data, _ = slides_of(
            heading(1, "Words"), paragraph("x"),
            heading(1, "Rows"), table(["A"], row("x")),
            heading(1, "Drawn"), figure("map.png", "Five clusters", "Where we are"),
            pictures={"map.png": png(40, 30)},
        )  # fmt: skip
        kinds = [[shape.placeholder_format.type for shape in slide.shapes] for slide in opened(data).slides]
        foot = [PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER]
        assert kinds == [
            [PP_PLACEHOLDER.CENTER_TITLE, *foot],
            [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, *foot],
            [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.TABLE, *foot],
            [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.PICTURE, *foot],
        ]

    def test_every_picture_has_its_alternative_and_its_proportions(self) -> None:
        data, _ = slides_of(
            heading(1, "Drawn"), figure("map.png", 'Five "clusters" & more'), pictures={"map.png": png(400, 100)}
        )
        assert sections_of_pptx(data)[-1].pictures == ['Five "clusters" & more']
        (picture,) = [shape for shape in list(opened(data).slides)[-1].shapes if hasattr(shape, "image")]
        assert picture.width / picture.height == pytest.approx(4, rel=0.01)
        assert picture.crop_left == picture.crop_top == 0

    def test_no_place_stays_empty(self) -> None:
        for slide in opened(write_pptx(every_kind(), Findings(), PLAIN_EDITION)).slides:
            for place in slide.placeholders:
                assert not place.has_text_frame or place.text_frame.text.strip(), place.name

    def test_every_slide_has_a_title_and_ids_of_its_own(self) -> None:
        for slide in opened(write_pptx(every_kind(), Findings(), PLAIN_EDITION)).slides:
            assert slide.shapes.title.text_frame.text.strip()
            ids = [shape.shape_id for shape in slide.shapes]
            assert len(ids) == len(set(ids))

    def test_notes_stand_below_their_slide(self) -> None:
        data, _ = slides_of(
            heading(1, "Why"), paragraph("x"), spoken(paragraph("Say *why*."), numbers("one", "two")),
            heading(1, "How"), paragraph("y"),
        )  # fmt: skip
        assert [each.notes for each in sections_of_pptx(data)] == [[], ["Say *why*.", "one", "two"], []]

    def test_the_foot_has_marking_draft_organisation_title_and_number(self) -> None:
        made = document(title("Briefing"), heading(1, "Why"), marking="OFFICIAL", status="draft", version="0.2")
        slide = list(opened(write_pptx(made, Findings(), PLAIN_EDITION)).slides)[-1]
        foot = {place.placeholder_format.idx: place for place in slide.placeholders}
        words = foot[11].text_frame.text
        assert words.startswith("OFFICIAL · DRAFT · ")
        assert words.endswith("Version 0.2")
        assert foot[12]._element.xpath(".//a:fld/@type") == ["slidenum"]
        assert foot[12].text_frame._txBody.xpath(".//a:t")[0].text == "2"

    def test_it_names_its_title_dates_and_language(self) -> None:
        made = document(title("Briefing"), heading(1, "Why"), paragraph("x"), dated=date(2014, 6, 6), language="cy")
        deck = opened(write_pptx(made, Findings(), PLAIN_EDITION))
        core = deck.core_properties
        assert core.title == made.properties.title
        assert core.language == "cy"
        assert (core.created.date(), core.modified.date()) == (date(2014, 6, 6), date(2014, 6, 6))
        said = {value for slide in deck.slides for value in slide._element.xpath("//a:rPr/@lang")}
        assert said == {"cy"}

    def test_references_lead_to_their_slide_and_links_outside(self) -> None:
        data, _ = slides_of(
            heading(1, "Why", label="section-why"), paragraph(["See ", reference("table-x", "")]),
            heading(1, "Rows"), table(["A"], row("x"), caption="Rows", label="table-x"),
            heading(1, "More"),
            paragraph([link("https://www.example.org/?a=1&b=2", "a page"), link("#section-why", "a part")]),
        )  # fmt: skip
        why, rows, more = list(opened(data).slides)[1:]
        targets = {rel.target_part for rel in why.part.rels.values() if not rel.is_external}
        assert rows.part in targets
        external = [rel.target_ref for rel in more.part.rels.values() if rel.is_external]
        assert external == ["https://www.example.org/?a=1&b=2"]
        assert why.part in {rel.target_part for rel in more.part.rels.values() if not rel.is_external}

    def test_contents_lead_to_their_slides(self) -> None:
        heads = [heading(1, "Why"), heading(1, "How")]
        data, _ = slides_of(contents(*heads), heads[0], paragraph("x"), heads[1], paragraph("y"))
        first = list(opened(data).slides)[1]
        assert len(first._element.xpath(".//a:hlinkClick[@action='ppaction://hlinksldjump']")) == 2

    def test_footnotes_stand_on_a_last_slide(self) -> None:
        data, _ = slides_of(
            heading(1, "Why"), paragraph(["The law", note("law", 1)]), footnotes=[footnote("law", 1, "NHS Act 2006")]
        )
        assert [(each.title, each.lines) for each in sections_of_pptx(data)][1:] == [
            ("Why", ["The law[1]"]),
            ("Notes", ["1 NHS Act 2006"]),
        ]

    def test_items_that_follow_one_another_count_by_themselves(self) -> None:
        data, _ = slides_of(heading(1, "Steps"), numbers("a", "b", "c", start=4), paragraph("and"), numbers("d", "e"))
        body = next(shape for shape in list(opened(data).slides)[1].placeholders if shape.placeholder_format.idx == 1)
        assert marked_lines(body.text_frame._txBody) == ["4. a", "5. b", "6. c", "and", "1. d", "2. e"]
        starts = re.findall(r'startAt="(\d+)"', slide_xml(data, 2))
        assert starts == ["4", "4", "4", "1", "1"]


class TestHostileWords:
    @pytest.mark.parametrize(
        "words", [AWKWARD, "</a:t><script>", "]]>", "{{ 7*7 }} _x000D_", "\u202e\u200b", "🙂 中文"]
    )
    def test_words_stay_words(self, words: str) -> None:
        data, _ = slides_of(
            heading(1, words), paragraph(words), bullets(words), table([words], row(words)), spoken(paragraph(words))
        )
        section = sections_of_pptx(data)[-1]
        assert section.title == plain(words)
        assert section.lines == [plain(words), plain(words), *[plain(f"| {words}")] * 2]
        assert section.notes == [plain(words)]

    def test_a_control_character_is_replaced_and_told(self) -> None:
        data, findings = slides_of(heading(1, "Why"), paragraph("a\x00b\ud800c"))
        assert sections_of_pptx(data)[-1].lines == ["a�b�c"]
        assert set(codes(findings)) == {"DG952"}

    @pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "//host/x"])
    def test_a_link_that_may_do_harm_is_left_out_and_told(self, target: str) -> None:
        data, findings = slides_of(heading(1, "Why"), paragraph([link(target, "here it is")]))
        assert sections_of_pptx(data)[-1].lines == ["here it is"]
        assert "DG955" in codes(findings)
        assert target.encode() not in b"".join(parts(data).values())

    def test_a_missing_picture_is_told_in_words(self) -> None:
        data, findings = slides_of(heading(1, "Why"), figure("gone.png", "Five clusters"))
        assert sections_of_pptx(data)[-1].lines == ["[Five clusters]"]
        assert codes(findings) == ["DG950"]

    def test_a_picture_inside_a_line_stands_below_it(self) -> None:
        inside = Picture("map.png", "A map", here())
        data, _ = slides_of(heading(1, "Why"), paragraph(["Before ", inside, " after"]), pictures={"map.png": png()})
        section = sections_of_pptx(data)[-1]
        assert (section.lines, section.pictures) == (["Before after"], ["A map"])

    def test_a_picture_in_a_cell_is_told_in_words(self) -> None:
        inside = paragraph([Picture("map.png", "A map", here())])
        data, findings = slides_of(heading(1, "Why"), table(["A"], row(inside)), pictures={"map.png": png()})
        assert sections_of_pptx(data)[-1].lines == ["| A", "| [A map]"]
        assert codes(findings) == ["DG932"]

    def test_a_thousand_rows_are_written_in_time(self) -> None:
        rows = [row(f"Function {number}", "yes", LONG) for number in range(1_000)]
        data, _ = slides_of(heading(1, "Scope"), table(["Function", "In scope?", "Comment"], *rows))
        assert len(sections_of_pptx(data)[-1].lines) == 1_001


class TestSameBytes:
    def test_two_runs_give_the_same_bytes(self) -> None:
        assert write_pptx(every_kind(), Findings(), PLAIN_EDITION) == write_pptx(
            every_kind(), Findings(), PLAIN_EDITION
        )

    def test_nothing_tells_who_or_when(self) -> None:
        data = write_pptx(every_kind(), Findings(), PLAIN_EDITION)
        with zipfile.ZipFile(BytesIO(data)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert archive.namelist() == sorted(archive.namelist())
        everything = b"".join(parts(data).values())
        for trace in (b"python-pptx", b"Steve Canny", str(Path(__file__).parent).encode()):
            assert trace not in everything


class TestMeasures:
    def test_lines_hold_all_words_in_order(self) -> None:
        words = Words((Run(LONG), Run("and\nmore "), Run("x" * 300)), Manner(20.0), here())
        assert "".join(run.words for line in lines(words, 300) for run in line) == words.text

    def test_a_paragraph_is_parted_between_its_lines(self) -> None:
        words = Words((Run(LONG * 4),), Manner(20.0, before=0.0), here())
        head, rest = parted(words, 400, 60)
        assert head is not None
        assert head.text + rest.text == words.text
        assert height(head, 400) <= 60
        assert parted(words, 400, 5) == (None, words)


VALIDATED: dict[str, Callable[[], Document]] = {
    "every kind of node": every_kind,
    "nothing": document,
    "a briefing": partial(example_briefing, "riverside-icb"),
    "generated": partial(generated, 140),
}


@pytest.mark.slow
@needs_validator
@pytest.mark.parametrize("name", VALIDATED)
def test_the_format_is_valid(name: str, tmp_path: Path) -> None:
    data = write_pptx(VALIDATED[name](), Findings(), PLAIN_EDITION)
    assert validator_faults(data, tmp_path, "deck.pptx") == []


@pytest.mark.slow
@needs_validator
def test_the_validator_sees_a_fault(tmp_path: Path) -> None:
    found = parts(write_pptx(every_kind(), Findings(), PLAIN_EDITION))
    found["ppt/slides/slide2.xml"] = found["ppt/slides/slide2.xml"].replace(b"<a:pPr ", b'<a:pPr wrong="1" ', 1)
    assert validator_faults(packed(found), tmp_path, "deck.pptx")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_with_a_page_for_each_slide(tmp_path: Path) -> None:
    data = write_pptx(every_kind(), Findings(), PLAIN_EDITION)
    (tmp_path / "deck.pptx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "deck.pptx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    shown = (tmp_path / "deck.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", shown)) == len(list(opened(data).slides))


def points(measure: float) -> int:
    """In the unit of files."""
    return round(measure * 12_700)


def bottom(shape: Any) -> int:
    lowest: int = shape.top + sum(row.height for row in shape.table.rows)
    return lowest


def all_text(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slide_xml(data: bytes, number: int) -> str:
    return etree.tostring(etree.fromstring(parts(data)[f"ppt/slides/slide{number}.xml"]), encoding="unicode")
