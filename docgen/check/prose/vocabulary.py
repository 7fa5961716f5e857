"""All words that texts are made of, each once: what is looked for in a long list of words is mostly nowhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from docgen.check.itself import Itself
from docgen.check.prose.passages import Passage
from docgen.check.prose.signs import in_small_letters

_RUN = re.compile(r"\w+")


class Vocabulary(Struct, frozen=True):
    """The words of some passages."""

    words: tuple[str, ...]
    """In small letters, in the order of their letters."""

    def may_say(self, phrases: Iterable[str], but: str = "") -> Iterator[str]:
        """Those of the phrases of which each word is there, but for one that may be written otherwise."""
        return (each for each in phrases if all(word == but or self._has(word) for word in _words_of(each)))

    def may_begin(self, beginnings: Iterable[str]) -> Iterator[str]:
        """Those with which a word begins; of more than one word, all but the last have to be there."""
        for beginning in beginnings:
            *whole, begun = _words_of(beginning) or [""]
            if all(map(self._has, whole)) and self._has_beginning(begun):
                yield beginning

    def _has(self, word: str) -> bool:
        place = bisect_left(self.words, word)
        return self.words[place : place + 1] == (word,)

    def _has_beginning(self, begun: str) -> bool:
        place = bisect_left(self.words, begun)
        return place < len(self.words) and self.words[place].startswith(begun)


def vocabulary_of(passages: tuple[Passage, ...]) -> Vocabulary:
    """The words of passages; several rules ask for those of the same ones."""
    return _vocabulary_of(Itself(passages))


@lru_cache(maxsize=2)
def _vocabulary_of(passages: Itself[tuple[Passage, ...]]) -> Vocabulary:
    return Vocabulary(tuple(sorted(set(_words_of("\n".join(passage.words for passage in passages.thing))))))


def _words_of(text: str) -> list[str]:
    return _RUN.findall(in_small_letters(text))
