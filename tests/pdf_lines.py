"""Reads a PDF line by line from its structure tree, in the form in which `word_lines.py` reads a Word file.

What the two forms word in different ways is settled by `comparable`: levels of headings (PDF/UA allows no gaps), rules
(in a PDF they are for the eye only), signs of lists, and capitals of the word "Draft".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.pdf_structure import Element, read_pdf
from tests.word_lines import Lines, plain

_HEADING = re.compile(r"H([1-6])")
_PAGE = re.compile(r" \d+$")
_TITLE_SHIFT = 1
_NUMBER = re.compile(r"^(#+ )?((?:[0-9A-Za-z]+\.)*[0-9A-Za-z]+)\. ")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_AT_TURNS = re.compile(
    "(?<=[\u0590-\u08ff]),|,(?=[\u0590-\u08ff])"
    r"|(?<=[\u0590-\u08ff])(?=[^\s\u0590-\u08ff])|(?<=[^\s\u0590-\u08ff])(?=[\u0590-\u08ff])"
)
"""Where the direction changes, and commas there. Figures between such words are turned round with them."""
_LATIN = re.compile("[A-Za-z]")
_GROUPING = ("Document", "Div", "Sect", "Part", "NonStruct", "BlockQuote", "Art")


def lines_of_pdf(data: bytes, has_cover: bool, has_title: bool) -> Lines:
    """The lines of a PDF. The entries of its first table of contents are its contents."""
    reader = _Reader(has_cover, has_title)
    root = read_pdf(data).root
    reader.read(root)
    return replace(reader.lines, has_cover=has_cover, has_title=has_title)


def lines_of_root(root: Element) -> list[str]:
    """All words of a tree, a line for each block, without anything added."""
    read = _Reader(has_cover=False, has_title=True)
    read.read(root)
    return [line.removeprefix(_TOC) for line in [*read.lines.text, *read.lines.notes]]


class _Reader:
    def __init__(self, has_cover: bool, has_title: bool) -> None:
        self.is_on_cover = has_cover
        self.has_title = has_title
        self.lines = Lines()
        self.notes: list[list[str]] = []

    def read(self, root: Element) -> None:
        self.lines.text = [line for child in _elements(root) for line in self.block(child) if line]
        self.lines.notes = [line for note in self.notes for line in note]

    def block(self, element: Element) -> Iterator[str]:
        """The lines of an element that stands on its own."""
        if found := _HEADING.fullmatch(element.tag):
            self.is_on_cover &= int(found[1]) == 1
            yield self._heading(int(found[1]), element)
        elif element.tag == "TOC":
            self.is_on_cover = False
            yield from (f"{_TOC}{line}" for line in _entries(element))
        elif element.tag == "L":
            yield from self._list(element)
        elif element.tag == "Table":
            yield from self._table(element)
        elif element.tag == "Figure":
            yield f"[picture: {element.alt}]"
        elif element.tag == "Code":
            yield plain(" ".join(self.words(line) for line in _elements(element)) or self.words(element))
        elif element.tag in _GROUPING:
            yield from (line for child in _captions_last(element) for line in self.block(child))
        else:
            yield from self._paragraph(element)

    def _heading(self, level: int, element: Element) -> str:
        words = plain(self.words(element))
        if level == 1 and not self.has_title:
            return ""
        return words if level == 1 else plain(f"{'#' * (level - _TITLE_SHIFT)} {words}")

    def _paragraph(self, element: Element) -> Iterator[str]:
        """Its words; blocks inside it, as in a caption, have lines of their own."""
        blocks = [child for child in _elements(element) if child.tag in ("P", "L", "Table", "TOC")]
        name, *value = element.children or [""]
        if blocks:
            yield from (line for child in blocks for line in self.block(child))
        elif self.is_on_cover and isinstance(name, Element) and value[:1] == [" "]:
            yield from (plain(name.words), plain(self.words(Element("P", children=value))))
        else:
            yield plain(self.words(element))

    def _list(self, element: Element) -> Iterator[str]:
        for item in _elements(element):
            if item.tag == "L":
                yield from self._list(item)
            else:
                yield from self._item(item)

    def _item(self, item: Element) -> Iterator[str]:
        label, body = item.named("Lbl")[0], next(child for child in _elements(item) if child.tag == "LBody")
        lines = [line for child in _elements(body) for line in self.block(child)] if _elements(body) else [body.words]
        first = _elements(body)[0] if _elements(body) else None
        begins = first is None or first.tag == "P"
        mark = plain(label.words)
        yield from [plain(f"{mark} {lines[0]}"), *lines[1:]] if begins and lines else [mark, *lines]

    def _table(self, table: Element) -> Iterator[str]:
        for caption in (child for child in _elements(table) if child.tag == "Caption"):
            yield from self._paragraph(caption)
        for row in table.named("TR"):
            cells = [self._cell(cell) for cell in _elements(row)]
            yield plain("".join(f" | {' ¶ '.join(lines)}" for lines in cells))

    def _cell(self, cell: Element) -> list[str]:
        return [line for child in _elements(cell) for line in self.block(child) if line]

    def words(self, element: Element) -> str:
        """The words of a line, with marks of footnotes; the notes themselves are kept aside."""
        words = ""
        for child in element.children:
            words += child if isinstance(child, str) else self._inline(child)
        return words

    def _inline(self, child: Element) -> str:
        if child.tag == "Note":
            self.notes.append(self._note(child))
            return ""
        if child.tag == "Lbl":
            return f"[{child.words}]"
        if child.tag == "Figure":
            return f"[picture: {child.alt}]"
        return self.words(child)

    def _note(self, note: Element) -> list[str]:
        """Its number is an element somewhere inside it, before or behind its words."""
        label = note.named("Lbl")[0]
        for element in note.walk():
            element.children = [child for child in element.children if child is not label]
        blocks = [child for child in _elements(note) if child.tag in ("P", "L", "Table", "Code", "Div", "Figure")]
        before = [child for child in note.children if not any(child is block for block in blocks)]
        own = plain(self.words(Element("Note", children=before)))
        lines = [line for line in [own, *(line for block in blocks for line in self.block(block))] if line]
        return [plain(f"{label.words} {lines[0] if lines else ''}"), *lines[1:]]


_TOC = "\N{BULLET OPERATOR}"
"""Begins the lines of contents, until they are told apart."""


def _elements(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _captions_last(element: Element) -> list[Element]:
    """The caption of a figure may come first in the tree, and stands below it on the page; that of a table above it."""
    inside = _elements(element)
    is_table = any(child.named("Table") for child in inside)
    return sorted(inside, key=lambda child: (child.tag == "Caption") is not is_table)


def _entries(contents: Element) -> Iterator[str]:
    """Each entry without its page."""
    for entry in contents.named("TOCI"):
        parts = [part.words for part in entry.named("Div", "Link") if not part.named("Div")[1:] and part.words.strip()]
        yield re.sub(r"^([0-9A-Za-z.]+)\. ", r"\1 ", _PAGE.sub("", plain(" ".join(parts))))


def comparable(lines: Lines) -> tuple[list[str], list[str]]:
    """The contents and the text with the notes, in the same words whatever the form."""
    listed = [_settled(line.removeprefix(_TOC)) for line in lines.contents]
    said = [_settled(line.removeprefix(_TOC)) for line in [*lines.text, *lines.notes]]
    return [line for line in listed if line], [line for line in said if line and line != "---"]


def _settled(line: str) -> str:
    line = re.sub(r"^#+ ", "# ", line)
    line = re.sub(r"(^| ¶ |\| )[–▪] ?", r"\1• ", line)
    line = _NUMBER.sub(lambda found: f"{found[1]}{found[2]} ", line) if line.startswith("# ") else line
    line = "Draft" if line == "DRAFT" else line
    return plain(line)


def logical(line: str) -> str:
    """Words written from right to left stand in a PDF as the eye sees them, turned round, and those of several lines in
    an order of their own: a line that has any is compared by its words, each in the order in which it is read.
    """
    if not _RIGHT_TO_LEFT.search(line):
        return line
    words = [word.strip(",") for word in _AT_TURNS.sub(" ", line).split()]
    return " ".join(sorted(word if _LATIN.search(word) else "".join(sorted(word)) for word in words if word))
