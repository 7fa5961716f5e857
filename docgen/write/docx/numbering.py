"""Gives every numbered list a number of its own, so that each begins anew."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.write.docx.xml import Element, Xml, joined, parsed, qualified, w

_FIRST = 100
"""The ids of lists begin here; those of the reference document are smaller."""


@dataclass(slots=True)
class NumberedLists:
    """The numbered lists of a document."""

    written: list[Xml] = field(default_factory=list)

    def begin(self, abstract: int, level: int, start: int) -> str:
        """The `w:numId` of a new list that stands on a level (from 0) and begins at `start`."""
        id = str(_FIRST + len(self.written))
        override = w("lvlOverride", w("startOverride", val=str(start)), ilvl=str(level))
        self.written.append(w("num", w("abstractNumId", val=str(abstract)), override, numId=id))
        return id

    def add_to(self, numbering: Element) -> None:
        """Put the lists into the part that defines them, after its own."""
        last = numbering.findall(qualified("w:num"))[-1]
        for element in reversed(parsed(joined(self.written))):
            last.addnext(element)
