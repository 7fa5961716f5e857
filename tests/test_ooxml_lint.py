"""The linter of Word files finds each kind of fault, so that its silence about an output means something."""

from __future__ import annotations

import pytest

from docgen.diagnostic import Findings
from docgen.write.docx.writer import write_docx
from docgen.write.zip import packed, unpacked
from tests.ooxml_lint import CHECKS, faults
from tests.rich_document import every_kind

DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
RELATIONS, TYPES, NOTES = "word/_rels/document.xml.rels", "[Content_Types].xml", "word/footnotes.xml"

FAULTS = [
    ("cell", DOCUMENT, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>"),
    ("row", DOCUMENT, "</w:tc></w:tr>", "</w:tc><w:tc><w:tcPr/><w:p/></w:tc></w:tr>"),
    ("row", DOCUMENT, '<w:gridCol w:w="', '<w:gridCol w:w="1'),
    ("table", DOCUMENT, "</w:tbl>", "</w:tbl><w:tbl/>"),
    ("bookmark", DOCUMENT, '<w:bookmarkEnd w:id="1"/>', ""),
    ("bookmark", DOCUMENT, '<w:bookmarkEnd w:id="1"/>', '<w:bookmarkEnd w:id="1"/><w:bookmarkEnd w:id="1"/>'),
    ("bookmark", DOCUMENT, 'w:name="_Ref_vision"', 'w:name="_ref_section_a"'),
    ("bookmark", DOCUMENT, 'w:name="_Ref_vision"', 'w:name="vision-of-ours"'),
    ("anchor", DOCUMENT, 'w:anchor="_Ref_vision"', 'w:anchor="_Ref_lost"'),
    ("anchor", DOCUMENT, " REF _Ref_table_1 ", " REF _Ref_table_9 "),
    ("field", DOCUMENT, '<w:fldChar w:fldCharType="end"/>', ""),
    ("style", DOCUMENT, 'w:val="Caption"', 'w:val="Caption1"'),
    ("style", STYLES, '<w:next w:val="BodyText"/>', '<w:next w:val="Body"/>'),
    ("numbering", DOCUMENT, '<w:numId w:val="100"/>', '<w:numId w:val="99"/>'),
    ("numbering", NUMBERING, '<w:abstractNumId w:val="10"/>', '<w:abstractNumId w:val="9"/>'),
    ("numbering", NUMBERING, '<w:num w:numId="11">', '<w:num w:numId="10">'),
    ("drawing", DOCUMENT, '<wp:docPr id="2"', '<wp:docPr id="1"'),
    ("drawing", DOCUMENT, 'descr="Reports"', 'descr=""'),
    ("relationship", RELATIONS, "media/image1.png", "media/image9.png"),
    ("relationship", DOCUMENT, 'r:embed="', 'r:embed="x'),
    ("content type", TYPES, 'PartName="/word/styles.xml"', 'PartName="/word/style.xml"'),
    ("content type", TYPES, 'Extension="png"', 'Extension="gif"'),
    ("footnote", DOCUMENT, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="3"/>'),
    ("footnote", NOTES, '<w:footnote w:id="2">', '<w:footnote w:id="1">'),
    ("section", DOCUMENT, '<w:headerReference w:type="first"', '<w:headerReference w:type="even"'),
    ("prompt", "word/settings.xml", "<w:zoom", '<w:updateFields w:val="true"/><w:zoom'),
]


@pytest.mark.parametrize(("check", "part", "sound", "faulty"), FAULTS, ids=[f"{f[0]}: {f[3][:40]}" for f in FAULTS])
def test_a_fault_is_found(check: str, part: str, sound: str, faulty: str) -> None:
    parts = unpacked(write_docx(every_kind(), Findings()))
    text = parts[part].decode()
    assert sound in text
    parts[part] = text.replace(sound, faulty, 1).encode()
    assert check in {fault.partition(":")[0] for fault in faults(packed(parts))}


def test_every_check_has_a_fault_to_find() -> None:
    assert set(CHECKS) == {check for check, *_ in FAULTS}


def test_a_sound_file_has_no_faults() -> None:
    assert faults(write_docx(every_kind(), Findings())) == []
