"""Fonts at their size: the width of words, remembered, and the height of lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import floor

from docgen.write.docx.layout.faces import Face, face

_SMALLER_CAPITALS = 0.8
"""The size of small capitals. Word and LibreOffice agree."""
_REMEMBERED = 10_000
"""How many words a font knows the width of, at most: a process that stays meets ever new ones."""


class Font:
    """A face at a size; sizes and widths are in twips."""

    __slots__ = ("_face", "_size", "_small", "_spacing", "ascent", "descent", "height", "widths")

    def __init__(self, face: Face, size: float, spacing: float, small: bool) -> None:
        self._face = face
        self._size = size
        self._spacing = spacing
        self._small = small
        self.height = _rounded((face.ascent + face.descent) * size) + _rounded(face.leading * size)
        """The height of a line in single spacing."""
        self.ascent = _rounded(face.ascent * size)
        """How far the line reaches above its words' base."""
        self.descent = self.height - self.ascent
        self.widths: dict[str, float] = {}
        """The words measured so far."""

    @property
    def letters(self) -> Mapping[str, float]:
        """The letters that the font has itself, with their widths."""
        return self._face.widths

    def width(self, text: str) -> float:
        """How wide the text is."""
        known = self.widths.get(text)
        if known is None:
            if len(self.widths) >= _REMEMBERED:
                self.widths.clear()
            known = self.widths[text] = self.measured(text)
        return known

    def measured(self, text: str) -> float:
        """How wide a text is that will not be met again."""
        known = self._face.widths
        try:
            shares = sum(map(known.__getitem__, text)) if not self._small else self._small_shares(text)
        except KeyError:
            shares = sum(map(self._face.width, text))
        return shares * self._size + self._spacing * len(text)

    def _small_shares(self, text: str) -> float:
        return sum([self._face.width(letter.upper()[:1]) * _size_of_capital(letter) for letter in text])


def _size_of_capital(letter: str) -> float:
    return _SMALLER_CAPITALS if letter.islower() else 1.0


def _rounded(value: float) -> int:
    return floor(value + 0.5)


@cache
def font(family: str, bold: bool, italic: bool, size: float, spacing: float = 0, small: bool = False) -> Font:
    """The font of that family and shape. Asked for twice, it is the same one, which knows its words."""
    return Font(face(family, bold, italic), size, spacing, small)
