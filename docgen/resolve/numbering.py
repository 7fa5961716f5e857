"""Numbers headings, tables and figures, and gives each heading its anchor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from docgen.tree.block import Figure, Heading, Table
from docgen.tree.document import Document, Numbering
from docgen.tree.walk import plain_text, rewrite, walk

_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True)
)

_NO_LEVEL = 7
"""Deeper than any heading."""


@dataclass(slots=True)
class Counters:
    """What has been counted so far in one document."""

    numbering: Numbering
    headings: list[int] = field(default_factory=lambda: [0] * 6)
    unnumbered: int = _NO_LEVEL
    """The level of the unnumbered heading that the text stands under."""
    tables: int = 0
    figures: int = 0
    reserved: frozenset[str] = frozenset()
    """The anchors that labels ask for: no heading without that label may take one of them."""
    anchors: set[str] = field(default_factory=set)
    following: dict[str, int] = field(default_factory=dict)
    """The last number that was put behind each anchor, so that a thousand headings of one name cost little."""

    def heading(self, heading: Heading) -> Heading:
        """The heading with its number and anchor. An unnumbered heading counts for nothing, nor do those below it."""
        if heading.level <= self.unnumbered:
            self.unnumbered = _NO_LEVEL if heading.numbered else heading.level
        is_numbered = self.unnumbered == _NO_LEVEL
        number = self._next_number(heading.level) if is_numbered else ""
        anchor = self.anchor(heading.label or plain_text(heading.content), is_label=bool(heading.label))
        return replace(heading, number=number, numbered=is_numbered, anchor=anchor)

    def _next_number(self, level: int) -> str:
        self.headings[level - 1] += 1
        self.headings[level:] = [0] * (6 - level)
        return NUMBERS[self.numbering](self.headings[:level])

    def anchor(self, words: str, is_label: bool) -> str:
        """A name of letters, digits and hyphens that no other heading has."""
        base = name = slug(words)
        while name in self.anchors or (name in self.reserved and not is_label):
            self.following[base] = self.following.get(base, 1) + 1
            name = f"{base}-{self.following[base]}"
        self.anchors.add(name)
        return name

    def table(self, table: Table) -> Table:
        """The table with its number; one without a caption has none, nor one that asks for none."""
        is_numbered = bool(table.caption) and table.numbered
        self.tables += is_numbered
        return replace(table, number=self.tables if is_numbered else 0)

    def figure(self, figure: Figure) -> Figure:
        """The figure with its number; one without a caption has none."""
        self.figures += 1 if figure.caption else 0
        return replace(figure, number=self.figures if figure.caption else 0)


def number_blocks(document: Document) -> Document:
    """The document with numbered headings, tables and figures."""
    labels = (node.label for node in walk(document) if isinstance(node, Heading | Table | Figure) and node.label)
    counters = Counters(document.properties.numbering, reserved=frozenset(slug(label) for label in labels))

    def change(node: object) -> object:
        match node:
            case Heading():
                return counters.heading(node)
            case Table():
                return counters.table(node)
            case Figure():
                return counters.figure(node)
            case _:
                return node

    return rewrite(document, change)


def slug(words: str) -> str:
    """Words as letters, digits and hyphens: `what-is-our-vision`."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "section"


def decimal(counts: list[int]) -> str:
    """`1.2.3`; a level that was left out counts as 0, as Word counts it."""
    return ".".join(str(count) for count in counts)


def lettered(counts: list[int]) -> str:
    """`B`, then `II`, then `c`; deeper levels have no number."""
    last = counts[-1]
    styles: tuple[Callable[[int], str], ...] = (letter, roman, lambda number: letter(number).lower())
    return styles[len(counts) - 1](last) if len(counts) <= len(styles) else ""


def letter(number: int) -> str:
    """`A` for 1, `Z` for 26, then `AA`, `BB` as Word goes on."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """`IV` for 4."""
    words = ""
    for value, sign in _ROMAN:
        words += sign * (number // value)
        number %= value
    return words


NUMBERS: dict[Numbering, Callable[[list[int]], str]] = {
    Numbering.NONE: lambda counts: "",
    Numbering.DECIMAL: decimal,
    Numbering.LETTERED: lettered,
}
"""How each numbering words the counts of the levels down to a heading's own."""
