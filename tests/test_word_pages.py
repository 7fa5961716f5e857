"""The page numbers in contents, held against LibreOffice's pages of the same Word file."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from docgen.codes.outputs import CONTENTS_WITHOUT_PAGES
from docgen.diagnostic import Findings
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition, Reference
from tests.builds import built, example
from tests.house_documents import style, word_document
from tests.long_papers import long_paper
from tests.rich_document import IN_FONT, every_kind
from tests.trees import contents, document, heading, page_break, paragraph

PAPERS = (
    (4, 7),
    (2, 5),
    (8, 10),
    (9, 12),
    (12, 15),
    (20, 35),
    (16, 25),
    (14, 20),
    (19, 32),
    (26, 55),
    (25, 50),
    (27, 60),
)
"""The numbers of made-up papers, and about how long they are to be: they have 6 to 78 pages."""

GARAMOND = '<w:rPr><w:rFonts w:ascii="Garamond" w:hAnsi="Garamond"/></w:rPr>'

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REFERENCE = re.compile(r"PAGEREF (\S+)")


@dataclass(frozen=True)
class Entry:
    """An entry of a table of contents, or of a list of tables or figures."""

    paper: str
    words: str
    stated: int
    """The page that docgen has written."""
    shown: int
    """The page where LibreOffice shows it."""

    @property
    def off(self) -> int:
        return abs(self.stated - self.shown)


CHAPTERS = (heading(1, "One", "1"), heading(1, "Two", "2"), heading(1, "Three", "3"))
PAPER = document(
    contents(*CHAPTERS), page_break(), CHAPTERS[0], page_break(), CHAPTERS[1], paragraph("words " * 900), CHAPTERS[2]
)


def in_house(style_sheet: str) -> Edition:
    """With the reference document of a house."""
    return Edition(Reference("templates/house.docx", word_document(style_sheet)))


def test_each_entry_ends_in_the_number_of_its_page() -> None:
    text = _document(write_docx(PAPER, Findings()))
    assert [(words, page) for _, words, page in _stated(text)] == [("1 One", 2), ("2 Two", 3), ("3 Three", 4)]
    assert " TOC \\o" in _instructions(text)


def test_the_footer_knows_how_many_pages_there_are() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(PAPER, Findings()))) as package:
        footers = [
            package.read(name).decode() for name in package.namelist() if "footer" in name and "rels" not in name
        ]
    assert any("NUMPAGES" in footer and "<w:t>4</w:t>" in footer for footer in footers)


def test_contents_in_an_unknown_font_have_no_numbers_and_that_is_told() -> None:
    findings = Findings()
    text = _document(write_docx(PAPER, findings, in_house(style("Normal", "Normal", GARAMOND))))
    assert list(_stated(text)) == []
    assert "PAGEREF" not in _instructions(text)
    assert " TOC \\n \\o" in _instructions(text)
    assert [found.message for found in findings if found.code is CONTENTS_WITHOUT_PAGES] == [
        "The contents bear no page numbers: docgen cannot lay out the font 'Garamond'"
    ]


def test_a_paper_without_contents_may_use_any_font() -> None:
    findings = Findings()
    write_docx(document(paragraph("Words.")), findings, in_house(style("Normal", "Normal", GARAMOND)))
    assert CONTENTS_WITHOUT_PAGES not in [found.code for found in findings]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(shutil.which("pdftohtml") is None, reason="poppler-utils is not installed")
def test_the_contents_name_the_pages_that_libreoffice_shows(tmp_path: Path) -> None:
    papers = dict(_papers())
    for name, content in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    _convert(tmp_path)
    entries = [entry for name, content in papers.items() for entry in _entries(name, content, tmp_path / f"{name}.pdf")]
    wrong = [entry for entry in entries if entry.off]
    said = "\n".join(f"{entry.paper}: {entry.words}: {entry.stated}, not {entry.shown}" for entry in wrong)
    assert len(entries) > 350
    assert len(wrong) <= len(entries) * 0.05, said
    assert max(entry.off for entry in entries) <= 1, said


def _papers() -> Iterator[tuple[str, bytes]]:
    for made in built(example()):
        yield made.job.id.replace("/", "-"), made.outputs["docx"]
    yield "every-kind", write_docx(every_kind(IN_FONT), Findings())
    for number, pages in PAPERS:
        yield f"paper-{number}", write_docx(long_paper(number, pages), Findings())


def _convert(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, capture_output=True, timeout=180, check=True)


def _entries(name: str, content: bytes, pdf: Path) -> list[Entry]:
    """All entries of a paper; forms have none."""
    text = _document(content)
    stated = list(_stated(text))
    if not stated:
        return []
    shown = {**_shown_headings(text, pdf), **_shown_captions(text, pdf)}
    return [Entry(name, words, page, shown[bookmark]) for bookmark, words, page in stated]


def _document(content: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _instructions(text: etree._Element) -> str:
    return "".join(part.text or "" for part in text.iter(f"{_W}instrText"))


def _stated(text: etree._Element) -> Iterator[tuple[str, str, int]]:
    """The bookmark, the words and the page of each entry."""
    for link in text.iter(f"{_W}hyperlink"):
        instruction = "".join(part.text or "" for part in link.iter(f"{_W}instrText"))
        if found := _REFERENCE.search(instruction):
            texts = [part.text or "" for part in link.iter(f"{_W}t")]
            yield found[1], " ".join(texts[:-1]), int(texts[-1])


def _shown_headings(text: etree._Element, pdf: Path) -> dict[str, int]:
    """The page of each heading by its bookmarks: LibreOffice lists all headings, in order, in the PDF's outline."""
    command = ["pdftohtml", "-xml", "-i", "-stdout", str(pdf)]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    pages = [int(page) for page in re.findall(r'<item page="(\d+)">', told)]
    headings = [part for part in text.iter(f"{_W}p") if _style(part).removeprefix("Appendix").startswith("Heading")]
    assert len(pages) == len(headings)
    return {name: page for page, heading in zip(pages, headings, strict=True) for name in _bookmarks(heading)}


def _shown_captions(text: etree._Element, pdf: Path) -> dict[str, int]:
    """The page of each caption by its bookmarks: the last one that holds its words, since lists stand before it."""
    told = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, encoding="utf-8", check=True)
    pages = [_joined(page) for page in told.stdout.split("\f")]
    shown: dict[str, int] = {}
    for part in text.iter(f"{_W}p"):
        if _style(part) == "Caption":
            words = _joined("".join(run.text or "" for run in part.iter(f"{_W}t")))
            page = max(number for number, found in enumerate(pages, start=1) if words in found)
            shown |= dict.fromkeys(_bookmarks(part), page)
    return shown


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _bookmarks(paragraph: etree._Element) -> list[str]:
    return [mark.get(f"{_W}name", "") for mark in paragraph.iter(f"{_W}bookmarkStart")]


def _joined(text: str) -> str:
    """Letters and digits alone: pdftotext leaves out the hyphen at the end of a line."""
    return re.sub(r"\W+", "", html.unescape(text))
