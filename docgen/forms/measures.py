"""How much room a place in a form has."""

from __future__ import annotations

from msgspec import Struct

from docgen.write.docx.house.measures import number
from docgen.write.docx.xml import Element, qualified

_CELL_MARGINS = 216
_MEASURE, _HEIGHT = 9026, 13958
"""Of an A4 page with margins of an inch, in twips: for a form that does not say."""
_W = qualified("w:w")


class Page(Struct, frozen=True):
    """The text on the pages of a form, in twips."""

    measure: int
    height: int


def page_of(root: Element) -> Page:
    """The pages of a form's last section; A4 where it says nothing."""
    section = next(reversed(list(root.iter(qualified("w:sectPr")))), None)
    return Page(
        _room(section, "w:w", ("left", "right"), _MEASURE),
        _room(section, "w:h", ("top", "bottom"), _HEIGHT),
    )


def measure_at(element: Element, page: Page) -> int:
    """The width of the text around an element, in twips."""
    cell = next(element.iterancestors(qualified("w:tc")), None)
    width = cell.find(f"{qualified('w:tcPr')}/{qualified('w:tcW')}") if cell is not None else None
    if width is not None and width.get(qualified("w:type"), "dxa") == "dxa":
        return max(number(width.get(_W, ""), page.measure) - _CELL_MARGINS, _CELL_MARGINS)
    return page.measure


def _room(section: Element | None, side: str, margins: tuple[str, str], default: int) -> int:
    """What the margins leave of a side of the page."""
    size = section.find(qualified("w:pgSz")) if section is not None else None
    around = section.find(qualified("w:pgMar")) if section is not None else None
    if size is None or around is None:
        return default
    taken = sum(number(around.get(qualified(f"w:{name}"), ""), 0) for name in margins)
    room = number(size.get(qualified(side), ""), 0) - taken
    return room if room > 0 else default
