"""The pages of sections: how large they are, and which part of them the text has."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from docgen.write.docx.layout.attributes import length, switch, value, whole
from docgen.write.docx.layout.stack import Stack
from docgen.write.docx.layout.strips import total
from docgen.write.docx.xml import NAMESPACES, Element, qualified

_ID = qualified("r:id")
_TYPE = qualified("w:type")


class Sheet(Struct, frozen=True):
    """The room for text on a page. Twips from its head."""

    top: int
    bottom: int


class Section(Struct, frozen=True):
    """Pages that are all alike, but perhaps for the first."""

    measure: int
    first: Sheet
    """The first page, which may have a header and footer of its own."""
    other: Sheet
    even: Sheet
    """Pages of even number, where their headers and footers differ."""
    begins_page: bool
    """Whether it begins on a new page."""
    parity: int | None
    """0 or 1: it begins on a page of an even or odd number."""
    start: int | None
    """The number of its first page, where it does not count on."""


class _Frame(Struct, frozen=True):
    """What the sheets of a section are made from."""

    properties: Element
    parts: Mapping[str, Element]
    stack: Stack
    measure: int
    height: int

    def sheet(self, kind: str) -> Sheet:
        margins = self.properties.find("w:pgMar", NAMESPACES)
        head, foot = self._edge_height("headerReference", kind), self._edge_height("footerReference", kind)
        top, bottom = length(margins, "top", 1440), length(margins, "bottom", 1440)
        needed_above = length(margins, "header", 720) + head if head else 0
        needed_below = length(margins, "footer", 720) + foot if foot else 0
        return Sheet(_edge(top, needed_above), self.height - _edge(bottom, needed_below))

    def _edge_height(self, name: str, kind: str) -> int:
        """How high a header or footer is."""
        for reference in self.properties.findall(f"w:{name}", NAMESPACES):
            part = self.parts.get(reference.get(_ID, ""))
            if reference.get(_TYPE, "default") == kind and part is not None:
                inside = Stack(self.stack.reader, self.stack.rules, self.stack.rows_of, self.measure)
                inside.add(part)
                return total(inside.strips) + inside.closing
        return 0


def section_of(properties: Element, parts: Mapping[str, Element], stack: Stack) -> Section:
    """The section of a `w:sectPr`. `parts` holds the headers and footers by their relationship; `stack` makes more."""
    size, margins = properties.find("w:pgSz", NAMESPACES), properties.find("w:pgMar", NAMESPACES)
    beside = length(margins, "left", 1440) + length(margins, "right", 1440) + length(margins, "gutter")
    frame = _Frame(properties, parts, stack, length(size, "w", 12240) - beside, length(size, "h", 15840))
    titled = properties.find("w:titlePg", NAMESPACES)
    begins = value(properties.find("w:type", NAMESPACES), "nextPage")
    numbers = properties.find("w:pgNumType", NAMESPACES)
    start = numbers.get(qualified("w:start")) if numbers is not None else None
    return Section(
        frame.measure,
        frame.sheet("first" if titled is not None and switch(titled) else "default"),
        frame.sheet("default"),
        frame.sheet("even" if stack.rules.parts_even_pages else "default"),
        begins != "continuous",
        _PARITIES.get(begins),
        whole(start) if start else None,
    )


_PARITIES = {"evenPage": 0, "oddPage": 1}


def _edge(margin: int, needed: int) -> int:
    """Where the text begins: a high header pushes it away, unless the margin is given as exact by its minus."""
    return max(margin, needed) if margin >= 0 else -margin
