"""The PDF of a paper: tagged as PDF/UA asks, with the words of the Word file, and never read as markup."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.tree.document import Document
from docgen.tree.inline import Text
from docgen.typesetting import compiling
from docgen.typesetting.code import literal
from docgen.typesetting.fonts import replaced, unprintable
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition, Reference
from docgen.write.typst.writer import write_pdf
from docgen.write.zip import packed, unpacked
from tests.awkward import AWKWARD
from tests.builds import built, example
from tests.font_coverage import coverage
from tests.generated import COUNT, generated
from tests.house_documents import HOUSES, by_libreoffice, by_python_docx, edge, line, relations_part, with_header
from tests.pdf_lines import comparable, lines_of_pdf, lines_of_root, logical
from tests.pdf_lint import faults_of
from tests.pdf_structure import read_pdf
from tests.rich_document import every_kind
from tests.trees import document, figure, group, heading, paragraph, png, row, table, title
from tests.word_lines import Lines, lines_of_docx

BATCH = 25


def pdf_of(paper: Document) -> bytes:
    """The PDF, in which nothing is refused."""
    findings = Findings()
    data = write_pdf(paper, findings)
    assert data, [found.message for found in findings]
    return data


@cache
def examples() -> Mapping[str, Mapping[str, bytes]]:
    """The outputs of the example papers by name and format; forms are Word files only."""
    return {made.job.id: made.outputs for made in built(example()) if "pdf" in made.outputs}


def with_logo(kind: str) -> bytes:
    """A house with a picture of 7 by 5 pixels in its header, 144 points high."""
    place = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>12700</wp:posOffset></wp:position{axis}>'
        for axis in "HV"
    )
    drawing = (
        f'<w:p><w:r><w:drawing><wp:{kind} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing">{place if kind == "anchor" else ""}<wp:extent cx="1828800" cy="1828800"/>'
        '<wp:docPr id="9" name="Logo"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:graphicData uri="x"><a:blip r:embed="rIdLogo"/></a:graphicData></a:graphic></wp:{kind}></w:drawing>'
        "</w:r></w:p>"
    )
    rels = relations_part([("rIdLogo", "image", "media/logo.png")])
    parts = {"word/_rels/header1.xml.rels": rels.encode(), "word/media/logo.png": png(7, 5)}
    return packed({**unpacked(with_header(edge("header", drawing, line("Board")))), **parts})


def said_in_both(docx: bytes, pdf: bytes) -> tuple[list[str], list[str]]:
    """Word's lines and the PDF's, in order. Contents stand where they stand in the PDF, and apart in Word's."""
    word = lines_of_docx(docx)
    contents, text = comparable(word)
    _, lines = comparable(lines_of_pdf(pdf, word.has_cover, word.has_title))
    at = next((at for at in range(len(lines)) if lines[at : at + len(contents)] == contents), None)
    assert at is not None, contents
    del lines[at : at + len(contents)]
    return [logical(line) for line in text], [logical(line) for line in lines]


class TestSaysWhatWordSays:
    """Line by line, with every number that a reader sees."""

    def test_in_the_examples(self) -> None:
        assert len(examples()) >= 3
        for name, outputs in examples().items():
            word, page = said_in_both(outputs["docx"], outputs["pdf"])
            assert word == page, name

    def test_in_a_paper_of_every_kind_of_node(self) -> None:
        word, page = said_in_both(write_docx(every_kind(), Findings()), pdf_of(every_kind()))
        assert word == page

    @pytest.mark.slow
    @pytest.mark.parametrize("first", range(0, COUNT, BATCH))
    def test_in_generated_papers_which_have_no_fault(self, first: int) -> None:
        for number in range(first, first + BATCH):
            data = pdf_of(generated(number))
            word, page = said_in_both(write_docx(generated(number), Findings()), data)
            assert word == page, number
            assert faults_of(data) == [], number

    def test_a_word_that_differs_is_seen(self) -> None:
        other = replace(every_kind(), blocks=(*every_kind().blocks, paragraph("One more.")))
        word, page = said_in_both(write_docx(every_kind(), Findings()), pdf_of(other))
        assert word != page


