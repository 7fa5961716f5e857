"""Breaks paragraphs into lines: each takes as many words as it can, and none is hyphenated."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.write.docx.layout.fonts import Font
from docgen.write.docx.layout.formats import ParagraphFormat
from docgen.write.docx.layout.lines import SLACK, Broken, Filling, Strand
from docgen.write.docx.layout.parts import Part, parts
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
        """Most words end a part and fit: they go straight into the line. Each of the others waits for its line."""
        found, place = parts(text), 0
        while place < len(found):
            place = place if self._waiting.texts else self._fill(found, place, font)
            for part in found[place : place + 1]:
                self._wait(part, font)
            place += 1

    def _wait(self, part: Part, font: Font) -> None:
        """Let words wait, until it is known where they end."""
        words, spaces, may_end = part
        self._waiting.add(words, font, font.width(words))
        if may_end:
            self._settle()
            self._space(spaces, font.width(" "))

    def _fill(self, found: Sequence[Part], place: int, font: Font) -> int:
        """Put parts into the line as long as they fit and may end it; the place of the first one that does not."""
        line, widths, space = self._filling.line, font.widths, font.width(" ")
        x, limit, first = line.x, line.limit, place
        for words, spaces, may_end in found[place:]:
            width = widths.get(words)
            if width is None:
                width = font.width(words)
            if x + width > limit or not may_end:
                break
            x += width
            x += spaces * space
            place += 1
        if place > first:
            line.x = x
            line.reach(font.ascent, font.descent)
            line.texts += [f"{words} " if spaces else words for words, spaces, _ in found[first:place]]
            self._filling.settle_places()
        return place

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
