"""The Word file and the web page of a paper say the same, line by line, with every number that a reader sees."""
# One change on a line reads best, however long the line is.
# ruff: noqa: E501

from __future__ import annotations

import re

import pytest

from docgen.diagnostic import Findings
from docgen.write.docx.writer import write_docx
from docgen.write.html.document import write_html
from docgen.write.zip import packed, unpacked
from tests.builds import built, example
from tests.generated import COUNT, generated
from tests.html_lines import lines_of_html
from tests.word_lines import Lines, lines_of_docx

BATCH = 25


def compared(docx: bytes, html: bytes) -> tuple[Lines, Lines]:
    """What both say. A page lists its headings unasked, and leaves out contents that would list none."""
    word = lines_of_docx(docx)
    page = lines_of_html(html, word.has_cover, word.has_title)
    if len(word.contents) < 2:
        word.contents = page.contents = []
    return word, page


def test_the_examples_say_the_same_in_word_and_on_the_web() -> None:
    papers = {made.job.id: made.outputs for made in built(example()) if "html" in made.outputs}
    assert len(papers) >= 3
    for name, outputs in papers.items():
        word, page = compared(outputs["docx"], outputs["html"])
        assert (word.contents, word.text, word.notes) == (page.contents, page.text, page.notes), name
        assert len(word.text) > 30


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, COUNT, BATCH))
def test_generated_papers_say_the_same_in_word_and_on_the_web(first: int) -> None:
    for number in range(first, first + BATCH):
        paper = generated(number)
        word, page = compared(write_docx(paper, Findings()), write_html(paper, Findings()))
        assert (word.contents, word.text, word.notes) == (page.contents, page.text, page.notes), number


@pytest.mark.parametrize(
    ("part", "sound", "other"),
    [
        ("word/numbering.xml", 'w:pStyle w:val="Heading2"/><w:lvlText w:val="%1.%2"', 'w:pStyle w:val="Heading2"/><w:lvlText w:val="%2"'),
        ("word/numbering.xml", r'(w:pStyle w:val="ListNumber"/><w:lvlText w:val=")%1', r"\1%1%1"),
        ("word/numbering.xml", r"<w:lvlOverride.*?</w:lvlOverride>", ""),
        ("word/styles.xml", r'(w:styleId="Heading1">.*?)<w:numPr>.*?</w:numPr>', r"\1"),
        ("word/document.xml", r"<w:footnoteReference [^>]*/>", ""),
        ("word/document.xml", r" SEQ Table ", " SEQ Tables "),
        ("word/document.xml", r" REF \S+ \\w ", " REF _Ref_introduction \\\\w "),
        ("word/document.xml", r"<w:tr>((?!<w:tr>).)*</w:tr></w:tbl>", "</w:tbl>"),
    ],
)  # fmt: skip
def test_a_number_or_word_that_differs_is_seen(part: str, sound: str, other: str) -> None:
    seen = 0
    for number in range(COUNT):
        paper = generated(number)
        parts = unpacked(write_docx(paper, Findings()))
        parts[part] = re.sub(sound, other, parts[part].decode(), count=1, flags=re.DOTALL).encode()
        try:
            word, page = compared(packed(parts), write_html(paper, Findings()))
        except (KeyError, StopIteration):
            seen += 1
            break
        if (word.contents, word.text, word.notes) != (page.contents, page.text, page.notes):
            seen += 1
            break
    assert seen
