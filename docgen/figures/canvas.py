"""What all charts have in common: their width, their letters, and the functions of `drawing.typ`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from docgen.typesetting.breaking import broken
from docgen.typesetting.code import array, literal
from docgen.typesetting.fonts import FAMILIES, replaced

WIDTH = 470.0
"""In points: the measure of an upright A4 page with docgen's own margins. `drawing.typ` knows it too."""

LETTERS = f'font: {array([literal(family) for family in FAMILIES])}, fallback: false, hyphenate: false, lang: "en"'


DRAWN = 464.0
"""The width without the margin for lines along the edge; `drawing.typ` knows it too."""
_LONG_WORD = 16
"""A word of more letters may break anywhere, so that it does not run out of its box."""


def words(text: str, most: int = 0) -> str:
    """Words in a drawing, as an expression on one line. Those of more than `most` letters may end a line anywhere."""
    longest = min(most or _LONG_WORD, _LONG_WORD)
    said = broken(replaced(text.replace("\n", " ")), lambda word: len(word) > longest, "box()")
    return said[0] if len(said) == 1 else f"{{ {'; '.join(said)} }}" if said else literal("")


def page(drawing: str) -> str:
    """A whole program: the drawing on a page of its own size."""
    settings = f"#set page(width: auto, height: auto, margin: 0pt)\n#set text({LETTERS}, size: 9pt)"
    return f"{settings}\n{definitions()}\n#{drawing}\n"


@cache
def definitions() -> str:
    """The functions that drawings call."""
    return files("docgen.figures").joinpath("drawing.typ").read_text(encoding="utf-8").rstrip("\n")
