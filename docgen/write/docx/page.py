"""The room for text on a page."""

from __future__ import annotations

from msgspec import Struct

from docgen.write.docx.xml import Element, qualified

_A4 = (9412, 13776)
"""The room on the built-in reference document's page, for a section that does not tell its size."""


class Page(Struct, frozen=True):
    """The room for text on a page, in twips."""

    measure: int
    height: int


def page_of(section: Element, landscape: bool) -> Page:
    """The page of a section, or the same page turned."""
    size, margins = section.find(qualified("w:pgSz")), section.find(qualified("w:pgMar"))
    if size is None or margins is None:
        return Page(*_A4)
    width, height = number_of(size, "w"), number_of(size, "h")
    if landscape:
        width, height = max(width, height), min(width, height)
    beside = number_of(margins, "left") + number_of(margins, "right") + number_of(margins, "gutter")
    # A negative margin is one that headers do not push down.
    return Page(width - beside, height - abs(number_of(margins, "top")) - abs(number_of(margins, "bottom")))


def number_of(element: Element, name: str) -> int:
    """The number that an attribute tells; 0 where it is missing."""
    return int(element.get(qualified(f"w:{name}"), "0"))
