"""Counts headings and numbered paragraphs as Word will: it numbers only what it will number as the tree does."""

from __future__ import annotations

from msgspec import Struct, field

from docgen.tree.block import Heading, Paragraph
from docgen.tree.document import AppendixNumbering, Numbering, Properties

APPENDIX = "Appendix "
"""What stands before the number of an appendix."""
_DEPTHS = {Numbering.NONE: 0, Numbering.DECIMAL: 6, Numbering.LETTERED: 3}
_DEEPEST = 6
_THOUSANDS_TO_TENS = {"M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10}
_ROMAN = {**_THOUSANDS_TO_TENS, "IX": 9, "V": 5, "IV": 4, "I": 1}


def style_of(heading: Heading) -> str:
    """The style of a heading; those in an appendix have their own where they have a number."""
    stem = "AppendixHeading" if heading.appendix and heading.number else "Heading"
    return f"{stem}{heading.level}"


def depth_of(said: Properties, appendix: bool) -> int:
    """How many levels of headings Word numbers, in the text or in its appendices."""
    if appendix and said.numbering is Numbering.NONE:
        return 1
    depth = _DEEPEST if appendix else _DEPTHS[said.numbering]
    return min(depth, 1) if said.numbers_paragraphs else depth


class HeadingCounter(Struct):
    """How many headings of each level Word has counted so far."""

    said: Properties
    counts: list[int] = field(default_factory=lambda: [0] * 6)
    """Where paragraphs are numbered, the second is theirs."""
    appendices: list[int] = field(default_factory=lambda: [0] * 6)
    in_appendix: bool = False

    def follows(self, heading: Heading) -> bool:
        """Whether the heading bears the number that Word will give it; if so, it is counted."""
        if not heading.number or heading.number != self._next(heading.level, heading.appendix):
            return False
        self.in_appendix = heading.appendix
        self._count(heading.level)
        return True

    def follows_in(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph bears the number that Word will give it in its section; if so, it is counted."""
        counts = self._counts(self.in_appendix)
        if not self.said.numbers_paragraphs or not counts[0]:
            return False
        if paragraph.number != f"{self._mark(counts[0], self.in_appendix)}.{counts[1] + 1}":
            return False
        self._count(2)
        return True

    def numbers(self, heading: Heading) -> bool:
        """Whether Word numbers headings of this level and style, unless told otherwise."""
        return heading.level <= depth_of(self.said, appendix=heading.appendix and bool(heading.number))

    def _counts(self, appendix: bool) -> list[int]:
        return self.appendices if appendix else self.counts

    def _count(self, level: int) -> None:
        counts = self._counts(self.in_appendix)
        counts[level - 1] += 1
        counts[level:] = [0] * (6 - level)

    def _next(self, level: int, appendix: bool) -> str:
        """Empty where Word has no number to give, or might give any: below a level that was left out."""
        counts = self._counts(appendix)
        above, count = counts[: level - 1], counts[level - 1] + 1
        if level > depth_of(self.said, appendix) or not all(above):
            return ""
        if appendix and level == 1:
            return APPENDIX + self._mark(count, appendix).removeprefix(self._prefix())
        if appendix or self.said.numbering is Numbering.DECIMAL:
            first, *others = [*above, count]
            return ".".join([self._mark(first, appendix), *map(str, others)])
        return (_letters(count), _roman(count), _letters(count).lower())[level - 1]

    def _mark(self, count: int, appendix: bool) -> str:
        """What the numbers in a section begin with: `3`, or `C`; in an appendix `A`, or `A1`."""
        if appendix and self.said.appendices is AppendixNumbering.NUMBERED:
            return f"{self._prefix()}{count}"
        lettered = appendix or self.said.numbering is Numbering.LETTERED
        return _letters(count) if lettered else str(count)

    def _prefix(self) -> str:
        return APPENDIX[0] if self.said.appendices is AppendixNumbering.NUMBERED else ""


def _letters(count: int) -> str:
    """A to Z, then AA, BB: Word repeats the letter."""
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    written = ""
    for letters, value in _ROMAN.items():
        written += letters * (count // value)
        count %= value
    return written
