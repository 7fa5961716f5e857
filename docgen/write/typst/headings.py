"""Writes headings: the number hangs in front of the words, as in Word."""

from __future__ import annotations

from docgen.tree.block import Heading
from docgen.typesetting.code import joined, points
from docgen.write.docx.heading_lists import room_of_number
from docgen.write.docx.headings import style_of
from docgen.write.docx.layout.faces import face
from docgen.write.typst.inlines import line
from docgen.write.typst.program import Place, Program, titled

_DEEPEST = 6
"""PDF knows headings down to this level."""
_SPACE = 0.25
"""What must be left between the number and the words, as a share of the size."""


def write_heading(heading: Heading, place: Place, program: Program) -> str:
    """One level below the title. PDF/UA allows no level to be left out: such a heading moves up."""
    program.level = min(heading.level + 1, program.level + 1, _DEEPEST)
    style = style_of(heading)
    program.styles.setdefault(style)
    words = line(heading.content, place, program)
    if not heading.number:
        return titled(style, program.level, words, heading.anchor)
    printed = program.document.properties.printed_number(heading.number)
    number = f'{program.words(printed, heading.source)}; " "'
    room = room_of_number(style, program.package) / 20
    if _width(printed, style, program) > room:
        return titled(style, program.level, joined([number, words]), heading.anchor)
    hung = f"box(width: {points(room)}, {joined([number])})"
    return titled(style, program.level, joined([hung, words]), heading.anchor, room)


def _width(number: str, style: str, program: Program) -> float:
    """What a number takes, with a space, in points."""
    look = program.looks.look(style)
    letters = face("Arial", look.bold, look.italic)
    return (sum(map(letters.width, number)) + _SPACE) * look.size
