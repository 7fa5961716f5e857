"""The lists of a Word file: how their levels are indented, and the numbers before their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.write.docx.layout.attributes import child, value, whole
from docgen.write.docx.layout.saying import Said, paragraph_said, run_said
from docgen.write.docx.xml import NAMESPACES, Element, qualified

_LEVELS = 9
_HIGHEST = 32_767
"""No list of Word's counts further."""


class Level(Struct, frozen=True):
    """A level of a list."""

    start: int
    format: str
    text: str
    """`%1.%2` stands for the numbers of the first two levels."""
    suffix: str
    style: str
    """The paragraph style that is bound to it."""
    element: Element | None = None

    @property
    def paragraph(self) -> Said:
        """What it says about its paragraphs."""
        return paragraph_said(child(self.element, _PPR))

    @property
    def run(self) -> Said:
        """What it says about its number or sign."""
        return run_said(child(self.element, _RPR))


class Lists(Struct):
    """All lists, and how far each has counted. A list is read when it is first met: a paper uses few of them."""

    instances: Mapping[str, Element]
    """The `w:num`s by their ids."""
    abstracts: Mapping[str, Element]
    """The `w:abstractNum`s by theirs."""
    _read: dict[str, tuple[str, list[Level]]] = field(default_factory=dict)
    _counters: dict[str, list[int]] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def _list(self, number: str) -> tuple[str, list[Level]]:
        """The levels of a `w:num`, none where there is no such, and the abstract list it shares its counter with."""
        if number not in self._read:
            self._read[number] = _list(self.instances.get(number), self.abstracts)
        return self._read[number]

    def level(self, number: str, level: int) -> Level | None:
        """A level of a list, if there is one."""
        levels = self._list(number)[1]
        return levels[level] if 0 <= level < len(levels) else None

    def said(self, number: str, level: int) -> Said:
        """What a level says about its paragraphs."""
        found = self.level(number, level)
        return found.paragraph if found else {}

    def level_of(self, number: str, style: str, default: int) -> int:
        """The level that is bound to a style."""
        levels = self._list(number)[1]
        return next((i for i, level in enumerate(levels) if level.style == style), default)

    def next_label(self, number: str, level: int) -> str:
        """The number or sign before the next paragraph of a level; counting goes on."""
        abstract, levels = self._list(number)
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
        return Lists({}, {})
    instances, abstracts = root.iterchildren(qualified("w:num")), root.iterchildren(qualified("w:abstractNum"))
    return Lists(
        {item.get(qualified("w:numId"), ""): item for item in instances},
        {item.get(qualified("w:abstractNumId"), ""): item for item in abstracts},
    )


def _list(instance: Element | None, abstracts: Mapping[str, Element]) -> tuple[str, list[Level]]:
    if instance is None:
        return "", []
    id = value(instance.find("w:abstractNumId", NAMESPACES))
    return id, _overridden(instance, _levels(abstracts[id]) if id in abstracts else [])


def _levels(abstract: Element) -> list[Level]:
    found = {whole(level.get(qualified("w:ilvl"))): _level(level) for level in abstract.findall("w:lvl", NAMESPACES)}
    return [found.get(i, _NO_LEVEL) for i in range(_LEVELS)]


_NO_LEVEL = Level(1, "none", "", "nothing", "")


def _level(level: Element) -> Level:
    said = {item.tag: item for item in reversed(level)}
    return Level(
        whole(value(said.get(_START)), 1),
        value(said.get(_FORMAT), "decimal"),
        value(said.get(_TEXT)),
        value(said.get(_SUFFIX), "tab"),
        value(said.get(_STYLE)),
        level,
    )


_START, _FORMAT, _TEXT, _SUFFIX, _STYLE, _PPR, _RPR = (
    qualified(f"w:{name}") for name in ("start", "numFmt", "lvlText", "suff", "pStyle", "pPr", "rPr")
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
