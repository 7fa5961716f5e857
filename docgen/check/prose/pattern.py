"""Patterns that are tried only where they can match, and compiled when they are first tried.

A rule writes `Pattern(r"\\bunanimous\\b")` where it would write `re.compile`. Four of five patterns match nothing in a
paper, and to compile them would take longer than to read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import compress
from operator import attrgetter, or_
from typing import Protocol, TypeVar

from docgen.check.prose.signs import ALWAYS, NOWHERE, sign_of, signs_of

_WORDS = attrgetter("words")
Text = TypeVar("Text", bound="Worded")


class Worded(Protocol):
    """Something that is said in words: a passage, a sentence."""

    @property
    def words(self) -> str:
        """As a reader sees them."""


def among(texts: Iterable[Text], *patterns: Pattern) -> Iterator[Text]:
    """Those in which one of the patterns may match."""
    wanted = reduce(or_, (pattern.sign & -pattern.sign for pattern in patterns))  # the rarest sign of each
    every = texts if isinstance(texts, tuple) else tuple(texts)
    return compress(every, map(wanted.__and__, map(signs_of, map(_WORDS, every))))


def each_match(patterns: Iterable[Pattern], words: str) -> Iterator[tuple[Pattern, re.Match[str]]]:
    """All that several patterns find in a text, pattern by pattern."""
    signs = signs_of(words)
    for pattern in patterns:
        if pattern.sign & signs == pattern.sign:
            yield from ((pattern, found) for found in pattern.compiled.finditer(words))


class Pattern:
    """A regular expression of `re`. All methods find what those of `re.Pattern` find.

    Where an `end` is given, it is tried at once: words are cut there, and signs of the whole text say nothing of that.
    """

    __slots__ = ("_written", "compiled", "flags", "sign")

    compiled: re.Pattern[str]
    """To be tried without a look at signs."""

    def __init__(self, written: str, flags: int = 0) -> None:
        self._written = written
        self.flags = flags
        self.sign = sign_of(written, flags)
        """The bits that a text must have for it to match; `ALWAYS` where it has to be tried."""

    def __getattr__(self, name: str) -> re.Pattern[str]:
        """Compile it when it is first asked for: no other slot is ever empty."""
        if name != "compiled":
            raise AttributeError(name)
        self.compiled = re.compile(self._written, self.flags)
        return self.compiled

    @property
    def pattern(self) -> str:
        """As it is written."""
        return self._written

    def may_match(self, words: str) -> bool:
        """Whether a text has all that it needs. A match there is then likely, but not certain."""
        return self.sign == ALWAYS or self.sign & signs_of(words) == self.sign

    def search(self, words: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match from a character on."""
        if end is None:
            return self.compiled.search(words, start) if self.may_match(words) else None
        return self.compiled.search(words, start, end)

    def match(self, words: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match at a character."""
        if end is None:
            return self.compiled.match(words, start) if self.may_match(words) else None
        return self.compiled.match(words, start, end)

    def fullmatch(self, words: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match of all words from a character on."""
        if end is None:
            return self.compiled.fullmatch(words, start) if self.may_match(words) else None
        return self.compiled.fullmatch(words, start, end)

    def finditer(self, words: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches from a character on."""
        if end is None:
            return self.compiled.finditer(words, start) if self.may_match(words) else iter(())
        return self.compiled.finditer(words, start, end)

    def findall(self, words: str) -> list[str]:
        """The words of all matches, or of the one group that there is."""
        return self.compiled.findall(words) if self.may_match(words) else []

    def sub(self, by: str | Callable[[re.Match[str]], str], words: str) -> str:
        """The words with something else in the place of each match."""
        return self.compiled.sub(by, words) if self.may_match(words) else words

    def split(self, words: str) -> list[str]:
        """What stands between matches."""
        return self.compiled.split(words) if self.may_match(words) else [words]


NEVER = Pattern("(?!)")
"""Matches nothing."""
NEVER.sign = NOWHERE
