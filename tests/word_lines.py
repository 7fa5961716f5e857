"""Reads a Word file line by line as its reader sees it on the page, with every number worked out anew.

Numbers of headings, list marks, caption numbers, footnote marks and the words of references are not taken from what the
file shows until Word updates it, but computed from its definitions, as Word would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.ooxml_fields import Field, fields_of
from tests.ooxml_file import NAMES, Element, WordFile, tag, val, w
from tests.word_numbers import WordNumbers

_HEADING = re.compile(r"(?:Appendix)?Heading([1-6])$")
_NUMBERED = ("NumberedParagraph", "AppendixParagraph")


@dataclass(slots=True)
class Lines:
    """The words of a paper."""

    contents: list[str] = field(default_factory=list)
    """The entries of the table of contents, without pages."""
    text: list[str] = field(default_factory=list)
    """Headings as `## 1.1 Words`, items as `1. words`, rows as `| cell | cell`."""
    notes: list[str] = field(default_factory=list)
    """The footnotes, each behind its number."""
    has_cover: bool = False
    has_title: bool = False


def plain(words: str) -> str:
    """Without what a reader cannot see: line ends and several spaces are one space."""
    return re.sub(r"[ \t\r\n]+", " ", words).strip(" ")


def lines_of_docx(data: bytes) -> Lines:
    """The lines of a Word file."""
    return _Reader(WordFile(data)).lines()


class _Reader:
    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.body = file.part("document")[0]
        self.marks = self._list_marks()
        self.notes = [mark.get(w("id"), "") for mark in file.part("document").iter(w("footnoteReference"))]
        self._count_captions()
        self._follow_references()
        self.contents = self._paragraphs_of_contents()

    def _list_marks(self) -> dict[Element, tuple[str, str]]:
        numbers = WordNumbers(self.file)
        parts = [self.file.part("document"), self.file.part("footnotes")]
        return {paragraph: numbers.mark(paragraph) for part in parts for paragraph in part.iter(w("p"))}

    def _fields(self) -> Iterator[Field]:
        yield from fields_of(self.file.part("document"))
        yield from fields_of(self.file.part("footnotes"))

    def _count_captions(self) -> None:
        counts: dict[str, int] = {}
        for each in self._fields():
            if each.kind == "SEQ":
                counts[each.argument] = counts.get(each.argument, 0) + 1
                _show(each, str(counts[each.argument]))

    def _follow_references(self) -> None:
        """Twice, since a heading that is referred to may hold a reference."""
        for _ in range(2):
            for each in self._fields():
                if each.kind in ("REF", "NOTEREF"):
                    _show(each, self._referred(each))
        for each in self._fields():
            if each.kind == "PAGEREF":
                _show(each, "")

    def _referred(self, each: Field) -> str:
        """The words in the bookmark, the number of its paragraph, or that of the footnote."""
        start = next(s for _, s in self.file.each("w:bookmarkStart") if s.get(w("name")) == each.argument)
        if "\\w" in each.instruction or "\\n" in each.instruction:
            own, whole = self.marks[next(start.iterancestors(w("p")))]
            return whole if "\\w" in each.instruction else own.rstrip(".")
        inside = list(_in_bookmark(start))
        if each.kind == "NOTEREF":
            return next(self._note(mark) for mark in inside if mark.tag == w("footnoteReference"))
        return "".join(mark.text or "" for mark in inside if mark.tag == w("t"))

    def _note(self, mark: Element) -> str:
        return f"[{self.notes.index(mark.get(w('id'), '')) + 1}]"

    def _paragraphs_of_contents(self) -> set[Element]:
        found = [each for each in self._fields() if each.kind == "TOC" and "\\c" not in each.instruction]
        listed = {paragraph for each in found[:1] for paragraph in each.paragraphs}
        before = [paragraph.getprevious() for paragraph in listed]
        titles = {each for each in before if each is not None and val(each, "w:pPr/w:pStyle") == "TOCHeading"}
        return listed | titles

    def lines(self) -> Lines:
        styles = {val(paragraph, "w:pPr/w:pStyle") for paragraph in self.body.iter(w("p"))}
        read = Lines(has_cover=any(style.startswith("Cover") for style in styles), has_title="Title" in styles)
        for line, paragraph in self._lines_in(self.body):
            (read.contents if paragraph in self.contents else read.text).append(line)
        notes = {note.get(w("id"), ""): note for note in self.file.part("footnotes")}
        for number, id in enumerate(self.notes, start=1):
            first, *others = [line for line, _ in self._lines_in(notes[id])] or [""]
            read.notes += [plain(f"{number} {first}"), *others]
        return read

    def _lines_in(self, holder: Element) -> Iterator[tuple[str, Element]]:
        """The lines of what holds blocks, each with the paragraph or row that it is."""
        for element in holder:
            if element.tag == w("p"):
                yield from ((line, element) for line in self._paragraph(element) if line)
            elif element.tag == w("tbl"):
                yield from ((self._row(row), row) for row in element.findall("w:tr", NAMES))

    def _row(self, row: Element) -> str:
        cells = row.findall("w:tc", NAMES)
        if val(cells[0], "w:p/w:pPr/w:pStyle") == "TableGroup":
            cells = cells[:1]
        return plain("".join(f" | {' ¶ '.join(line for line, _ in self._lines_in(cell))}" for cell in cells))

    def _paragraph(self, paragraph: Element) -> list[str]:
        style, words = val(paragraph, "w:pPr/w:pStyle"), self._words(paragraph)
        mark = self.marks[paragraph][0]
        if style == "Rule":
            return ["---"]
        if level := _HEADING.match(style):
            return [_heading(int(level[1]), mark, words)]
        if paragraph in self.contents or style.startswith("TOC"):
            return [plain(re.sub(r"^((?:Appendix )?[\w.]+?)\.?\t", r"\1 ", words))]
        if style == "CoverFact":
            return [plain(part) for part in words.split("\t", 1)]
        if style in _NUMBERED:
            return [plain(f"{mark} {words}")]
        return [plain(f"{_bullet(mark)} {words}")]

    def _words(self, paragraph: Element) -> str:
        return "".join(self._word(element, paragraph) for element in paragraph.iter("{*}*"))

    def _word(self, element: Element, paragraph: Element) -> str:
        match tag(element):
            case "t" if element.tag == w("t"):
                return element.text or ""
            case "tab" if _is_of_run(element):
                return "\t"
            case "br" | "cr":
                return "\n"
            case "softHyphen":
                return "\N{SOFT HYPHEN}"
            case "docPr":
                return f"[picture: {element.get('descr', '')}]"
            case "footnoteReference":
                return self._note(element)
            case _:
                return ""


def _show(each: Field, words: str) -> None:
    """Put other words into the place of a field's result."""
    first, *others = each.shown
    first.text = words
    for other in others:
        other.text = ""


