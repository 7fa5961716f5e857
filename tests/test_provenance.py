"""Where the passages of a Word file came from: the bookmarks, the record beside them, and what survives."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from time import process_time

import pytest
from lxml import etree

from docgen.diagnostic import Findings
from docgen.provenance.hashes import hashes_of
from docgen.provenance.part import NotARecord, read_record, written_record
from docgen.provenance.reading import read_story
from docgen.provenance.record import Given, Passage, Record
from docgen.provenance.story import Story, own_hash, shown
from docgen.provenance.words import hash_of
from docgen.returned.file import ReturnedFile, read_returned
from docgen.source import NOWHERE, Source
from docgen.tree.block import Block, Cell, Paragraph, Row
from docgen.tree.document import Document
from docgen.tree.inline import Text
from docgen.write.docx.passages import read_again
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition
from docgen.write.zip import packed, unpacked
from tests import places
from tests.builds import built, example
from tests.generated import generated
from tests.numbered_paper import paper
from tests.ooxml_lint import NAMES, Element, WordFile, faults, val, w
from tests.rich_document import every_kind
from tests.trees import bullets, document, footnote, heading, here, note, paragraph, row, strong, table

LABEL = re.compile(r"^(?:Table|Figure) \d+: ")
CLEAN = Edition(clean=True)
WITHOUT_A_PLACE = {*[f"TOC{level}" for level in range(1, 7)], "TableofFigures", "CoverStatus"}
"""Styles of paragraphs whose words no place of the repository gave, or that stand elsewhere a second time."""


def returned(content: Document) -> ReturnedFile:
    """The written document, read again."""
    return read_returned(write_docx(content, Findings()), "paper.docx")


def told(file: ReturnedFile) -> list[tuple[str, str]]:
    """Each passage: its words, and the path and line that it came from."""
    return [(found.words, f"{found.passage.source.path}:{found.passage.source.line}") for found in file.passages]


@cache
def papers() -> dict[str, bytes]:
    """Every example paper."""
    return {made.job.id: made.outputs["docx"] for made in built(example())}


def passages_of_papers() -> Iterator[tuple[str, ReturnedFile]]:
    yield from ((name, read_returned(data, name)) for name, data in papers().items())


class TestBookmarks:
    def test_every_paragraph_of_every_kind_of_block_is_in_one(self) -> None:
        file = WordFile(write_docx(every_kind(), Findings()))
        for part in ("document", "footnotes"):
            unmarked = [line for line in paragraphs(file.part(part)) if not marks(line) and has_words(line)]
            styles = {val(line, "w:pPr/w:pStyle") for line in unmarked}
            assert styles <= WITHOUT_A_PLACE, [words(line) for line in unmarked]

    def test_they_are_counted_in_the_order_of_reading_and_their_ids_are_unique_over_all_parts(self) -> None:
        file = WordFile(write_docx(every_kind(), Findings()))
        starts = [start for part in ("document", "footnotes") for start in file.part(part).iter(w("bookmarkStart"))]
        ids = [start.get(w("id")) for start in starts]
        assert len(set(ids)) == len(ids)
        ours = [name for start in starts if (name := start.get(w("name"), "")).startswith("_dg")]
        assert ours == [f"_dg{number}" for number in range(1, len(ours) + 1)]
        assert len(ours) > 60

    def test_a_cell_has_one_of_its_own_and_so_has_an_empty_one(self) -> None:
        several = Cell((paragraph("first"), bullets("second", "third")), here())
        content = table(["A", "B", "C"], Row((Cell((paragraph("one"),), here()), several, Cell((), here())), here()))
        file = returned(document(content))
        assert [words for words, _ in told(file)] == [
            *"ABC",
            "one",
            "first second third",
            "first",
            "second",
            "third",
            "",
        ]
        cell = file.passages[4]
        assert cell.passage.source == several.source
        assert cell.span.last - cell.span.first == 2

    def test_a_cell_may_begin_and_end_with_a_table(self) -> None:
        inner = table(["x"], row("y"))
        data = write_docx(document(table(["A"], Row((Cell((inner,), here()),), here()))), Findings())
        assert faults(data) == []
        assert [words for words, _ in told(read_returned(data, "paper.docx"))] == ["A", "x y", "x", "y"]

    def test_words_of_no_place_have_none(self) -> None:
        assert returned(document(Paragraph((Text("x", NOWHERE),), NOWHERE), paragraph("y"))).passages[0].words == "y"

    def test_numbers_of_headings_and_captions_and_the_mark_of_a_note_do_not_disturb(self) -> None:
        odd = heading(2, "Deep", "7.3", anchor="deep")
        named = table(["A"], row("x"), caption="Caption", number=1)
        notes = [footnote("n", 1, "A note.")]
        file = returned(document(odd, paragraph(["x", note("n", 1)]), named, footnotes=notes))
        assert [words for words, _ in told(file)] == ["Deep", "x", "Table 1: Caption", "A", "x", "A note."]
        assert not any(found.is_changed for found in file.passages)


def paragraphs(part: Element) -> Iterator[Element]:
    return part.iter(w("p"))


def words(line: Element) -> str:
    return "".join(text.text or "" for text in line.iter(w("t")))


def has_words(line: Element) -> bool:
    return bool(words(line).strip())


def marks(line: Element) -> list[str]:
    """The bookmarks of docgen that begin in a paragraph."""
    names = [start.get(w("name"), "") for start in line.iter(w("bookmarkStart"))]
    return [name for name in names if name.startswith("_dg")]


class TestRecord:
    def test_it_says_what_each_place_gave_to_a_passage(self) -> None:
        template, value = Source("templates/x.md.j2", 7), Source("content/x/facts.yaml", 4, 10)
        mixed = Paragraph((Text("We serve ", template), Text("197,040", value, verbatim=False)), template)
        (found,) = returned(document(mixed)).passages
        assert found.passage.source == template
        assert found.passage.given == (Given("We serve ", template), Given("197,040", value, verbatim=False))
        assert found.passage.sources == (template, value)

    def test_where_all_words_came_from_the_passages_own_place_it_says_no_more(self) -> None:
        place = Source("content/x/scope.xlsx", sheet="Functions", cell="C7")
        (found,) = returned(document(Paragraph((Text("Yes", place),), place))).passages
        assert (found.passage.source, found.passage.given) == (place, ())

    def test_the_space_where_a_line_of_markdown_ends_belongs_to_the_words_before_it(self) -> None:
        first, second = Source("content/x/a.md", 1, 1), Source("content/x/a.md", 2, 1)
        lines = (Text("One", first), Text(" ", Source("content/x/a.md", 1)), Text("two", second))
        (found,) = returned(document(Paragraph(lines, Source("content/x/a.md", 1)))).passages
        assert found.passage.given == (Given("One ", first), Given("two", second))

    def test_words_inside_emphasis_and_links_are_told_too(self) -> None:
        (found,) = returned(document(paragraph(["a ", strong("b")]))).passages
        assert [given.words for given in found.passage.given] == ["a ", "b"]

    @pytest.mark.parametrize("content", [every_kind(), paper(), *map(generated, range(12))], ids=lambda _: "")
    def test_the_words_that_are_noted_while_writing_are_those_of_the_file(self, content: Document) -> None:
        parts = unpacked(write_docx(content, Findings()))
        record = read_record(etree.fromstring(parts["customXml/item1.xml"]))
        stories = [read_story(etree.fromstring(parts[f"word/{name}.xml"])) for name in ("document", "footnotes")]
        assert record.passages == read_again(record.passages, stories, content).passages

    def test_it_is_read_as_it_was_written(self) -> None:
        place = Source('content/a&b/"x" <y>.xlsx', 3, 4, "Sheet & <1>", "C7")
        given = (Given("A&E <b>\n\t\"'", place, verbatim=False), Given("  x ", Source("content/ü.md", 1)))
        record = Record((Passage("_dg1", place, hash_of("x"), given), Passage("_dg2", place)), {place.path: "ab" * 32})
        assert read_record(etree.fromstring(written_record(record))) == record

    @pytest.mark.parametrize(
        "content",
        [
            '<file id="f1"/>',
            '<passage name="_dg1" file="f1"/>',
            '<file id="f1" path="content/a.md"/><passage file="f1"/>',
            '<file id="f1" path="content/a.md"/><passage name="_dg1"/>',
            '<file id="f1" path="content/a.md"/><passage name="_dg1" file="f1" line="many"/>',
            '<file id="f1" path="content/a.md"/><passage name="_dg1" file="f1"><words>x</words></passage>',
            '<file id="f1" path="content/a.md"/><passage name="_dg1" file="f2"/>',
            '<file id="f1" path="content/a.md"/><passage name="_dg1" file="f1" line="-3"/>',
            f'<file id="f1" path="content/a.md"/><passage name="_dg1" file="f1" column="{"9" * 5000}"/>',
        ],
    )
    def test_what_docgen_never_writes_is_refused(self, content: str) -> None:
        with pytest.raises(NotARecord):
            read_record(etree.fromstring(f'<provenance xmlns="urn:docgen:provenance:1">{content}</provenance>'))

    def test_the_files_it_names_are_those_of_the_repository(self) -> None:
        for name, file in passages_of_papers():
            named = {source.path for found in file.passages for source in found.passage.sources}
            assert dict(file.files) == hashes_of(named, example()), name

    def test_the_package_declares_it(self) -> None:
        parts = unpacked(write_docx(every_kind(), Findings()))
        assert b"/customXml/itemProps1.xml" in parts["[Content_Types].xml"]
        assert b'Target="../customXml/item1.xml"' in parts["word/_rels/document.xml.rels"]
        assert b'Target="itemProps1.xml"' in parts["customXml/_rels/item1.xml.rels"]
        assert b"{8D0C9E52-3B7A-4F6E-9A41-D0C6E4000001}" in parts["customXml/itemProps1.xml"]


class TestTheExamples:
    def test_every_passage_is_found_and_unchanged(self) -> None:
        for name, file in passages_of_papers():
            assert len(file.passages) > 20
            assert file.lost == ()
            assert [found.words for found in file.passages if found.is_changed] == [], name

    def test_every_place_is_there(self) -> None:
        sources = {
            (name, source) for name, file in passages_of_papers() for p in file.passages for source in p.passage.sources
        }
        assert [str(source) for _, source in sources if not places.exists(example(), source)] == []

    def test_the_words_of_a_passage_stand_at_its_place(self) -> None:
        whole = [found for _, file in passages_of_papers() for found in file.passages if not found.passage.given]
        spoken = [found for found in whole if found.words and found.span.first == found.span.last]
        assert len(spoken) > 400
        astray = [
            (found.words, str(found.passage.source))
            for found in spoken
            if not places.holds(example(), found.passage.source, LABEL.sub("", found.words))
        ]
        assert astray == []

    def test_the_parts_of_a_passage_stand_at_theirs_and_follow_one_another(self) -> None:
        mixed = [found for _, file in passages_of_papers() for found in file.passages if found.passage.given]
        assert len(mixed) > 200
        for found in mixed:
            rest = found.words
            for given in found.passage.given:
                said = " ".join(given.words.split())
                assert said in rest, (given, found.words)
                rest = rest[rest.index(said) + len(said) :]
                if given.verbatim:
                    assert places.holds(example(), given.source, given.words) or is_pieced(given), given

    def test_the_bytes_are_those_of_another_build(self) -> None:
        again = {made.job.id: made.outputs["docx"] for made in built(example())}
        assert again == papers()


def is_pieced(given: Given) -> bool:
    """Whether the words are those of a template's line and of an expression in it."""
    line = places.written_at(example(), given.source)
    return given.source.path.endswith((".j2", ".docx")) and all(
        word in line for word in re.findall(r"\w+", given.words)
    )


