"""Measures words: the lines that they take in a width, and how to part them where a slide ends. In points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.write.docx.layout.fonts import Font, font
from docgen.write.pptx.words import Look, Run, Runs, Words

_TWIPS = 20
"""In a point: fonts are measured in twips."""
_SAFETY = 1.03
"""Programs break lines a little earlier or later than each other; a line is taken to be that much longer."""
_LINE = 1.03
"""As to the height of lines."""
_TOKEN = re.compile(r"\n|[^\s]+[^\S\n]*|[^\S\n]+")


class _Unit(Struct, frozen=True):
    """Words that stand on one line together, with the space behind them."""

    runs: Runs
    width: float
    """Without the space at the end."""
    whole: float
    begins_line: bool = False
    """Whether it is the beginning of a word that takes more than a line."""

    @property
    def ends_line(self) -> bool:
        """Whether a new line begins behind it."""
        return self.runs[-1].words.endswith("\n")


def height_of(words: Sequence[Words], width: float) -> float:
    """How high paragraphs are, one below the other, with the room above each."""
    return sum(height(paragraph, width) for paragraph in words)


def height(words: Words, width: float) -> float:
    """How high a paragraph is, with the room above it."""
    return words.manner.before + len(lines(words, width)) * line_height(words.manner.size)


def line_height(size: float) -> float:
    """How high a line is."""
    return _font(Look(), size).height / _TWIPS * _LINE


def lines(words: Words, width: float) -> list[Runs]:
    """The lines of a paragraph: together they are its runs."""
    room = max(width - words.manner.left, words.manner.size)
    return list(_broken(_units(words.runs, words.manner.size, room), room)) or [()]


def parted(words: Words, width: float, room: float) -> tuple[Words | None, Words]:
    """As many lines as the room has space for, and the rest; None where there is space for none."""
    broken = lines(words, width)
    fitting = int((room - words.manner.before) / line_height(words.manner.size))
    if fitting <= 0:
        return None, words
    head = replace(words, runs=_joined(broken[:fitting]))
    return head, continued(replace(words, runs=_joined(broken[fitting:])))


def continued(words: Words) -> Words:
    """The rest of a paragraph on the next slide: it has no mark of its own, and nothing leads to it."""
    return replace(words, manner=replace(words.manner, bullet="", number=0, hanging=0.0), places=())


def _joined(broken: Iterable[Runs]) -> Runs:
    return tuple(run for line in broken for run in line)


def _broken(units: Iterable[_Unit], room: float) -> Iterator[Runs]:
    line: list[Run] = []
    used = 0.0
    for unit in units:
        if line and (unit.begins_line or used + unit.width > room):
            yield tuple(line)
            line, used = [], 0.0
        line += unit.runs
        used += unit.whole
        if unit.ends_line:
            yield tuple(line)
            line, used = [], 0.0
    if line:
        yield tuple(line)


def _units(runs: Runs, size: float, room: float) -> Iterator[_Unit]:
    """What must not be parted, and the pieces of what is longer than a line."""
    gathered: list[Run] = []
    for run in _tokens(runs):
        gathered.append(run)
        if run.words[-1].isspace():
            yield from _fitting(tuple(gathered), size, room)
            gathered = []
    if gathered:
        yield from _fitting(tuple(gathered), size, room)


def _tokens(runs: Runs) -> Iterator[Run]:
    for run in runs:
        for found in _TOKEN.finditer(run.words):
            yield replace(run, words=found[0])


def _fitting(runs: Runs, size: float, room: float) -> Iterator[_Unit]:
    unit = _unit(runs, size)
    if unit.width <= room:
        yield unit
        return
    letters = tuple(replace(run, words=letter) for run in runs for letter in run.words)
    for place, letter in enumerate(letters):
        yield replace(_unit((letter,), size), begins_line=place == 0)


def _unit(runs: Runs, size: float) -> _Unit:
    whole = sum(_width(run.words.rstrip("\n"), run.look, size) for run in runs)
    last = runs[-1]
    space = last.words.rstrip("\n")[len(last.words.rstrip()) :]
    return _Unit(runs, whole - _width(space, last.look, size), whole)


def _width(text: str, look: Look, size: float) -> float:
    return _font(look, size).width(text) / _TWIPS * _SAFETY if text else 0.0


def _font(look: Look, size: float) -> Font:
    family = "Courier New" if look.code else "Arial"
    return font(family, look.bold, look.italic, size * _TWIPS)