class TestIsTagged:
    """As PDF/UA asks; Typst checks more of it while it writes."""

    def test_the_examples_have_no_fault(self) -> None:
        found = {name: faults_of(outputs["pdf"]) for name, outputs in examples().items()}
        assert found == {name: [] for name in examples()}

    def test_a_paper_of_every_kind_of_node_has_no_fault(self) -> None:
        assert faults_of(pdf_of(every_kind())) == []

    def test_contents_lists_and_pictures_are_told(self) -> None:
        root = read_pdf(examples()["banes/eoi"]["pdf"]).root
        assert len(root.named("TOCI")) > 40
        assert len(root.named("Table")) >= 16
        assert len(root.named("L")) > 10
        pictures = read_pdf(pdf_of(every_kind())).root.named("Figure")
        assert [each.alt for each in pictures] == ["Reports", "The board above two committees"]

    def test_language_title_and_date_come_from_the_document(self) -> None:
        said = replace(every_kind().properties, language="cy", title="Teitl & mwy", dated=date(2014, 6, 20))
        data = pdf_of(replace(every_kind(), properties=said))
        file = read_pdf(data)
        assert (file.language, file.title) == ("cy", "Teitl & mwy")
        with pikepdf.open(BytesIO(data)) as pdf:
            assert str(pdf.docinfo["/CreationDate"]).startswith("D:20140620")

    def test_headers_footers_and_the_watermark_are_artifacts(self) -> None:
        file = read_pdf(pdf_of(every_kind()))
        assert all("Page" in page and "DRAFT" in page and "OFFICIAL" in page for page in file.artifacts)
        assert not any(re.match(r"Page \d", line) for line in lines_of_root(file.root))

    @pytest.mark.parametrize(
        ("code", "fault"),
        [
            ('#heading("x")\n#heading("y")', "2 headings of the first level"),
            ('#heading("x")\n#table(columns: 1, "a")', "a table without heading cells"),
            ('#heading("x")\n#heading(level: 2, bookmarked: false, "y")', "bookmarks that differ from the headings"),
            ('#par("x")', "0 headings of the first level"),
        ],
    )
    def test_a_defect_is_seen(self, code: str, fault: str) -> None:
        head = '#set document(title: "x")\n#set text(lang: "en", font: "Liberation Sans")\n'
        assert fault in faults_of(compiling.pdf(head + code))

    @pytest.mark.parametrize(
        ("key", "fault"),
        [
            ("/Lang", "no language"),
            ("/MarkInfo", "not marked as tagged"),
            ("/ViewerPreferences", "no title"),
            ("/Metadata", "does not say that it is PDF/UA"),
            ("/Outlines", "bookmarks that differ from the headings"),
        ],
    )
    def test_something_taken_away_is_missed(self, key: str, fault: str) -> None:
        with pikepdf.open(BytesIO(pdf_of(every_kind()))) as pdf:
            del pdf.Root[key]
            changed = BytesIO()
            pdf.save(changed)
        assert fault in faults_of(changed.getvalue())

    def test_an_alternative_taken_away_is_missed(self) -> None:
        with pikepdf.open(BytesIO(pdf_of(every_kind()))) as pdf:
            for each in pdf.objects:
                if isinstance(each, pikepdf.Dictionary) and each.get("/S") == pikepdf.Name("/Figure"):
                    del each["/Alt"]
            changed = BytesIO()
            pdf.save(changed)
        assert "a picture without a text alternative" in faults_of(changed.getvalue())

    def test_a_level_that_is_left_out_moves_up(self) -> None:
        paper = document(title("T"), heading(1, "A"), heading(4, "B"), heading(2, "C"))
        assert faults_of(pdf_of(paper)) == []


