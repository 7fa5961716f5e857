"""Word's accessibility checker has nothing to say of a paper; and each of its rules is seen to be broken."""
# One fault on a line reads best, however long the line is.
# ruff: noqa: E501

from __future__ import annotations

import re

import pytest

from docgen.diagnostic import Findings
from docgen.write.docx.writer import write_docx
from docgen.write.zip import packed, unpacked
from tests.builds import built, example
from tests.generated import COUNT, generated
from tests.rich_document import every_kind
from tests.word_accessibility import RULES, findings
from tests.word_contrast import contrast

DOCUMENT, STYLES, HEADER, CORE = "word/document.xml", "word/styles.xml", "word/header1.xml", "docProps/core.xml"
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
BATCH = 50

FAULTS = [
    ("alternative text", "none", DOCUMENT, 'descr="Reports"', 'descr=" "'),
    ("alternative text", "the name of a file", DOCUMENT, 'descr="Reports"', 'descr="IMG_0042.jpg"'),
    ("alternative text", "a watermark without any", HEADER, 'alt="[^"]*"', 'alt=""'),
    ("header row", "not marked", DOCUMENT, "<w:tblHeader/>", ""),
    ("table description", "neither name nor description", DOCUMENT, "<w:tblCaption[^>]*/><w:tblDescription[^>]*/>", ""),
    ("merged cells", "across columns", DOCUMENT, "</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>'),
    ("merged cells", "across rows", DOCUMENT, "</w:tcPr>", "<w:vMerge/></w:tcPr>"),
    ("merged cells", "a table in a table", DOCUMENT, "</w:tcPr>", "</w:tcPr><w:tbl/>"),
    ("content control", "no title", DOCUMENT, "<w:body>", f"<w:body>{CONTROL}"),
    ("link text", "an address", DOCUMENT, "Write to the chair", "https://example.org/a"),
    ("link text", "no meaning", DOCUMENT, "Write to the chair", "Click here"),
    ("link text", "nothing", DOCUMENT, "Write to the chair", ""),
    ("inline", "a picture beside the text", DOCUMENT, "wp:inline", "wp:anchor"),
    ("inline", "a table beside the text", DOCUMENT, "<w:tblW ", "<w:tblpPr/><w:tblW "),
    ("contrast", "pale text", STYLES, r'(w:styleId="BodyText">.*?</w:pPr>)', r'\1<w:rPr><w:color w:val="AAAAAA"/></w:rPr>'),
    ("contrast", "dark headings on a dark ground", STYLES, 'type="firstRow">(.*?)w:fill="E8EDEE"', r'type="firstRow">\1w:fill="005EB8"'),
    ("contrast", "a run", DOCUMENT, "<w:r><w:t>", '<w:r><w:rPr><w:color w:val="FFFF00"/></w:rPr><w:t>'),
    ("heading level", "one left out", DOCUMENT, '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading3"/>'),
    ("heading level", "one without words", DOCUMENT, '(<w:pStyle w:val="Heading1"/></w:pPr>).*?</w:p>', r"\1</w:p>"),
    ("blanks", "empty paragraphs", DOCUMENT, "<w:body>", "<w:body><w:p/><w:p/>"),
    ("blanks", "spaces", DOCUMENT, "agreed", "agreed     here"),
    ("blanks", "tabs", DOCUMENT, "(<w:r><w:t>Example CCG)", r"<w:r><w:tab/></w:r><w:r><w:tab/></w:r><w:r><w:tab/></w:r>\1"),
    ("title", "none", CORE, "<dc:title>.*?</dc:title>", "<dc:title></dc:title>"),
    ("language", "none", STYLES, "<w:lang [^>]*/>", ""),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "part", "sound", "faulty"), [(f[0], *f[2:]) for f in FAULTS], ids=[f"{f[0]}: {f[1]}" for f in FAULTS])  # fmt: skip
def test_a_broken_rule_is_found(rule: str, part: str, sound: str, faulty: str) -> None:
    parts = unpacked(write_docx(every_kind(), Findings()))
    text, count = re.subn(sound, faulty, parts[part].decode(), count=0 if rule == "inline" else 1, flags=re.DOTALL)
    assert count
    parts[part] = text.encode()
    assert rule in {found.partition(":")[0] for found in findings(packed(parts))}


def test_every_rule_is_seen_to_be_broken() -> None:
    assert set(RULES) == {rule for rule, *_ in FAULTS}


def test_every_kind_of_node_is_accessible() -> None:
    assert findings(write_docx(every_kind(), Findings())) == []


def test_the_examples_are_accessible() -> None:
    assert {made.job.id: found for made in built(example()) if (found := findings(made.outputs["docx"]))} == {}


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, COUNT, BATCH))
def test_generated_papers_are_accessible(first: int) -> None:
    papers = {number: write_docx(generated(number), Findings()) for number in range(first, first + BATCH)}
    assert {number: found for number, paper in papers.items() if (found := findings(paper))} == {}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("FFFFFF", "000000") == 21
    assert round(contrast("777777", "FFFFFF"), 2) == 4.48