class TestACleanEdition:
    def test_nothing_tells_where_the_words_came_from(self) -> None:
        for content in (every_kind(), *[document(paragraph("x"), table(["A"], row(""), row(["x"])))]):
            parts = unpacked(write_docx(content, Findings(), CLEAN))
            assert not [name for name in parts if "customxml" in name.lower()]
            for name, data in parts.items():
                assert not re.search(rb"_dg\d|customXml|(?<![\w-])(content|templates)/\w|\.(yaml|j2|md)\b", data), name

    def test_it_says_the_same_in_the_same_styles(self) -> None:
        clean, traced = (WordFile(write_docx(every_kind(), Findings(), edition)) for edition in (CLEAN, Edition()))
        for part in ("document", "footnotes"):
            root = traced.part(part)
            for mark in [*root.iter(w("bookmarkStart"))]:
                if mark.get(w("name"), "").startswith("_dg"):
                    ends = [end for end in root.iter(w("bookmarkEnd")) if end.get(w("id")) == mark.get(w("id"))]
                    for element in (mark, *ends):
                        parent = element.getparent()
                        assert parent is not None
                        parent.remove(element)
            assert without_ids(root) == without_ids(clean.part(part))


def without_ids(root: Element) -> bytes:
    """The markup, but for the ids of bookmarks."""
    return re.sub(rb'(bookmark(Start|End)) w:id="\d+"', rb"\1", etree.tostring(root))


