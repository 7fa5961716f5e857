"""Where a long word may end a line: Typst itself breaks words at hyphens only, and lets others run out of their box."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docgen.typesetting.code import literal

_WORD = re.compile(r"(\S+)")
_PARTS = re.compile(r"[^/?&=._~#-]*[/?&=._~#-]+|[^/?&=._~#-]+")
"""The parts of an address, each with the signs that end it."""
_LONGEST = 20
"""A part of an address that is longer may end a line anywhere, as a word of letters alone does."""
STEP = 4
"""How many letters of such a word stay together."""


def runs(text: str, is_long: Callable[[str], bool]) -> Iterator[list[str]]:
    """The text in runs, each a list of pieces between which a line may end: one piece where no word is long."""
    whole = ""
    for part in _WORD.split(text):
        if not is_long(part):
            whole += part
            continue
        if whole:
            yield [whole]
        whole = ""
        yield _pieces(part)
    if whole:
        yield [whole]


def _pieces(word: str) -> list[str]:
    parts = _PARTS.findall(word)
    if len(parts) == 1:
        return _by_letters(word)
    return [piece for part in parts for piece in (_by_letters(part) if len(part) > _LONGEST else [part])]


def _by_letters(word: str) -> list[str]:
    return [word[at : at + STEP] for at in range(0, len(word), STEP)]


def broken(text: str, is_long: Callable[[str], bool], chance: str, say: Callable[[str], str] = literal) -> list[str]:
    """Expressions that give the text; `chance` stands where a line may end, and `say` words a piece."""
    expressions: list[str] = []
    for run in runs(text, is_long):
        said = [say(piece) for piece in run]
        expressions += [expression for pair in zip(said, [chance] * len(said), strict=True) for expression in pair][:-1]
    return expressions
