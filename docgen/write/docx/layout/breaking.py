"""Breaks paragraphs into lines: each takes as many words as it can, and none is hyphenated."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.write.docx.layout.fonts import Font
from docgen.write.docx.layout.formats import ParagraphFormat
from docgen.write.docx.layout.lines import SLACK, Broken, Filling, Strand
from docgen.write.docx.layout.parts import parts
from docgen.write.docx.layout.pieces import Box, LineEnd, NoteMark, Piece, Place, Tab, Words
from docgen.write.docx.layout.tabs import Label, next_stop, set_back


class Breaker:
    """Breaks one paragraph."""

    def __init__(
        self, format: ParagraphFormat, measure: float, font: Font, default_tab: int = 720, label: Label | None = None
    ) -> None:
        self._format = format
        self._default_tab = default_tab
        self._waiting = Strand()
        self._filling = Filling(format, measure, font, label.end if label else format.left + format.first)
        if label:
            self._filling.line.reach(label.font.ascent, label.font.descent)

    def broken(self, pieces: Sequence[Piece]) -> Broken:
        """The paragraph of these pieces in lines."""
        for i, piece in enumerate(pieces):
            match piece:
                case Words():
                    self._words(piece.text, piece.font)
                case Place():
                    self._filling.places.append(piece.name)
                case NoteMark():
                    self._waiting.add(piece.text, piece.font, piece.font.width(piece.text))
                    self._waiting.notes.append(piece.id)
                case Box():
                    self._waiting.add("", None, piece.width)
                    self._waiting.reach(piece.height, 0)
                case Tab():
                    self._tab(piece.font, pieces[i + 1 :])
                case LineEnd():
                    self._end_line(piece)
        self._settle()
        self._filling.settle_places()
        self._filling.finish()
        return self._filling.broken

    def _words(self, text: str, font: Font) -> None:
        """Most words end a part and fit: they go straight into the line."""
        widths, space = font.widths, font.width(" ")
        for words, spaces, may_end in parts(text):
            width = widths.get(words)
            if width is None:
                width = font.width(words)
            line = self._filling.line
            if may_end and not self._waiting.texts and line.x + width <= line.limit:
                line.add(words, font, width)
                self._space(spaces, space)
                continue
            self._waiting.add(words, font, width)
            if may_end:
                self._settle()
                self._space(spaces, space)

    def _space(self, count: int, width: float) -> None:
        filling = self._filling
        if filling.places:
            filling.settle_places()
        if count:
            filling.line.x += count * width
            filling.line.texts.append(" ")

    def _settle(self) -> None:
        """What waits goes into a line."""
        if self._waiting.texts:
            self._filling.take(self._waiting)
            self._waiting = Strand()

    def _end_line(self, end: LineEnd) -> None:
        self._settle()
        self._filling.line.reach(end.font.ascent, end.font.descent)
        self._filling.next_line()
        self._filling.broken.lines[-1].ends_page = end.page

    def _tab(self, font: Font, following: Sequence[Piece]) -> None:
        """A tab may lead beyond the right indent of its paragraph, as page numbers in contents do."""
        self._settle()
        stop = next_stop(self._format, self._filling.line.x, self._default_tab)
        if stop.position > self._filling.line.limit and stop.kind == "left":
            self._filling.next_line()
            stop = next_stop(self._format, self._filling.line.x, self._default_tab)
        line = self._filling.line
        line.reach(font.ascent, font.descent)
        line.limit = max(line.limit, stop.position + SLACK)
        line.x = max(line.x, stop.position - set_back(stop, following))
        line.texts.append("\t")
