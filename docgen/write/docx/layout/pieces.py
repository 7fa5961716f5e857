"""Takes a paragraph apart into the pieces that a line is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct, field

from docgen.write.docx.layout.attributes import whole
from docgen.write.docx.layout.fonts import Font
from docgen.write.docx.layout.formats import RunFormat
from docgen.write.docx.layout.styles import Styles, Surrounding
from docgen.write.docx.layout.unfollowed import ALIGNED, FLOATING, KERNED, SOFT_HYPHEN, lent_letters
from docgen.write.docx.xml import Element, qualified

_EMU_PER_TWIP = 635


class Words(Struct, frozen=True):
    """Words of one font."""

    text: str
    font: Font


class Tab(Struct, frozen=True):
    """A step to the next tab stop."""

    font: Font


class LineEnd(Struct, frozen=True):
    """The line ends here; so may the page."""

    font: Font
    page: bool = False


class Box(Struct, frozen=True):
    """A picture that stands in the line like a character. Twips."""

    width: float
    height: int


class Place(Struct, frozen=True):
    """A bookmark begins."""

    name: str


class NoteMark(Struct, frozen=True):
    """The mark of a footnote, whose words have to stand on the same page."""

    id: str
    text: str
    font: Font


Piece = Words | Tab | LineEnd | Box | Place | NoteMark


class Reader(Struct):
    """Reads the paragraphs of a part."""

    styles: Styles
    notes: dict[str, str] = field(default_factory=dict)
    """The footnotes met so far, with their numbers."""
    own_mark: str = ""
    """The number of the footnote whose words are read."""
    doubts: set[str] = field(default_factory=set)
    """What the layout does not follow."""
    breaks: set[str] = field(default_factory=set)
    """What it does not follow in the paragraph read last, if that has more than one line."""

    def pieces(self, paragraph: Element, style: str, around: Surrounding) -> list[Piece]:
        """The pieces of a paragraph, in order."""
        found: list[Piece] = []
        self.breaks = set()
        self._read(paragraph, style, around, found)
        return found

    def _read(self, parent: Element, style: str, around: Surrounding, found: list[Piece]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, style, around, found)
            elif tag == _BOOKMARK:
                found.append(Place(child.get(_NAME, "")))
            elif tag in _AROUND:
                self._read(child, style, around, found)
            elif tag not in _WITHOUT_ROOM and isinstance(tag, str):
                self.doubts.add(_unknown(child))

    def _run(self, run: Element, style: str, around: Surrounding, found: list[Piece]) -> None:
        properties = run[0] if len(run) and run[0].tag == _RPR else None
        format = self.styles.run(style, properties, around)
        if format.hidden:
            return
        if format.kerned:
            self.breaks.add(KERNED)
        for child in run:
            if child.tag == _T:
                text = child.text or ""
                found.append(self._words(text.upper() if format.capitals else text, format.font))
            elif reader := _RUN_READERS.get(str(child.tag)):
                found.extend(reader(self, child, format))
            elif child.tag not in _WITHOUT_ROOM and isinstance(child.tag, str):
                self.doubts.add(_unknown(child))

    def _words(self, text: str, font: Font) -> Words:
        self.styles.lent.update(lent_letters(text, font))
        return Words(text, font)

    def _break(self, child: Element, format: RunFormat) -> list[Piece]:
        kind = child.get(qualified("w:type"), "textWrapping")
        if kind == "column":
            self.doubts.add("a column break")
        return [LineEnd(format.font, page=kind == "page")]

    def _note(self, child: Element, format: RunFormat) -> list[Piece]:
        id = child.get(qualified("w:id"), "")
        number = self.notes.setdefault(id, str(len(self.notes) + 1))
        return [NoteMark(id, number, format.font)]

    def _own_mark(self, child: Element, format: RunFormat) -> list[Piece]:
        return [Words(self.own_mark, format.font)]

    def _tab(self, child: Element, format: RunFormat) -> list[Piece]:
        return [Tab(format.font)]

    def _hyphen(self, child: Element, format: RunFormat) -> list[Piece]:
        return [Words("\N{NON-BREAKING HYPHEN}", format.font)]

    def _drawing(self, child: Element, format: RunFormat) -> list[Piece]:
        """A picture in the line. One that floats moves the words around it, which is not followed."""
        inline = child.find(qualified("wp:inline"))
        if inline is None:
            self.doubts.add(FLOATING)
            return []
        extent = inline.find(qualified("wp:extent"))
        if extent is None:
            return []
        return [Box(_emu(extent, "cx") / _EMU_PER_TWIP, round(_emu(extent, "cy") / _EMU_PER_TWIP))]

    def _shape(self, child: Element, format: RunFormat) -> list[Piece]:
        """A shape of old: a watermark stands behind the words and moves none."""
        if any("position:absolute" not in style or is_wrapped for style, is_wrapped in _shapes(child)):
            self.doubts.add(FLOATING)
        return []

    def _soft_hyphen(self, child: Element, format: RunFormat) -> list[Piece]:
        self.breaks.add(SOFT_HYPHEN)
        return []

    def _aligned(self, child: Element, format: RunFormat) -> list[Piece]:
        """A tab to the middle or the end of the line: headers of one line have them."""
        self.breaks.add(ALIGNED)
        return []

    def _embedded(self, child: Element, format: RunFormat) -> list[Piece]:
        self.doubts.add("an embedded object")
        return []


def _shapes(picture: Element) -> Iterator[tuple[str, bool]]:
    """The style of each shape, and whether words run around it."""
    for shape in picture.iterchildren("{*}shape", "{*}rect", "{*}group", "{*}line", "{*}oval", "{*}roundrect"):
        wrap = shape.find("{*}wrap")
        yield shape.get("style", "").replace(" ", ""), wrap is not None and wrap.get("type", "none") != "none"


def _unknown(element: Element) -> str:
    name = str(element.tag).rpartition("}")[2]
    return FLOATING if name == "AlternateContent" else f"'{name}' in the text"


def _emu(extent: Element, name: str) -> int:
    return whole(extent.get(name))


_R, _T, _RPR, _BOOKMARK = (qualified(f"w:{name}") for name in ("r", "t", "rPr", "bookmarkStart"))
_NAME = qualified("w:name")
_AROUND = {
    qualified(f"w:{name}")
    for name in ("hyperlink", "ins", "moveTo", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml")
}
_WITHOUT_ROOM = {
    qualified(f"w:{name}")
    for name in (
        "pPr rPr bookmarkEnd proofErr permStart permEnd commentRangeStart commentRangeEnd commentReference del "
        "moveFrom moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd instrText delText delInstrText "
        "fldChar lastRenderedPageBreak annotationRef sdtPr sdtEndPr smartTagPr customXmlPr separator "
        "continuationSeparator"
    ).split()
}
_RUN_READERS: dict[str, Callable[[Reader, Element, RunFormat], list[Piece]]] = {
    qualified("w:br"): Reader._break,
    qualified("w:cr"): Reader._break,
    qualified("w:tab"): Reader._tab,
    qualified("w:footnoteReference"): Reader._note,
    qualified("w:footnoteRef"): Reader._own_mark,
    qualified("w:noBreakHyphen"): Reader._hyphen,
    qualified("w:drawing"): Reader._drawing,
    qualified("w:pict"): Reader._shape,
    qualified("w:softHyphen"): Reader._soft_hyphen,
    qualified("w:ptab"): Reader._aligned,
    qualified("w:object"): Reader._embedded,
}
