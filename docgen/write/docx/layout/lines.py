"""The lines of a paragraph, and the one that is being filled."""

from __future__ import annotations

from msgspec import Struct, field

from docgen.write.docx.layout.fonts import Font
from docgen.write.docx.layout.formats import ParagraphFormat

SLACK = 0.5
"""How much a line may be too long, in twips: other programs round the width of each word."""


class Line(Struct):
    """A line of a paragraph."""

    height: int
    text: str
    notes: list[str]
    """The ids of the footnotes that are mentioned in it."""
    overhang: int = 0
    """The room below the words that comes from wide spacing."""
    ends_page: bool = False


class Broken(Struct):
    """A paragraph in lines."""

    lines: list[Line] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)
    """The bookmarks: in which line each begins, and its name."""


def overhang(format: ParagraphFormat, height: int, natural: int) -> int:
    """How much higher wide spacing makes a line than its words are."""
    return max(height - natural, 0) if format.rule == "auto" else 0


class Strand(Struct):
    """Words side by side: a line in the making, or what cannot be broken and waits for its line."""

    x: float = 0.0
    """Where the words end."""
    limit: float = 0.0
    """Where they must end."""
    ascent: int = 0
    descent: int = 0
    texts: list[str] = field(default_factory=list)
    fonts: list[Font | None] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def reach(self, ascent: int, descent: int) -> None:
        """Make room above and below the base of the words."""
        if ascent > self.ascent:
            self.ascent = ascent
        if descent > self.descent:
            self.descent = descent

    def add(self, text: str, font: Font | None, width: float) -> None:
        """Add words of one font, or a picture, which has none."""
        self.x += width
        self.texts.append(text)
        self.fonts.append(font)
        if font:
            self.reach(font.ascent, font.descent)


class Filling:
    """Fills one line after the other."""

    def __init__(self, format: ParagraphFormat, measure: float, font: Font, start: float) -> None:
        self.broken = Broken()
        self.line = Strand()
        self.places: list[str] = []
        """The bookmarks that wait for the words behind them."""
        self._format = format
        self._measure = measure
        self._font = font
        self._begin(start)

    def take(self, strand: Strand) -> None:
        """Put words into this line or the next one, or into several if they are longer than a line."""
        if self.line.x + strand.x > self.line.limit and self.line.texts:
            self._hold_notes(strand)
            self.next_line()
        if self.line.x + strand.x > self.line.limit:
            self._break_anywhere(strand)
        else:
            self.line.x += strand.x
            self.line.texts += strand.texts
        self.line.reach(strand.ascent, strand.descent)
        self.line.notes += strand.notes
        self.settle_places()

    def _hold_notes(self, strand: Strand) -> None:
        """A footnote whose mark begins the next line goes with this one: LibreOffice tries its mark here first."""
        if strand.notes and strand.texts[0].isdigit():
            self.line.notes += strand.notes
            strand.notes = []

    def settle_places(self) -> None:
        """A bookmark stands in the line of the words behind it."""
        if self.places:
            self.broken.places += [(len(self.broken.lines), name) for name in self.places]
            self.places = []

    def next_line(self) -> None:
        """Go on in a new line."""
        self.finish()
        self._begin(self._format.left)

    def finish(self) -> None:
        """The line is full, or the last one."""
        line = self.line
        if not line.ascent + line.descent:
            line.reach(self._font.ascent, self._font.descent)
        height = self._format.height(line.ascent, line.descent)
        below = overhang(self._format, height, line.ascent + line.descent)
        self.broken.lines.append(Line(height, "".join(line.texts), line.notes, below))

    def _begin(self, x: float) -> None:
        self.line = Strand(x, self._measure - self._format.right + SLACK)

    def _break_anywhere(self, strand: Strand) -> None:
        for text, font in zip(strand.texts, strand.fonts, strict=True):
            for character in text if font else ():
                self._add_character(character, font)

    def _add_character(self, character: str, font: Font | None) -> None:
        width = font.width(character) if font else 0.0
        if self.line.texts and self.line.x + width > self.line.limit:
            self.next_line()
        self.line.add(character, font, width)
