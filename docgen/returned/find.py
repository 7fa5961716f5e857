"""Finds passages by their words, however these are spaced, capitalised and quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from msgspec import Struct

from docgen.provenance.record import Given
from docgen.provenance.story import shown
from docgen.provenance.words import normal
from docgen.returned.file import ReturnedFile
from docgen.returned.matching import ReturnedPassage

_ALIKE = {
    **dict.fromkeys(range(0x2018, 0x201C), "'"),
    **dict.fromkeys([*range(0x201C, 0x2020), 0xAB, 0xBB], '"'),
    **dict.fromkeys((0x2010, 0x2011), "-"),
}
"""Quotation marks as a keyboard has them, and hyphens that do not break."""
_MOST_WORDS = 40
"""How many words of a long text are compared to find what is nearest."""


class Found(Struct, frozen=True):
    """A passage that holds the words."""

    passage: ReturnedPassage
    given: tuple[Given, ...]
    """What gave the words: the whole passage's place alone where it is not known better."""

    @property
    def here(self) -> Given:
        """What gave the words in the file where the passage stands; the passage as a whole where nothing did."""
        whole = self.passage.passage.source
        return next((given for given in self.given if given.source.path == whole.path), Given("", whole))

    @property
    def elsewhere(self) -> tuple[Given, ...]:
        """What other files gave."""
        path = self.passage.passage.source.path
        return tuple(given for given in self.given if given.source.path != path)


def folded(words: str) -> str:
    """What two texts have in common that are the same to a reader."""
    return alike(normal(words))


def alike(words: str) -> str:
    """Without capitals, and with the quotation marks of a keyboard."""
    return words.translate(_ALIKE).casefold()


def find(file: ReturnedFile, words: str) -> list[Found]:
    """The passages that hold the words, the smallest ones: not the cell around a paragraph that holds them."""
    sought = folded(words)
    holding = [passage for passage in file.passages if sought in folded(passage.words)]
    return [Found(passage, _given(passage, sought)) for passage in holding if not _has_smaller(passage, holding)]


def stands_elsewhere(file: ReturnedFile, words: str) -> bool:
    """Whether the words stand in a paragraph of the file, be it one that docgen did not write."""
    sought = folded(words)
    return any(sought in folded(shown([line])) for story in file.stories for line in story.lines)


def nearest(file: ReturnedFile, words: str) -> ReturnedPassage | None:
    """The passage that has most of the words, or of words spelt like them; None where none has half of them."""
    sought = set(folded(words).split()[:_MOST_WORDS])
    having = [(passage, set(folded(passage.words).split())) for passage in file.passages]
    known = set().union(*(vocabulary for _, vocabulary in having))
    meant = {_spelt_like(word, known) for word in sought}
    most, best = max(((len(meant & has), -i) for i, (_, has) in enumerate(having)), default=(0, 0))
    return having[-best][0] if most and most * 2 >= len(meant) else None


def _spelt_like(word: str, known: set[str]) -> str:
    if word in known:
        return word
    alike = sorted(other for other in known if abs(len(other) - len(word)) <= 2 and other[:1] == word[:1])
    return next(iter(get_close_matches(word, alike, n=1, cutoff=0.75)), word)


def _has_smaller(passage: ReturnedPassage, others: Sequence[ReturnedPassage]) -> bool:
    """Whether another one stands inside it."""
    if passage.span.first == passage.span.last:
        return False
    return any(
        other is not passage and other.story == passage.story and passage.span.holds(other.span) for other in others
    )


def _given(passage: ReturnedPassage, sought: str) -> tuple[Given, ...]:
    """Those of the passage's parts among which the words stand; all of them where they cannot be told apart."""
    parts = passage.passage.given
    if not parts:
        return (Given(passage.words, passage.passage.source),)
    text = folded(passage.words)
    matches = list(_matches(text, sought))
    touching = [part for part, start, end in _spans(text, parts) if any(start < b and a < end for a, b in matches)]
    return tuple(dict.fromkeys(touching)) or parts


def _matches(text: str, sought: str) -> Iterator[tuple[int, int]]:
    start = text.find(sought)
    while start >= 0:
        yield start, start + len(sought)
        start = text.find(sought, start + len(sought))


def _spans(text: str, parts: Iterable[Given]) -> Iterator[tuple[Given, int, int]]:
    """Where each part stands in the passage's text. One that was changed is passed over."""
    position = 0
    for part in parts:
        words = folded(part.words)
        start = text.find(words, position)
        if words and start >= 0:
            position = start + len(words)
            yield part, start, position
