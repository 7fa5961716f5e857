"""Short paragraphs, which most cells of tables hold: their words fill no line, so that nothing has to be broken."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.write.docx.layout.formats import ParagraphFormat
from docgen.write.docx.layout.lines import Broken, Line, overhang
from docgen.write.docx.layout.pieces import Piece, Place, Words

_FEW = 100
"""More characters than these may fill a line; to measure them twice would take time."""


def short_line(pieces: Sequence[Piece], format: ParagraphFormat, measure: float) -> Broken | None:
    """The one line of such a paragraph; nothing where there is more to it."""
    room = measure - format.right - format.left - format.first
    texts: list[str] = []
    ascent = descent = 0
    for piece in pieces:
        if isinstance(piece, Words) and len(piece.text) < _FEW:
            texts.append(piece.text)
            room -= piece.font.measured(piece.text)
            ascent, descent = max(ascent, piece.font.ascent), max(descent, piece.font.descent)
        elif not isinstance(piece, Place):
            return None
    if room < 0 or not ascent:
        return None
    height = format.height(ascent, descent)
    places = [(0, piece.name) for piece in pieces if isinstance(piece, Place)]
    return Broken([Line(height, "".join(texts), [], overhang(format, height, ascent + descent))], places)
