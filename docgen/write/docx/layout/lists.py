"""The lists of a Word file: how their levels are indented, and the numbers before their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from docgen.write.docx.layout.attributes import value, whole
from docgen.write.docx.layout.saying import Said, paragraph_said, run_said
from docgen.write.docx.xml import NAMESPACES, Element, qualified

_LEVELS = 9
_HIGHEST = 32_767
"""No list of Word's counts further."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list."""

    start: int
    format: str
    text: str
    """`%1.%2` stands for the numbers of the first two levels."""
    suffix: str
    style: str
    """The paragraph style that is bound to it."""
    paragraph: Said
    run: Said
    """What it says about its number or sign."""


@dataclass(slots=True)
class Lists:
    """All lists, and how far each has counted."""

    numbers: Mapping[str, tuple[str, list[Level]]]
    """The levels of each `w:num`, and the abstract list it shares its counter with."""
    _counters: dict[str, list[int]] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def level(self, number: str, level: int) -> Level | None:
        """A level of a list, if there is one."""
        levels = self.numbers.get(number, ("", []))[1]
        return levels[level] if 0 <= level < len(levels) else None

    def said(self, number: str, level: int) -> Said:
        """What a level says about its paragraphs."""
        found = self.level(number, level)
        return found.paragraph if found else {}

    def level_of(self, number: str, style: str, default: int) -> int:
        """The level that is bound to a style."""
        levels = self.numbers.get(number, ("", []))[1]
        return next((i for i, level in enumerate(levels) if level.style == style), default)

    def next_label(self, number: str, level: int) -> str:
        """The number or sign before the next paragraph of a level; counting goes on."""
        abstract, levels = self.numbers[number]
        counts = self._counters.setdefault(abstract, [0] * _LEVELS)
        if number not in self._seen:
            self._seen.add(number)
            self._begin(number, counts, levels)
        counts[level] += 1
        for deeper in range(level + 1, len(levels)):
            counts[deeper] = levels[deeper].start - 1
        return _label(levels, level, counts)

    def _begin(self, number: str, counts: list[int], levels: list[Level]) -> None:
        """A new list goes on counting where another of the same kind stopped, unless it says where it starts."""
        fresh = not any(counts)
        for i, level in enumerate(levels):
            if fresh or level.style == _OVERRIDDEN:
                counts[i] = level.start - 1


_OVERRIDDEN = "\0"


def read_lists(root: Element | None) -> Lists:
    """The lists of a `w:numbering`."""
    if root is None:
        return Lists({})
    abstracts = {item.get(qualified("w:abstractNumId"), ""): item for item in root.findall("w:abstractNum", NAMESPACES)}
    read = {id: _levels(item) for id, item in abstracts.items()}
    numbers = {}
    for item in root.findall("w:num", NAMESPACES):
        id = value(item.find("w:abstractNumId", NAMESPACES))
        numbers[item.get(qualified("w:numId"), "")] = (id, _overridden(item, read.get(id, [])))
    return Lists(numbers)


def _levels(abstract: Element) -> list[Level]:
    found = {whole(level.get(qualified("w:ilvl"))): _level(level) for level in abstract.findall("w:lvl", NAMESPACES)}
    return [found.get(i, _NO_LEVEL) for i in range(_LEVELS)]


_NO_LEVEL = Level(1, "none", "", "nothing", "", {}, {})


def _level(level: Element) -> Level:
    return Level(
        whole(value(level.find("w:start", NAMESPACES)), 1),
        value(level.find("w:numFmt", NAMESPACES), "decimal"),
        value(level.find("w:lvlText", NAMESPACES)),
        value(level.find("w:suff", NAMESPACES), "tab"),
        value(level.find("w:pStyle", NAMESPACES)),
        paragraph_said(level.find("w:pPr", NAMESPACES)),
        run_said(level.find("w:rPr", NAMESPACES)),
    )


def _overridden(number: Element, levels: list[Level]) -> list[Level]:
    """The levels with what a `w:num` says otherwise."""
    levels = list(levels)
    for override in number.findall("w:lvlOverride", NAMESPACES):
        i = whole(override.get(qualified("w:ilvl")))
        start, own = override.find("w:startOverride", NAMESPACES), override.find("w:lvl", NAMESPACES)
        if 0 <= i < len(levels):
            level = _level(own) if own is not None else levels[i]
            first = level.start if start is None else whole(value(start), 1)
            levels[i] = replace(level, start=first, style=_OVERRIDDEN)
    return levels


def _label(levels: list[Level], level: int, counts: list[int]) -> str:
    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        return _WRITTEN.get(levels[place].format, str)(min(max(counts[place], 0), _HIGHEST))

    return re.sub("%([1-9])", number, levels[level].text)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def _roman(number: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        written += sign * count
    return written


_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)
)
_WRITTEN: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda number: "",
}