def _in_bookmark(start: Element) -> Iterator[Element]:
    """The words and footnote marks from a bookmark's start to its end."""
    for element in start.getparent().iter("{*}*"):  # type: ignore[union-attr]
        if element.tag == w("bookmarkEnd") and element.get(w("id")) == start.get(w("id")):
            return
        if element.tag in (w("t"), w("footnoteReference")) and _is_behind(element, start):
            yield element


def _is_behind(element: Element, start: Element) -> bool:
    """Whether an element of the same paragraph stands after a bookmark's start."""
    paragraph = next(start.iterancestors(w("p")))
    order = list(paragraph.iter("{*}*"))
    return order.index(element) > order.index(start)


def _heading(level: int, mark: str, words: str) -> str:
    """A number that is written as text is followed by a tab."""
    written = re.match(r"((?:Appendix )?[\w.]+?)\.?\t(.*)", words, re.DOTALL)
    number, name = (written[1], written[2]) if written else (mark.rstrip("."), words)
    return plain(f"{'#' * level} {number} {name}")


def _bullet(mark: str) -> str:
    """Each level has a sign of its own; to a reader all of them are one."""
    return mark if not mark or mark[-1] == "." else "•"


def _is_of_run(element: Element) -> bool:
    """Whether it stands among words, not among the properties of a paragraph."""
    parent = element.getparent()
    return parent is not None and parent.tag == w("r")