class TestLooksAsTheHouse:
    """Page, styles, headers and footers come from the reference document, as in Word."""

    @pytest.mark.parametrize("program", HOUSES)
    def test_whatever_program_made_it(self, program: str) -> None:
        edition = Edition(reference=Reference("house.docx", HOUSES[program]()))
        data = write_pdf(every_kind(), Findings(), edition)
        assert faults_of(data) == []
        word, page = said_in_both(write_docx(every_kind(), Findings()), data)
        assert word == page

    def test_headers_are_filled_and_pages_counted(self) -> None:
        simple = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>'
        count = simple.replace("PAGE", "NUMPAGES")
        complex = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
        page = complex.replace("</w:r>", "</w:r><w:r><w:instrText> PAGE </w:instrText></w:r>", 1)
        house = with_header(
            edge("header", line("Board of ", "{{ organisation }}"), f"<w:p>{page}</w:p>", count, simple)
        )
        data = write_pdf(every_kind(), Findings(), Edition(reference=Reference("house.docx", house)))
        assert read_pdf(data).artifacts[1].replace("DRAFT", "").startswith("Board of Example CCG262")

    def test_a_font_that_is_not_at_hand_is_told(self) -> None:
        findings = Findings()
        write_pdf(every_kind(), findings, Edition(reference=Reference("house.docx", by_libreoffice())))
        told = [found.message for found in findings if found.code.id == "DG919"]
        assert told == ["the PDF is set in Liberation Sans, since docgen does not bring along the font 'Georgia'"]

    def test_a_font_of_the_theme_is_told(self) -> None:
        findings = Findings()
        write_pdf(every_kind(), findings, Edition(reference=Reference("house.docx", by_python_docx())))
        assert {found.code.id for found in findings} >= {"DG919"}

    def test_a_picture_in_a_header_is_told(self) -> None:
        picture = "<w:p><w:r><w:t>Board</w:t></w:r><w:r><w:pict/></w:r></w:p>"
        findings = Findings()
        house = with_header(edge("header", picture))
        write_pdf(every_kind(), findings, Edition(reference=Reference("house.docx", house)))
        assert "DG918" in {found.code.id for found in findings}

    @pytest.mark.parametrize("kind", ["inline", "anchor"])
    def test_a_logo_in_a_header_is_shown(self, kind: str) -> None:
        findings = Findings()
        data = write_pdf(every_kind(), findings, Edition(reference=Reference("house.docx", with_logo(kind))))
        assert "DG918" not in {found.code.id for found in findings}
        assert faults_of(data) == []
        with pikepdf.open(BytesIO(data)) as pdf:
            sizes = [{(int(x.Width), int(x.Height)) for x in page.get_images().values()} for page in pdf.pages]
        assert all((7, 5) in shown for shown in sizes)

    @pytest.mark.parametrize("written", ["12700.5", "a", "", "-5", "9" * 30, "1e9", "١٢"])
    def test_lengths_that_are_none_do_no_harm(self, written: str) -> None:
        parts = unpacked(with_logo("anchor"))
        for name, length in (("cx", "1828800"), ("posOffset", "12700")):
            header = parts["word/header1.xml"].decode()
            sign = f'{name}="{length}"' if name == "cx" else f">{length}<"
            assert sign in header
            house = packed({**parts, "word/header1.xml": header.replace(sign, sign.replace(length, written)).encode()})
            findings = Findings()
            data = write_pdf(every_kind(), findings, Edition(reference=Reference("house.docx", house)))
            assert data, [found.message for found in findings]

    @pytest.mark.parametrize("data", [b"", png()[:40], b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'><g>"])
    def test_a_logo_that_is_unfit_is_left_out_and_told(self, data: bytes) -> None:
        findings = Findings()
        house = packed({**unpacked(with_logo("inline")), "word/media/logo.png": data})
        assert write_pdf(every_kind(), findings, Edition(reference=Reference("house.docx", house)))
        assert "DG918" in {found.code.id for found in findings}

    def test_a_logo_makes_room_for_itself(self) -> None:
        tops = []
        for house in (with_header(edge("header", line("Board"))), with_logo("inline")):
            data = write_pdf(document(paragraph("Below")), Findings(), Edition(reference=Reference("x.docx", house)))
            words = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True).stdout
            found = re.search(rb'yMin="([\d.]+)"[^>]*>Below<', words)
            assert found
            tops.append(float(found[1]))
        assert tops[1] - tops[0] > 60

    def test_a_reference_document_that_is_refused_writes_nothing(self) -> None:
        findings = Findings()
        assert write_pdf(every_kind(), findings, Edition(reference=Reference("house.docx", b"PK"))) == b""
        assert findings.has_errors


class TestTextIsText:
    """Nothing in a field is read as Typst's markup or code."""

    TYPST = (
        *("#panic()", "#let a = 1", "#[", "]", "$x^2$", "_a_ *b*", "= a", "/ a: b", "@a", "<a>", "`a`", "~", "--"),
        *("//", "/*", "*/", "/*1*/", "https://a.example", "\\", '"', '")', "\\u{41}"),
    )

    @pytest.mark.parametrize("words", [*AWKWARD, *TYPST])
    def test_words_reach_the_page_as_they_are(self, words: str) -> None:
        cell = table([words], row(words))
        paper = document(title(words), heading(1, words), paragraph(words), cell)
        root = read_pdf(pdf_of(paper)).root
        spoken = [each.words for each in root.named("H1", "H2", "P")]
        assert [logical(each) for each in spoken] == [logical(words)] * 5

    def test_all_code_points_below_the_surrogates_can_be_written_down(self) -> None:
        words = "".join(map(chr, range(1, 0xD800)))
        assert "\n" not in literal(words)

    def test_a_letter_that_no_font_has_is_told_by_its_number(self) -> None:
        findings = Findings()
        data = write_pdf(document(title("T"), paragraph("The sign 中 is Chinese.")), findings)
        assert [(found.code.id, found.message) for found in findings] == [
            ("DG917", "no font of the PDF has the character 'U+4E2D'")
        ]
        assert "The sign [U+4E2D] is Chinese." in lines_of_root(read_pdf(data).root)

    def test_the_list_of_letters_is_that_of_the_fonts(self) -> None:
        assert (files("docgen.typesetting") / "fonts" / "coverage.txt").read_text("utf-8") == coverage()

    def test_letters_that_show_nothing_are_printable(self) -> None:
        assert unprintable("a\u200b\u00ad\u200d\ufe0f") == []
        assert replaced("中 and 👩🏽‍⚕️") == "[U+4E2D] and 👩🏽‍⚕️"


class TestIsTheSameEverywhere:
    """Same input, same bytes."""

    def test_two_runs_give_the_same_bytes(self) -> None:
        assert pdf_of(every_kind()) == pdf_of(every_kind())

    def test_a_paper_without_a_date_bears_none_of_the_clock(self) -> None:
        undated = replace(every_kind(), properties=replace(every_kind().properties, dated=None))
        with pikepdf.open(BytesIO(pdf_of(undated))) as pdf:
            assert str(pdf.docinfo["/CreationDate"]).startswith("D:19800101")


class TestDefects:
    """What Typst refuses is docgen's own defect, and has the place of the content."""

    def test_the_place_is_that_of_the_node(self, monkeypatch: pytest.MonkeyPatch) -> None:
        place = Source("content/x/text.md", 7)
        bad = replace(paragraph("unheard of"), content=(Text("unheard of", place),), source=place)

        def broken(words: str) -> str:
            return "#(" if words == "unheard of" else literal(words)

        monkeypatch.setattr("docgen.write.typst.program.literal", broken)
        findings = Findings()
        assert write_pdf(document(title("T"), paragraph("Well."), bad), findings) == b""
        assert [(found.code.id, str(found.source)) for found in findings] == [("DG920", "content/x/text.md:7")]

    def test_what_stops_typst_itself_is_no_traceback(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class PanicException(BaseException):
            """As the compiled part of Typst raises it."""

        class Stopped:
            def compile_with_warnings(self, *_: object, **__: object) -> None:
                raise PanicException("out of range")

        monkeypatch.setattr(compiling, "_compiler", Stopped)
        findings = Findings()
        assert write_pdf(document(title("T")), findings) == b""
        assert [found.message for found in findings] == ["the PDF cannot be made: Typst stopped with 'out of range'"]

    def test_an_interruption_stays_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Interrupted:
            def compile_with_warnings(self, *_: object, **__: object) -> None:
                raise KeyboardInterrupt

        monkeypatch.setattr(compiling, "_compiler", Interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_pdf(document(title("T")), Findings())


class TestPictures:
    """No larger than their place, each file once."""

    def test_a_large_picture_fits_the_page(self) -> None:
        paper = document(title("T"), figure("a.png", "A map", "Where"), pictures={"a.png": png(4000, 9000)})
        with pikepdf.open(BytesIO(pdf_of(paper))) as pdf:
            assert len(pdf.pages) <= 2

    def test_a_picture_that_is_missing_is_told_in_words(self) -> None:
        findings = Findings()
        write_pdf(document(title("T"), figure("a.png", "A map", "Where")), findings)
        assert [found.code.id for found in findings] == ["DG950"]


def test_long_words_break_instead_of_running_out_of_their_cell() -> None:
    address = "https://example.org/" + "a" * 200
    cell = table(["One", "Two"], row(address, "x"))
    file = read_pdf(pdf_of(document(title("T"), cell)))
    assert address in [each.words for each in file.root.named("P")]


def test_a_group_without_rows_is_written() -> None:
    empty = table(["One"], group(heading="Empty"), group(row("a"), heading="Full"))
    words = lines_of_root(read_pdf(pdf_of(document(title("T"), empty))).root)
    assert [line for line in words if line.startswith("|")] == ["| One", "| Empty", "| Full", "| a"]


def test_lines_are_compared_in_order() -> None:
    assert comparable(Lines(text=["a", "b"])) != comparable(Lines(text=["b", "a"]))
