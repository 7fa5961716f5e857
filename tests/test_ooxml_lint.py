"""The linter of Word files finds each kind of fault, so that its silence about an output means something."""

# One fault on a line reads best, however long the line is.
# ruff: noqa: E501
from __future__ import annotations

import re
import warnings
from io import BytesIO
from zipfile import ZipFile

import pytest

from docgen.diagnostic import Findings
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition
from docgen.write.registry import WRITERS
from docgen.write.zip import packed, unpacked
from tests.ooxml_lint import CHECKS, faults
from tests.rich_document import IN_FONT, every_kind
from tests.trees import document
from tests.word_files import unsound

DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
RELATIONS, TYPES, NOTES = "word/_rels/document.xml.rels", "[Content_Types].xml", "word/footnotes.xml"
SETTINGS, HEADER, STORE = "word/settings.xml", "word/header1.xml", "customXml/itemProps1.xml"
ONE_CELL = "<w:tc><w:tcPr/><w:p/></w:tc>"
CONTROL = '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
SEQUENCE = r"(SEQ Table .*?<w:t>)1(</w:t>)"

FAULTS = [
    ("relationship", "a picture that is not there", RELATIONS, "media/image1.png", "media/image9.png"),
    ("relationship", "an id that nothing defines", DOCUMENT, 'r:embed="', 'r:embed="x'),
    ("relationship", "an id defined twice", RELATIONS, 'Id="rId2"', 'Id="rId1"'),
    ("relationship", "a header without its part", RELATIONS, "header1.xml", "header7.xml"),
    ("relationship", "a picture drawn in from outside", RELATIONS, r'media/image1.png"', 'http://x/1.png" TargetMode="External"'),
    ("content type", "a kind for a part that is not there", TYPES, 'PartName="/word/styles.xml"', 'PartName="/word/x.xml"'),
    ("content type", "a picture without a kind", TYPES, 'Extension="png"', 'Extension="gif"'),
    ("content type", "two kinds for one ending", TYPES, "(<Default Extension=.png.[^>]*>)", r"\1\1"),
    ("content type", "a document with macros", TYPES, "openxmlformats-officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main"),
    ("custom part", "no properties", STORE, "ds:itemID=", "ds:itemid="),
    ("prompt", "fields to be updated", SETTINGS, "<w:zoom", '<w:updateFields w:val="true"/><w:zoom'),
    ("prompt", "a field marked as dirty", DOCUMENT, 'fldCharType="begin"', 'fldCharType="begin" w:dirty="true"'),
    ("prompt", "a template elsewhere", SETTINGS, "<w:zoom", "<w:attachedTemplate/><w:zoom"),
    ("cell", "an empty cell", DOCUMENT, "<w:tc>(<w:tcPr>.*?</w:tcPr>).*?</w:tc>", r"<w:tc>\1</w:tc>"),
    ("cell", "a table at a cell's end", DOCUMENT, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>"),
    ("row", "a cell too many", DOCUMENT, "</w:tc></w:tr>", f"</w:tc>{ONE_CELL}</w:tr>"),
    ("row", "a cell too few", DOCUMENT, r"<w:tc>(?:(?!<w:tc>).)*</w:tc></w:tr>", "</w:tr>"),
    ("row", "a column of another width than its cells", DOCUMENT, '<w:gridCol w:w="', '<w:gridCol w:w="1'),
    ("row", "a span wider than its cell", DOCUMENT, "</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>'),
    ("row", "a table without columns", DOCUMENT, "<w:tblGrid>.*?</w:tblGrid>", "<w:tblGrid/>"),
    ("row", "a table of another width than its columns", DOCUMENT, '<w:tblW w:w="', '<w:tblW w:w="1'),
    ("table", "two tables that touch", DOCUMENT, "</w:tbl>", "</w:tbl><w:tbl/>"),
    ("merged cell", "one that goes on without a beginning", DOCUMENT, "</w:tcPr>", "<w:vMerge/></w:tcPr>"),
    ("story", "a footnote without words", NOTES, '<w:footnote w:type="separator" w:id="-1">.*?</w:footnote>', '<w:footnote w:type="separator" w:id="-1"/>'),
    ("story", "a header without a paragraph", HEADER, "(<w:hdr[^>]*>).*(</w:hdr>)", r"\1\2"),
    ("bookmark", "no end", DOCUMENT, r'<w:bookmarkEnd w:id="\d+"/>', ""),
    ("bookmark", "no start", DOCUMENT, r'<w:bookmarkStart [^>]*/>', ""),
    ("bookmark", "two ends", DOCUMENT, r'(<w:bookmarkEnd w:id="\d+"/>)', r"\1\1"),
    ("bookmark", "an end before its start", DOCUMENT, r'(<w:bookmarkStart [^>]*/>)(.*?)(<w:bookmarkEnd w:id="\d+"/>)', r"\3\2\1"),
    ("bookmark", "two of one name, but for its letters", DOCUMENT, 'w:name="_Ref_vision"', 'w:name="_ref_section_a"'),
    ("bookmark", "two of one id", DOCUMENT, r'<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="3"'),
    ("bookmark", "a name that is none", DOCUMENT, 'w:name="_Ref_vision"', 'w:name="vision-of-ours"'),
    ("anchor", "a link to no bookmark", DOCUMENT, 'w:anchor="_Ref_vision"', 'w:anchor="_Ref_lost"'),
    ("anchor", "a reference to no bookmark", DOCUMENT, " REF _Ref_table_1 ", " REF _Ref_table_9 "),
    ("anchor", "a footnote's mark repeated that is not there", DOCUMENT, " NOTEREF _Ref_note_1 ", " NOTEREF _Ref_note_9 "),
    ("anchor", "the page of no bookmark", DOCUMENT, " REF _Ref_table_1 ", " PAGEREF _Ref_table_9 "),
    ("anchor", "a link that leads nowhere", DOCUMENT, ' w:anchor="_Ref_vision"', ""),
    ("anchor", "a link in a link", DOCUMENT, "(<w:hyperlink [^>]*>)(.*?</w:hyperlink>)", r"\1\1\2</w:hyperlink>"),
    ("field", "no end", DOCUMENT, '<w:fldChar w:fldCharType="end"/>', ""),
    ("field", "no beginning", DOCUMENT, '<w:fldChar w:fldCharType="begin"/>', ""),
    ("field", "no instruction", DOCUMENT, "<w:instrText[^>]*> REF .*?</w:instrText>", ""),
    ("field", "two separators", DOCUMENT, '(<w:fldChar w:fldCharType="separate"/>)', r"\1\1"),
    ("sequence", "a caption counted wrongly", DOCUMENT, SEQUENCE, r"\g<1>4\2"),
    ("contents", "an entry without a page number among others", DOCUMENT, "<w:instrText[^>]*> PAGEREF .*?</w:instrText>", ""),
    ("contents", "page numbers that are not asked for", DOCUMENT, " TOC ", r" TOC \\n "),
    ("style", "one that is not defined", DOCUMENT, 'w:val="Caption"', 'w:val="Caption1"'),
    ("style", "one for characters on a paragraph", DOCUMENT, 'w:val="Caption"', 'w:val="Strong"'),
    ("style", "a successor that is not defined", STYLES, '<w:next w:val="BodyText"/>', '<w:next w:val="Body"/>'),
    ("style", "two of one name", STYLES, 'w:name w:val="Body Text"', 'w:name w:val="title"'),
    ("numbering", "an id that is not defined", DOCUMENT, '<w:numId w:val="100"/>', '<w:numId w:val="99"/>'),
    ("numbering", "a list that is not defined", NUMBERING, '<w:abstractNumId w:val="10"/>', '<w:abstractNumId w:val="9"/>'),
    ("numbering", "an id defined twice", NUMBERING, '<w:num w:numId="11">', '<w:num w:numId="10">'),
    ("numbering", "two of one level", NUMBERING, 'w:ilvl="1"', 'w:ilvl="0"'),
    ("numbering", "a list behind those that use it", NUMBERING, "(<w:abstractNum .*?</w:abstractNum>)(.*)(</w:numbering>)", r"\2\1\3"),
    ("drawing", "two of one id", DOCUMENT, '<wp:docPr id="2"', '<wp:docPr id="1"'),
    ("drawing", "no description", DOCUMENT, 'descr="Reports"', 'descr=""'),
    ("drawing", "two shapes of one id", HEADER, "PowerPlusWaterMarkObject1", "PowerPlusWaterMarkObject2"),
    ("content control", "two of one id", DOCUMENT, "<w:body>", f"<w:body>{CONTROL}{CONTROL}"),
    ("revision", "words that stand in a deletion", DOCUMENT, "(<w:r><w:t>.*?</w:r>)", r'<w:del w:id="9" w:author="x">\1</w:del>'),
    ("revision", "deleted words outside of one", DOCUMENT, "<w:t>(.*?)</w:t>", r"<w:delText>\1</w:delText>"),
    ("space", "a space that does not count", DOCUMENT, '<w:t xml:space="preserve"> ', "<w:t> "),
    ("footnote", "a mark without a note", DOCUMENT, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="3"/>'),
    ("footnote", "a note without a mark", DOCUMENT, '<w:footnoteReference w:id="2"/>', ""),
    ("footnote", "two of one id", NOTES, 'w:id="2">', 'w:id="1">'),
    ("footnote", "no line above the notes", NOTES, 'w:type="separator"', 'w:type="continuationNotice"'),
    ("section", "no header on the first page", DOCUMENT, '<w:headerReference w:type="first"[^>]*>', ""),
    ("section", "no footer", DOCUMENT, '<w:footerReference w:type="default"[^>]*>', ""),
    ("section", "no page", DOCUMENT, "<w:pgSz[^>]*>", ""),
    ("section", "none for the last pages", DOCUMENT, r"<w:sectPr>((?!<w:sectPr>).)*</w:sectPr></w:body>", "</w:body>"),
]  # fmt: skip


def kinds(found: list[str]) -> set[str]:
    """The checks that found something."""
    return {fault.partition(":")[0] for fault in found}


def rich() -> bytes:
    """A draft that holds every kind of node."""
    return write_docx(every_kind(IN_FONT), Findings())


@pytest.mark.parametrize(("check", "part", "sound", "faulty"), [(f[0], *f[2:]) for f in FAULTS], ids=[f"{f[0]}: {f[1]}" for f in FAULTS])  # fmt: skip
def test_a_fault_is_found(check: str, part: str, sound: str, faulty: str) -> None:
    parts = unpacked(rich())
    text, count = re.subn(sound, faulty, parts[part].decode(), count=1, flags=re.DOTALL)
    assert count
    parts[part] = text.encode()
    assert check in kinds(faults(packed(parts)))


def test_an_entry_packed_twice_is_found() -> None:
    data = BytesIO(rich())
    with ZipFile(data, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(STYLES, archive.read(STYLES))
    assert "entry" in kinds(faults(data.getvalue()))


def test_a_second_custom_part_is_found() -> None:
    parts = unpacked(rich())
    parts["customXml/item2.xml"] = b"<x/>"
    assert "custom part" in kinds(faults(packed(parts)))


@pytest.mark.parametrize("name", ["styles", "settings", "numbering", "footnotes"])
def test_a_part_that_is_missing_is_found(name: str) -> None:
    parts = unpacked(rich())
    del parts[f"word/{name}.xml"]
    assert f"part: no {name}" in faults(packed(parts))


def test_a_section_without_a_header_for_even_pages_is_found_where_they_differ() -> None:
    parts = unpacked(rich())
    parts[SETTINGS] = parts[SETTINGS].replace(b"<w:zoom", b"<w:evenAndOddHeaders/><w:zoom")
    assert "section" not in kinds(faults(packed(parts)))
    parts[DOCUMENT] = re.sub(rb'<w:headerReference w:type="even"[^>]*>', b"", parts[DOCUMENT])
    assert "section" in kinds(faults(packed(parts)))


def test_a_draft_without_its_watermark_and_a_paper_with_one_are_found() -> None:
    parts = unpacked(rich())
    assert faults(packed(parts), is_draft=True) == []
    assert len(faults(packed(parts), is_draft=False)) == 6
    parts["word/header2.xml"] = re.sub(rb"<w:pict>.*?</w:pict>", b"", parts["word/header2.xml"], flags=re.DOTALL)
    assert faults(packed(parts), is_draft=True) == ["watermark: the first header of a section has none"] * 2


def test_every_check_has_a_fault_to_find() -> None:
    assert set(CHECKS) == {check for check, *_ in FAULTS} | {"entry", "part"}


def test_a_sound_file_has_no_faults() -> None:
    assert faults(rich()) == []


def test_every_file_that_a_test_writes_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.write.docx.package.packed", lambda parts: packed({**parts, "word/stray.xml": b"<x/>"}))
    for writer in (write_docx, WRITERS["docx"]):
        writer(document(status="draft"), Findings(), Edition())
        assert "relationship: nothing leads to word/stray.xml" in unsound()
        assert unsound() == []
