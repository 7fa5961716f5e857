"""Finds topics by the rarest of their words, so that long tables of functions are not compared row by row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

Topic = frozenset[str]
"""Stems that stand together where the matter is named."""


class TopicIndex:
    """The topics that were added, by their words."""

    def __init__(self, expected: Iterable[Topic]) -> None:
        """`expected` are all topics that may be added or sought: they tell which words are rare."""
        self._frequency: Mapping[str, int] = Counter(word for topic in expected for word in topic)
        self._by_rarest: defaultdict[str, dict[Topic, None]] = defaultdict(dict)
        self._by_word: defaultdict[str, dict[Topic, None]] = defaultdict(dict)

    def add(self, topic: Topic) -> None:
        """A topic to be found from now on."""
        self._by_rarest[self._rarest(topic)][topic] = None
        for word in topic:
            self._by_word[word][topic] = None

    def within(self, words: Iterable[str]) -> Iterator[Topic]:
        """The topics of which all words are among these."""
        given = frozenset(words)
        found = (topic for word in sorted(given) for topic in self._by_rarest.get(word, ()))
        return (topic for topic in found if topic <= given)

    def around(self, topic: Topic) -> Iterator[Topic]:
        """The topics that have all words of this one, and perhaps more."""
        return (other for other in self._by_word.get(self._rarest(topic), ()) if topic <= other)

    def _rarest(self, topic: Topic) -> str:
        return min(topic, key=lambda word: (self._frequency[word], word))
