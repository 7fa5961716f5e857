"""Gives every numbered list a number of its own, so that each begins anew."""

from __future__ import annotations

from msgspec import Struct, field

from docgen.write.docx.xml import Element, Xml, joined, parsed, qualified, w

FIRST = 100
"""The ids of lists begin here, or behind those of the house's lists."""


def first_free(numbering: Element) -> int:
    """The first `w:numId` that a document may use for a list of its own."""
    used = [int(num.get(qualified("w:numId"), "0")) for num in numbering.findall(qualified("w:num"))]
    return max(FIRST, *(id + 1 for id in used))


class NumberedLists(Struct):
    """The numbered lists of a document."""

    first: int = FIRST
    """The id of the first."""
    written: list[Xml] = field(default_factory=list)

    def begin(self, abstract: int, level: int, start: int) -> str:
        """The `w:numId` of a new list that stands on a level (from 0) and begins at `start`."""
        id = str(self.first + len(self.written))
        override = w("lvlOverride", w("startOverride", val=str(start)), ilvl=str(level))
        self.written.append(w("num", w("abstractNumId", val=str(abstract)), override, numId=id))
        return id

    def add_to(self, numbering: Element) -> None:
        """Put the lists into the part that defines them, after its own."""
        last = numbering.findall(qualified("w:num"))[-1]
        for element in reversed(parsed(joined(self.written))):
            last.addnext(element)
