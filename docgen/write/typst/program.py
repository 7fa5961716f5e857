"""A Typst program in the making, and what every part of it needs to know."""

from __future__ import annotations

import re

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.codes.outputs import NO_LETTER_IN_PDF
from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.tree.document import Document, Footnote
from docgen.typesetting.code import literal, points
from docgen.typesetting.fonts import replaced, unprintable
from docgen.write.characters import writable
from docgen.write.docx.families import BODY, Family
from docgen.write.docx.package import Package
from docgen.write.places import Places
from docgen.write.typst.looks import Looks

_MARK = re.compile(r"/\*(\d+)\*/")


class Program(Struct):
    """A PDF in the making."""

    document: Document
    findings: Findings
    package: Package
    """The reference document, whose styles, page, headers and footers hold for the PDF too."""
    looks: Looks
    places: Places
    notes: dict[str, Footnote]
    """The footnotes by their labels."""
    styles: dict[str, None] = field(default_factory=dict)
    """The paragraph styles that the program uses, in the order of their first use."""
    sources: list[Source] = field(default_factory=list)
    """Where the marked lines of the program came from."""
    files: dict[str, bytes] = field(default_factory=dict)
    """The pictures that the program names."""
    mentioned: set[str] = field(default_factory=set)
    """The labels of the footnotes whose mark has been written."""
    has_charts: bool = False
    """Whether the functions that draw charts are needed."""
    room: int = 0
    """How far the words of numbered paragraphs stand to the right, in twips."""
    level: int = 0
    """Of the heading written last: 1 for the title, and for all others one more than their own."""

    def words(self, text: str, source: Source) -> str:
        """Words as a string literal. What no font has is replaced by its number, with a diagnostic."""
        text = writable(text, source, self.findings)
        missing = unprintable(text)
        if missing:
            names = ", ".join(f"'U+{ord(character):04X}'" for character in missing)
            help = "the Word file and the web page can show it; write it in other words if the PDF is to be sent"
            self.findings.add(NO_LETTER_IN_PDF.at(source, f"no font of the PDF has the character {names}", help))
        return literal(replaced(text))

    def file(self, data: bytes, kind: str) -> str:
        """What the program calls a picture; the same bytes are one file."""
        known = next((path for path, held in self.files.items() if held == data), "")
        path = known or f"picture-{len(self.files) + 1}.{kind}"
        self.files[path] = data
        return path

    def marked(self, code: str, source: Source) -> str:
        """The code on a new line that tells its source, so that a defect can be traced."""
        self.sources.append(source)
        return f"\n/*{len(self.sources) - 1}*/ {code}"

    def styled(self, style: str, content: str, keeps_next: bool = False) -> str:
        """A call that gives a paragraph in the looks of a style."""
        self.styles.setdefault(style)
        kept = " + (keeps: true)" if keeps_next else ""
        return f"styled({_name(style)}{kept}, {content})"

    def source_of(self, line: int, code: str) -> Source:
        """Where a line of the program came from; of the document where that is not known."""
        for text in reversed(code.split("\n")[:line]):
            if found := _MARK.match(text):
                return self.sources[int(found[1])]
        return self.document.source


def _name(style: str) -> str:
    return f"look-{style.lower()}"


def look_name(style: str) -> str:
    """What the program calls the look of a style."""
    return _name(style)


def titled(style: str, level: int, words: str, anchor: str = "", room: float = 0.0) -> str:
    """A heading in the looks of a style; its further lines begin below its words, `room` points further in.

    The title is in no contents and no bookmark.
    """
    apart = "outlined: false, bookmarked: false, " if level == 1 else ""
    label = f" <{anchor}>" if anchor else ""
    hanging = f", room: {points(room)}" if room else ""
    return f"titled({_name(style)}, [#heading(level: {level}, {apart}{words}){label}]{hanging})"


def name_of(document: Document) -> str:
    """What a document is called where it does not say it itself, on one line."""
    name = document.properties.title or document.properties.organisation or "Untitled document"
    return name.replace("\n", " ")


class Place(Struct, frozen=True):
    """Where blocks stand: it decides their styles and how wide they may be."""

    measure: int
    """The width of the text, in twips."""
    height: int
    """The height of the text on a page, in twips."""
    family: Family = BODY
    style: str = ""
    """The style of paragraphs, where it is not the family's."""
    level: int = 0
    """How many lists are around, within the family's surrounding."""
    in_cell: bool = False
    in_note: bool = False
    align: str = ""
    """How the words of a table's column are set, where not to the left."""

    @property
    def text_style(self) -> str:
        """The style of a paragraph that stands here."""
        return self.style or (self.family.continued(self.level) if self.level else self.family.text)

    def inside_list(self) -> Place:
        """One list further in."""
        return replace(self._narrower(self.family.step), level=self.level + 1, style="")

    def inside(self, family: Family) -> Place:
        """In a quotation or a callout."""
        return replace(self._narrower(family.left + family.right), family=family, style="", level=0)

    def moved(self, left: int) -> Place:
        """Further to the right, below the words of numbered paragraphs."""
        return self._narrower(left)

    def _narrower(self, by: int) -> Place:
        return replace(self, measure=max(self.measure - by, _NARROWEST))


_NARROWEST = 567
"""A centimetre: lists within lists may leave no room at all."""
