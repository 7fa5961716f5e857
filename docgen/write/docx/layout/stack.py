"""Stacks paragraphs and tables on one another: the text, the cells of a table, the words of a footnote."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct, field

from docgen.write.docx.layout.attributes import child
from docgen.write.docx.layout.breaking import Breaker
from docgen.write.docx.layout.formats import NO_EDGE, Edge, ParagraphFormat
from docgen.write.docx.layout.lines import Broken
from docgen.write.docx.layout.pieces import Reader
from docgen.write.docx.layout.short import short_line
from docgen.write.docx.layout.strips import Strip
from docgen.write.docx.layout.styles import IN_TEXT, Surrounding
from docgen.write.docx.layout.tabs import Label, label
from docgen.write.docx.layout.unfollowed import JUSTIFIED, of_table
from docgen.write.docx.xml import Element, qualified

_P, _TBL, _PPR, _RPR, _BOOKMARK, _SECTION = (
    qualified(f"w:{name}") for name in ("p", "tbl", "pPr", "rPr", "bookmarkStart", "sectPr")
)
_NAME = qualified("w:name")
_TRANSPARENT = {qualified(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_NOTHING_BEFORE = ParagraphFormat("\0")


class Rules(Struct):
    """What the settings of a Word file say."""

    adds_distances: bool = False
    """Whether two paragraphs are as far apart as both their distances together, not as the larger one."""
    default_tab: int = 720
    parts_even_pages: bool = False
    """Whether even pages have headers and footers of their own."""


class Stack(Struct):
    """Strips below one another, and the paragraph that was added last."""

    reader: Reader
    rules: Rules
    rows_of: RowsOf
    """Makes the rows of a table. Tables hold paragraphs, and the text holds tables: each needs the other."""
    measure: float
    around: Surrounding = IN_TEXT
    in_cell: bool = False
    """Where a row is split, LibreOffice minds no single lines."""
    strips: list[Strip] = field(default_factory=list)
    sections: list[tuple[int, Element]] = field(default_factory=list)
    """The sections that end within: with how many strips, and their `w:sectPr`."""
    before: ParagraphFormat = _NOTHING_BEFORE
    keeps_next: bool = False
    """Whether the first paragraph is kept with what follows: as it is, so is a row of a table."""
    _places: list[str] = field(default_factory=list)
    _begins_page: bool = False

    def add(self, elements: Iterable[Element]) -> None:
        """Add whatever stands on lines of its own among the elements."""
        for element in elements:
            if element.tag == _P:
                self._paragraph(element)
            elif element.tag == _TBL:
                self._table(element)
            elif element.tag == _BOOKMARK:
                self._places.append(element.get(_NAME, ""))
            elif element.tag in _TRANSPARENT:
                self.add(element)

    def begin_section(self, measure: float) -> None:
        """The lines from here on have another width."""
        self.measure = measure
        self.before = _NOTHING_BEFORE

    @property
    def closing(self) -> int:
        """The distance below the last paragraph."""
        return self.before.after

    def _paragraph(self, element: Element) -> None:
        properties = element[0] if len(element) and element[0].tag == _PPR else None
        format = self.reader.styles.paragraph(properties, self.around)
        broken = self._broken(element, properties, format)
        self.keeps_next = format.keep_next if not self.strips else self.keeps_next
        self._add_lines(broken, format)
        self.before = format
        section = child(properties, _SECTION)
        if section is not None:
            self.sections.append((len(self.strips), section))

    def _broken(self, element: Element, properties: Element | None, format: ParagraphFormat) -> Broken:
        styles = self.reader.styles
        pieces = self.reader.pieces(element, format.style, self.around)
        if not format.numbering and (short := short_line(pieces, format, self.measure)):
            return short
        font = styles.run(format.style, child(properties, _RPR), self.around).font
        broken = Breaker(format, self.measure, font, self.rules.default_tab, self._label(format)).broken(pieces)
        self._doubt_breaks(broken, format)
        return broken

    def _doubt_breaks(self, broken: Broken, format: ParagraphFormat) -> None:
        """What moves the ends of lines matters where there is more than one line."""
        if len(broken.lines) > 1:
            self.reader.doubts |= {*self.reader.breaks, *([JUSTIFIED] if format.justified else [])}

    def _label(self, format: ParagraphFormat) -> Label | None:
        styles, numbering = self.reader.styles, format.numbering
        level = styles.lists.level(*numbering) if numbering else None
        if numbering is None or level is None:
            return None
        font = styles.sign(format.style, numbering, self.around)
        return label(format, styles.lists.next_label(*numbering), font, level.suffix, self.rules.default_tab)

    def _add_lines(self, broken: Broken, format: ParagraphFormat) -> None:
        if format.floats:
            self.reader.doubts.add("a paragraph in a frame")
        first = len(self.strips)
        last = len(broken.lines) - 1
        begins_page = format.begins_page or self._begins_page
        for i, line in enumerate(broken.lines):
            may_begin = self.in_cell or _may_begin(i, last + 1, format)
            strip = Strip(line.height, overhang=line.overhang, may_begin=may_begin, notes=line.notes, text=line.text)
            strip.must_begin = i > 0 and broken.lines[i - 1].ends_page
            strip.first_above = 0 if strip.must_begin else format.before
            self.strips.append(strip)
        for i, place in broken.places:
            strip = self.strips[first + i]
            strip.places = [*strip.places, place]
        head = self.strips[first]
        self._begins_page = broken.lines[-1].ends_page
        self._begin(head, format, begins_page)
        joined = _in_one_box(self.before, format)
        head.height += 0 if joined else format.top.room
        self.strips[-1].height += format.bottom.room
        if joined and first:
            self.strips[first - 1].height -= format.bottom.room

    def _begin(self, head: Strip, format: ParagraphFormat, begins_page: bool) -> None:
        head.above = self._distance(format)
        head.may_begin = not self.before.keep_next
        head.must_begin = begins_page
        if self._places:
            head.places = [*self._places, *head.places]
            self._places = []

    def _distance(self, format: ParagraphFormat) -> int:
        same = self.before.style == format.style
        after = 0 if same and self.before.contextual else self.before.after
        before = 0 if same and format.contextual else format.before
        return after + before if self.rules.adds_distances else max(after, before)

    def _table(self, element: Element) -> None:
        self.reader.doubts |= set(of_table(element))
        rows = self.rows_of(element, self)
        if not rows:
            return
        rows[0].above = self.before.after
        rows[0].may_begin = not self.before.keep_next
        rows[0].must_begin = self._begins_page
        rows[0].places = [*self._places, *rows[0].places]
        self._places, self._begins_page = [], False
        self.strips += rows
        self.before = _NOTHING_BEFORE


RowsOf = Callable[[Element, Stack], list[Strip]]


def _may_begin(line: int, count: int, format: ParagraphFormat) -> bool:
    """Whether a page may begin with a line of a paragraph: no line stands alone on either page."""
    if format.keep_lines:
        return False
    return not format.widows or 2 <= line <= count - 2


def _in_one_box(above: ParagraphFormat, below: ParagraphFormat) -> bool:
    """Paragraphs with the same borders and indents stand in one box.

    A border of their own between them parts them in LibreOffice; in Word it takes a little less room.
    """
    if (above.top, above.bottom) == (NO_EDGE, NO_EDGE) or above.sides[-1] != NO_EDGE:
        return False
    return _box(above) == _box(below)


def _box(format: ParagraphFormat) -> tuple[Edge | int | tuple[Edge, ...], ...]:
    return (format.top, format.bottom, format.sides, format.left, format.right)
