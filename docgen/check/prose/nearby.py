"""Looks at the words right before a place, and no further back than need be."""

from __future__ import annotations

from docgen.check.prose.pattern import Pattern

_REACH = 100
"""How many characters before a place can matter."""


def ends_with(pattern: Pattern, words: str, end: int) -> bool:
    """Whether the words before `end` are what a pattern that is anchored by `$` asks for."""
    return bool(pattern.search(words, max(0, end - _REACH), end))
