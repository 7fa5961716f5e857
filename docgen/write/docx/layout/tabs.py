"""Finds the tab stop that a tab leads to."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from docgen.write.docx.layout.fonts import Font
from docgen.write.docx.layout.formats import ParagraphFormat, TabStop
from docgen.write.docx.layout.pieces import Box, LineEnd, NoteMark, Piece, Tab, Words

_SET_BACK = {"right": 1.0, "end": 1.0, "decimal": 1.0, "center": 0.5}
"""The share of the words behind a tab that stands before its stop."""


def next_stop(format: ParagraphFormat, x: float, default: int, behind_label: bool = False) -> TabStop:
    """The first tab stop behind a place. The indent of a hanging paragraph is one too."""
    stops = [stop for stop in format.tabs if stop.position > x]
    hangs = format.first < 0 and format.left > x
    if hangs and (behind_label or not stops or stops[0].position > format.left):
        return TabStop(format.left)
    return stops[0] if stops else TabStop((int(x) // default + 1) * default)


class Label(Struct, frozen=True):
    """The number or sign before the first line of a paragraph in a list."""

    end: float
    """Where the words behind it begin."""
    font: Font


def label(format: ParagraphFormat, text: str, font: Font, suffix: str, default: int) -> Label:
    """The number or sign of that text; `suffix` is what parts it from the words."""
    x = format.left + format.first + font.width(text)
    if suffix == "tab":
        return Label(next_stop(format, x, default, behind_label=True).position, font)
    return Label(x + font.width(" ") if suffix == "space" else x, font)


def set_back(stop: TabStop, following: Sequence[Piece]) -> float:
    """How far before the stop the words behind a tab begin."""
    share = _SET_BACK.get(stop.kind, 0.0)
    return share * _width_until_tab(following) if share else 0.0


def _width_until_tab(pieces: Sequence[Piece]) -> float:
    width = 0.0
    for piece in pieces:
        if isinstance(piece, Tab | LineEnd):
            break
        width += _width(piece)
    return width


def _width(piece: Piece) -> float:
    if isinstance(piece, Words | NoteMark):
        return piece.font.width(piece.text)
    return piece.width if isinstance(piece, Box) else 0.0
