"""Where things stand on a slide, and how large its letters are. In points; the layouts of `reference/` say the same."""

from __future__ import annotations

from msgspec import Struct


class Box(Struct, frozen=True):
    """A place on a slide."""

    left: float
    top: float
    width: float
    height: float


TITLE = Box(40, 24, 880, 72)
BODY = Box(40, 112, 880, 372)
"""The place of the words, and of what stands below them."""
FOOTER = Box(40, 502, 760, 22)
COVER_TITLE = Box(60, 120, 840, 120)
COVER_SUBTITLE = Box(60, 250, 840, 60)
COVER_ABOVE = Box(60, 50, 840, 50)
COVER_BELOW = Box(60, 326, 840, 160)

TITLE_SIZES = (28.0, 24.0, 20.0, 18.0, 16.0)
"""A title takes the largest that lets it fit."""
COVER_SIZES = (40.0, 34.0, 28.0, 24.0, 20.0)
SUBTITLE_SIZES = (24.0, 20.0, 18.0)
FOOTER_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0)
TEXT_SIZE = 24.0
"""That of the layouts."""
TEXT_SIZES = (TEXT_SIZE, 20.0)
FACT_SIZE = 16.0
ABOVE_SIZE = 20.0
FACT_STEP = 220.0
"""Where the explanation of a fact on the title slide begins."""
LEAST_TABLE_SIZE = 14.0
CAPTION_SIZE = 14.0
NOTE_SIZE = 12.0

STEP = 28.0
"""How far each list stands in."""
CELL_EDGE = 6.0
"""The room at the left and right of a cell's words; above and below it is two thirds of that."""
BELOW_WORDS = 10.0
"""Between the words and the table or picture below them."""
LEAST_PICTURE = 200.0
"""A picture that would be lower than this below the words of a slide stands on the next one."""

BLUE = "accent1"
ON_BLUE = "bg1"
"""Colours of the theme."""
