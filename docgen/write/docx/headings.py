"""Counts headings as Word will count them, and lets Word number only what it will number as the tree does."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.tree.block import Heading
from docgen.tree.document import Numbering
from docgen.write.docx.house.order import child_of, paragraph_properties
from docgen.write.docx.package import Package
from docgen.write.docx.xml import NAMESPACES, Element, qualified

SCHEMES = {Numbering.DECIMAL: 1, Numbering.LETTERED: 2}
"""The `w:abstractNumId`, and the `w:numId`, of each way to number headings in `numbering.xml`."""
_DEPTHS = {Numbering.NONE: 0, Numbering.DECIMAL: 6, Numbering.LETTERED: 3}
_THOUSANDS_TO_TENS = {"M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10}
_ROMAN = {**_THOUSANDS_TO_TENS, "IX": 9, "V": 5, "IV": 4, "I": 1}


@dataclass(slots=True)
class HeadingCounter:
    """How many headings of each level Word has counted so far."""

    scheme: Numbering
    counts: list[int] = field(default_factory=lambda: [0] * 6)

    def follows(self, heading: Heading) -> bool:
        """Whether the heading bears the number that Word will give it; if so, it is counted."""
        if not heading.number or heading.number != self._next(heading.level):
            return False
        self.counts[heading.level - 1] += 1
        self.counts[heading.level :] = [0] * (6 - heading.level)
        return True

    def numbers(self, level: int) -> bool:
        """Whether Word numbers headings of this level, unless told otherwise."""
        return level <= _DEPTHS[self.scheme]

    def _next(self, level: int) -> str:
        """Empty where Word has no number to give, or might give any: below a level that was left out."""
        above = self.counts[: level - 1]
        if not self.numbers(level) or not all(above):
            return ""
        count = self.counts[level - 1] + 1
        if self.scheme is Numbering.DECIMAL:
            return ".".join(str(number) for number in (*above, count))
        return (_letters(count), _roman(count), _letters(count).lower())[level - 1]


def bind_headings(scheme: Numbering, package: Package) -> None:
    """Bind the headings' styles to the multilevel list of the scheme, and remove the others' lists."""
    for numbering, id in SCHEMES.items():
        if numbering is scheme:
            _bind_styles(id, package.styles)
        else:
            _remove_list(id, package.numbering)


def _bind_styles(id: int, styles: Element) -> None:
    for level in range(6):
        style = styles.find(f"w:style[@w:styleId='Heading{level + 1}']", NAMESPACES)
        if style is None:
            continue
        numbering = child_of(paragraph_properties(style), "numPr")
        for name, value in (("w:ilvl", level), ("w:numId", id)):
            numbering.append(numbering.makeelement(qualified(name), {qualified("w:val"): str(value)}))


def _remove_list(id: int, numbering: Element) -> None:
    for path in (f"w:abstractNum[@w:abstractNumId='{id}']", f"w:num[@w:numId='{id}']"):
        for found in numbering.findall(path, NAMESPACES):
            numbering.remove(found)


def _letters(count: int) -> str:
    """A to Z, then AA, BB: Word repeats the letter."""
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    written = ""
    for letters, value in _ROMAN.items():
        written += letters * (count // value)
        count %= value
    return written
