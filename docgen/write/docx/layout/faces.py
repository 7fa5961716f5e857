"""The measures of fonts: how wide each character is, and how high a line.

The files in `faces/` were read from free fonts that have the widths of Word's usual ones (`tests/font_widths.py`):
Liberation and Carlito, under the SIL Open Font License 1.1, and Caladea, under the Apache License 2.0.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from itertools import repeat

from msgspec import Struct

_STAND_INS = {
    "arial": "LiberationSans",
    "helvetica": "LiberationSans",
    "liberation sans": "LiberationSans",
    "times new roman": "LiberationSerif",
    "times": "LiberationSerif",
    "liberation serif": "LiberationSerif",
    "courier new": "LiberationMono",
    "courier": "LiberationMono",
    "liberation mono": "LiberationMono",
    "calibri": "Carlito",
    "carlito": "Carlito",
    "cambria": "Caladea",
    "caladea": "Caladea",
}
"""The font whose measures are known, by the name that a document gives, in lower case."""
_SHAPES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
_WITHOUT_WIDTH = {"Mn", "Me", "Cf", "Cc"}
_USUAL_WIDTH = 0.556
"""The share of the font's size that a character of unknown width is taken to need: a letter's in Arial."""


class Face(Struct, frozen=True):
    """A font in one of its four shapes. All measures are shares of its size."""

    ascent: float
    descent: float
    leading: float
    """The room between two lines."""
    widths: dict[str, float]

    def width(self, character: str) -> float:
        """The width of a character, also of one that the font lacks and another one must lend."""
        known = self.widths.get(character)
        return _lent_width(character) if known is None else known


def is_known(family: str) -> bool:
    """Whether the measures of a font are known."""
    return family.lower() in _STAND_INS


@cache
def face(family: str, bold: bool, italic: bool) -> Face:
    """The face of a font. An unknown one is measured as Arial: the layout tells that it is unknown."""
    stand_in = _STAND_INS.get(family.lower(), "LiberationSans")
    text = (files("docgen.write.docx.layout") / "faces" / f"{stand_in}-{_SHAPES[bold, italic]}.txt").read_text("utf-8")
    read = _read(text)
    ascent, descent, leading = _OWN_HEIGHTS.get(family.lower(), (read.ascent, read.descent, read.leading))
    return Face(ascent, descent, leading, read.widths)


_OWN_HEIGHTS = {"cambria": (1946 / 2048, 455 / 2048, 0.0)}
"""Caladea is as wide as Cambria, but its lines are lower: LibreOffice shows such a paper on fewer pages than Word."""


def _lent_width(character: str) -> float:
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0.0
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else _USUAL_WIDTH


def _read(text: str) -> Face:
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    named = {name: [int(value) for value in values] for name, *values in lines[:4]}
    units = named["units"][0]
    ascent, descent, leading = _heights(named)
    widths: dict[str, float] = {}
    for first, *runs in lines[4:]:
        _add_widths(widths, int(first, 16), runs, units)
    return Face(ascent / units, descent / units, leading / units, widths)


def _heights(named: dict[str, list[int]]) -> tuple[int, int, int]:
    """LibreOffice's choice. Word takes `win`, and as much room between lines as makes up the whole of `hhea`."""
    ascent, descent, leading = named["hhea"]
    *typographic, preferred = named["typo"]
    return (typographic[0], typographic[1], typographic[2]) if preferred else (ascent, descent, leading)


def _add_widths(widths: dict[str, float], code: int, runs: list[str], units: int) -> None:
    """`569 1139*3`: a width, and how many characters in a row have it."""
    for run in runs:
        width, _, count = run.partition("*")
        end = code + int(count or 1)
        widths.update(zip(map(chr, range(code, end)), repeat(int(width) / units)))
        code = end