def edited(data: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The file with the markup of one place replaced, as a program that edits it would."""
    parts = unpacked(data)
    text = parts[part].decode()
    assert text.count(old) == 1, f"{old} stands {text.count(old)} times"
    return packed({**parts, part: text.replace(old, new).encode()})


class TestWhatComesBack:
    @pytest.fixture
    def paper(self) -> bytes:
        return write_docx(document(paragraph("One two three."), paragraph("Another one.")), Findings())

    @pytest.mark.parametrize(
        ("new", "words"),
        [
            ("<w:r><w:t>One two four.</w:t></w:r>", "One two four."),
            (
                '<w:ins w:id="90" w:author="a"><w:r><w:t>Well: </w:t></w:r></w:ins><w:r><w:t>One.</w:t></w:r>',
                "Well: One.",
            ),
            (
                '<w:r><w:t xml:space="preserve">One </w:t></w:r><w:del w:id="90" w:author="a"><w:r><w:delText>two '
                "</w:delText></w:r></w:del><w:r><w:t>three.</w:t></w:r>",
                "One three.",
            ),
            (
                '<w:moveFrom w:id="90" w:author="a"><w:r><w:t>One two three.</w:t></w:r></w:moveFrom>',
                "",
            ),
            ("<w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>two.</w:t></w:r>", "One two."),
        ],
    )
    def test_a_changed_passage_says_what_it_says_now(self, paper: bytes, new: str, words: str) -> None:
        file = read_returned(edited(paper, "<w:r><w:t>One two three.</w:t></w:r>", new), "paper.docx")
        assert [(found.words, found.is_changed) for found in file.passages] == [(words, True), ("Another one.", False)]

    def test_words_typed_at_either_end_of_a_paragraph_belong_to_it(self, paper: bytes) -> None:
        end = re.findall(r"<w:bookmarkEnd[^>]*>", unpacked(paper)["word/document.xml"].decode())[0]
        more = f"{end}<w:r><w:t> And more.</w:t></w:r>"
        assert read_returned(edited(paper, end, more), "paper.docx").passages[0].words == "One two three. And more."

    def test_a_passage_split_into_runs_is_unchanged(self, paper: bytes) -> None:
        runs = '<w:r><w:t xml:space="preserve">One  </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>two three.</w:t></w:r>'
        file = read_returned(edited(paper, "<w:r><w:t>One two three.</w:t></w:r>", runs), "paper.docx")
        assert not file.passages[0].is_changed

    def test_a_number_that_word_counts_anew_is_no_change(self) -> None:
        paper = write_docx(document(table(["A"], row("x"), caption="Caption", number=1)), Findings())
        file = read_returned(edited(paper, "<w:r><w:t>1</w:t></w:r>", "<w:r><w:t>2</w:t></w:r>"), "paper.docx")
        assert (file.passages[0].words, file.passages[0].is_changed) == ("Table 2: Caption", False)

    def test_a_passage_that_was_deleted_is_lost(self, paper: bytes) -> None:
        text = unpacked(paper)["word/document.xml"].decode()
        first = re.findall(r"<w:p>.*?</w:p>", text)[0]
        file = read_returned(edited(paper, first, ""), "paper.docx")
        assert [found.words for found in file.passages] == ["Another one."]
        assert [passage.bookmark for passage in file.lost] == ["_dg1"]

    def test_a_deleted_row_has_no_words(self) -> None:
        paper = write_docx(document(table(["A"], row("x"), row("y"))), Findings())
        rows = re.findall(r"<w:tr>.*?</w:tr>", unpacked(paper)["word/document.xml"].decode())
        deleted = rows[1].replace("<w:cantSplit/>", '<w:cantSplit/><w:del w:id="90" w:author="a"/>')
        file = read_returned(edited(paper, rows[1], deleted), "paper.docx")
        assert [(found.words, found.is_changed) for found in file.passages] == [("A", False), ("", True), ("y", False)]

    def test_a_bookmark_that_is_gone_is_found_by_its_words(self, paper: bytes) -> None:
        text = unpacked(paper)["word/document.xml"].decode()
        mark = re.findall(r"<w:bookmarkStart[^>]*_dg1[^>]*>", text)[0]
        file = read_returned(edited(paper, mark, ""), "paper.docx")
        assert [found.words for found in file.passages] == ["One two three.", "Another one."]

    def test_text_boxes_stand_apart_and_are_read_once(self) -> None:
        box = (
            "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
            "<mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
            "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        paper = write_docx(document(paragraph("One."), paragraph("Two.")), Findings())
        old = "<w:r><w:t>One.</w:t></w:r>"
        file = read_returned(edited(paper, old, f"{old}{box}<w:r><w:t> More.</w:t></w:r>"), "paper.docx")
        assert file.passages[0].words == "One. More."
        assert sum("Box" in shown([line]) for line in file.stories[0].lines) == 1


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_all_of_it_survives_a_save_by_libreoffice(tmp_path: Path) -> None:
    sent = {"rich": write_docx(every_kind(), Findings()), "eoi": papers()["banes/eoi"]}
    for name, data in sent.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path / "saved"),
    ]
    files = [str(tmp_path / f"{name}.docx") for name in sent]
    subprocess.run([*convert, *files], capture_output=True, timeout=180, check=True)
    for name, data in sent.items():
        before = read_returned(data, name)
        after = read_returned((tmp_path / "saved" / f"{name}.docx").read_bytes(), name)
        assert after.lost == ()
        assert dict(after.files) == dict(before.files)
        assert [found.passage for found in after.passages] == [found.passage for found in before.passages]
        assert [found.words for found in after.passages if found.is_changed] == []


@pytest.mark.slow
def test_a_table_of_five_thousand_rows_stays_quick_and_small() -> None:
    rows = [Row(tuple(told_cell(f"{words} {i}", i, j) for j, words in enumerate("abcde")), here()) for i in range(5000)]
    large: list[Block] = [table([*"ABCDE"], *rows)]
    took, size = [], []
    for edition in (CLEAN, Edition()):
        start = process_time()
        size.append(len(write_docx(document(*large), Findings(), edition)))
        took.append(process_time() - start)
    assert took[1] < 6 * took[0] + 1
    assert size[1] < 1_500_000


def told_cell(words: str, line: int, column: int) -> Cell:
    """A cell of a CSV file."""
    place = Source("content/x/scope.csv", line + 1, 10 * column + 1)
    return Cell((Paragraph((Text(words, place),), place),), place)


class TestReadingWords:
    @pytest.mark.parametrize(
        ("content", "said", "own"),
        [
            ("<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r>", "A B C", "A B C"),
            ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op\N{SOFT HYPHEN}erate</w:t></w:r>", "cooperate", ""),
            ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\N{NON-BREAKING HYPHEN}b", ""),
            ('<w:fldSimple w:instr=" SEQ T "><w:r><w:t>7</w:t></w:r></w:fldSimple><w:r><w:t>x</w:t></w:r>', "7x", "x"),
            ('<w:fldSimple w:instr=" HYPERLINK x "><w:r><w:t>7</w:t></w:r></w:fldSimple>', "7", "7"),
            ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r>", "x", "x"),
        ],
    )  # fmt: skip
    def test_what_stands_for_words_is_read_as_words(self, content: str, said: str, own: str) -> None:
        story = story_of(f'<w:p><w:bookmarkStart w:id="1" w:name="a"/>{content}<w:bookmarkEnd w:id="1"/></w:p>')
        assert words_of(story) == said
        assert own_hash(story.whole("a")) == hash_of(own or said)

    def test_unbalanced_marks_and_fields_are_no_fault(self) -> None:
        ends = '<w:bookmarkEnd w:id="7"/><w:r><w:fldChar w:fldCharType="end"/><w:fldChar/></w:r>'
        story = story_of(f'{ends}<w:p>{ends}<w:bookmarkStart w:id="1" w:name="a"/></w:p><w:bookmarkStart w:id="2"/>')
        assert dict(story.spans) == {}

    def test_a_field_that_ends_another_one_around_it_is_no_fault(self) -> None:
        inner = '<w:r><w:fldChar w:fldCharType="end"/><w:t>a</w:t></w:r>'
        story = story_of(f'<w:p><w:fldSimple w:instr="X">{inner}</w:fldSimple></w:p>')
        assert shown(story.lines) == "a"

    def test_a_bookmark_between_paragraphs_reaches_over_those_inside(self) -> None:
        line = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
        start, end = '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'
        story = story_of(line.format("x") + start + line.format("y") + line.format("z") + end + line.format("x"))
        assert words_of(story) == "y z"

    def test_libreoffice_begins_a_long_bookmark_twice(self) -> None:
        begin = '<w:bookmarkStart w:id="{}" w:name="a"/>'
        lines = f"<w:p>{begin.format(1)}<w:r><w:t>x</w:t></w:r></w:p><w:p>{begin.format(2)}<w:r><w:t>y</w:t></w:r>"
        assert words_of(story_of(f'{lines}<w:bookmarkEnd w:id="2"/></w:p>')) == "x y"


def words_of(story: Story, bookmark: str = "a") -> str:
    return shown(story.whole(bookmark))


def story_of(content: str) -> Story:
    """The story of a body with this markup."""
    return read_story(etree.fromstring(f'<w:body xmlns:w="{NAMES["w"]}">{content}</w:body>'))
