"""The strips that pages are filled with: lines of text and rows of tables."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace


class Strip(Struct):
    """A piece of the flow that goes on one page as a whole, unless it is a row that splits. Heights are in twips."""

    height: int
    above: int = 0
    """The distance from the strip above."""
    first_above: int = 0
    """The distance from the head of a page that begins with this strip because it must.

    It holds at the head of the lower half of a split row, too: in LibreOffice even in the middle of a paragraph.
    """
    overhang: int = 0
    """How much of its height may be cut off at the foot of a page: the room between lines."""
    may_begin: bool = True
    """Whether a page may begin with it: not in the middle of what is kept together."""
    must_begin: bool = False
    notes: Sequence[str] = ()
    """The footnotes mentioned in it."""
    places: Sequence[str] = ()
    """The bookmarks that begin in it."""
    text: str = ""
    head: Head | None = None
    """What is repeated above it where a page begins with it."""
    row: Row | None = None
    """The row that it is."""


class Head(Struct, frozen=True):
    """The header rows of a table."""

    height: int


class Row(Struct):
    """A row that may be split between pages: what stands in its cells."""

    cells: list[list[Strip]]
    around: int
    """The room that margins and borders take above and below the cells' words."""
    closing: list[int]
    """The room below the last line of each cell."""
    splits: bool
    """Whether it may be split, though it would fit on a page."""


class Halves(Struct, frozen=True):
    """A row that has been split."""

    upper: Strip
    lower: Strip


def total(strips: Sequence[Strip]) -> int:
    """How high strips are that stand below one another."""
    return sum(strip.above + strip.height for strip in strips)


def split(strip: Strip, room: int) -> Halves | None:
    """The row in two, the upper one not higher than the room; nothing where no sensible half fits."""
    row = strip.row
    if row is None:
        return None
    counts = [fitting(cell, room - row.around) for cell in row.cells]
    if any(count == 0 and cell for count, cell in zip(counts, row.cells, strict=True)):
        return None
    if all(count == len(cell) for count, cell in zip(counts, row.cells, strict=True)):
        return None
    upper = [cell[:count] for cell, count in zip(row.cells, counts, strict=True)]
    lower = [cell[count:] for cell, count in zip(row.cells, counts, strict=True)]
    return Halves(_half(strip, upper, room), _half(strip, lower, 0))


def fitting(cell: Sequence[Strip], room: int) -> int:
    """How many strips of a cell or a footnote fit, ending where a page may end."""
    last = height = 0
    for i, strip in enumerate(cell):
        if strip.may_begin:
            last = i
        height += strip.above + strip.height
        if height > room:
            return last
    return len(cell)


def _half(whole: Strip, cells: list[list[Strip]], room: int) -> Strip:
    assert whole.row is not None
    for cell in cells:
        if cell and not room:
            cell[0].above = cell[0].first_above
    row = replace(whole.row, cells=cells)
    height = max(height_of(row), room)
    return Strip(
        height,
        above=whole.above if room else 0,
        may_begin=whole.may_begin or not room,
        notes=[note for cell in cells for strip in cell for note in strip.notes],
        places=[place for cell in cells for strip in cell for place in strip.places],
        head=whole.head,
        row=row,
    )


def height_of(row: Row) -> int:
    """How high a row is: as its highest cell."""
    heights = [total(cell) + closing for cell, closing in zip(row.cells, row.closing, strict=True)]
    return max(heights, default=0) + row.around
