"""Tells what of a drawing nobody will be able to read: letters that are too small, or that no font has."""

from __future__ import annotations

from docgen.codes.outputs import DRAWING_TOO_SMALL, NO_LETTER_IN_DRAWING
from docgen.diagnostic import Findings
from docgen.figures.pictures import chart_size
from docgen.figures.registry import told
from docgen.source import Source
from docgen.tree.chart import Chart
from docgen.typesetting.fonts import unprintable

_LETTERS = 9.0
"""The size of most letters in a drawing, in points."""
_LEAST = 5.5
"""The smallest letters, in points, that a reader of a printed page can be asked to read."""


def report_small(chart: Chart, room: tuple[float, float], source: Source, findings: Findings) -> None:
    """Report a drawing whose letters are too small once it fits the room, which is given in points."""
    width, height = chart_size(chart)
    letters = _LETTERS * min(1.0, room[0] / width, room[1] / height)
    if letters < _LEAST:
        message = f"the drawing fits a page only with letters of '{letters:.0f}' points"
        help = "draw a part of it, or let a table say it; the web page shows it in full size"
        findings.add(DRAWING_TOO_SMALL.at(source, message, help))


def report_letters(chart: Chart, source: Source, findings: Findings) -> None:
    """Report what the letters of drawings cannot show: its number stands in its place. The words beside it have it."""
    missing = unprintable(told(chart).description)
    if missing:
        names = ", ".join(f"'U+{ord(character):04X}'" for character in missing)
        help = "write it in other words if the drawing is to be read"
        findings.add(NO_LETTER_IN_DRAWING.at(source, f"no font of drawings has the character {names}", help))
