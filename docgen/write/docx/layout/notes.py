"""The footnotes at the foot of a page: how much room they take, and which part of them must wait for the next page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from docgen.write.docx.layout.pieces import Reader
from docgen.write.docx.layout.stack import Stack
from docgen.write.docx.layout.strips import Strip, fitting, total
from docgen.write.docx.xml import Element, qualified

_SEPARATOR = 124
"""LibreOffice's line above the footnotes, with a millimetre above it and below it. The separator in docgen's
`footnotes.xml` is exactly as high in Word, where it is a paragraph like others."""


class Note(Struct, frozen=True):
    """The lines of a footnote."""

    strips: Sequence[Strip]
    closing: int
    """The distance below, where another one follows."""

    @property
    def places(self) -> list[str]:
        """The bookmarks within, which are taken to stand where the footnote begins."""
        return [place for strip in self.strips for place in strip.places]


class Notes(Struct):
    """The footnotes of a document, by their ids."""

    elements: Mapping[str, Element]
    stack: Stack
    _read: dict[tuple[str, float], Note] = field(default_factory=dict)

    def note(self, id: str, measure: float) -> Note:
        """The footnote in lines of that width."""
        key = (id, measure)
        if key not in self._read:
            self._read[key] = self._stacked(id, measure)
        return self._read[key]

    def _stacked(self, id: str, measure: float) -> Note:
        reader = Reader(self.stack.reader.styles, own_mark=self.stack.reader.notes.get(id, ""))
        inside = Stack(reader, self.stack.rules, self.stack.rows_of, measure)
        inside.add(self.elements.get(id, ()))
        self.stack.reader.doubts |= reader.doubts
        return Note(inside.strips, inside.closing)


class Foot(Struct, frozen=True):
    """What stands at the foot of a page."""

    height: int = 0
    closing: int = 0
    rest: Sequence[Strip] = ()
    """The lines of the last footnote for which there was no room: they go on the next page."""

    def fits(self, room: int) -> bool:
        """Whether there is so much room."""
        return self.height <= room


def with_note(foot: Foot, note: Note) -> Foot:
    """The foot with another footnote as a whole."""
    return Foot(_begun(foot) + total(note.strips), note.closing)


def with_part(foot: Foot, note: Note, room: int) -> Foot | None:
    """The foot with as much of another footnote as there is room for; nothing where not even its head fits."""
    height = _begun(foot)
    count = fitting(note.strips, room - height)
    if count == 0:
        return None
    return Foot(height + total(note.strips[:count]), note.closing, note.strips[count:])


def _begun(foot: Foot) -> int:
    return foot.height + foot.closing if foot.height else _SEPARATOR


def notes_by_id(root: Element | None) -> dict[str, Element]:
    """The `w:footnote`s that hold words, not those that draw lines."""
    notes = root.iterchildren(qualified("w:footnote")) if root is not None else ()
    return {note.get(qualified("w:id"), ""): note for note in notes if note.get(qualified("w:type")) is None}
