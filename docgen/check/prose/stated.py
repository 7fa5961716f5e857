"""The sentences that documents say themselves, and not in a quotation of somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from docgen.check.itself import Itself
from docgen.check.kept import kept
from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.sentences import Sentence, sentences_of

Found = TypeVar("Found")
"""What is read from the words of a sentence."""

_LONGEST = 2000
"""In characters. A table typed as text is longer."""


def stated(passages: Iterable[Passage]) -> Iterator[Sentence]:
    """The sentences of all passages that are not quotations, in order; those of a paper are read once for all rules."""
    return iter(_stated(Itself(passages)) if isinstance(passages, tuple) else _read(passages))


def _read(passages: Iterable[Passage]) -> Iterator[Sentence]:
    for passage in passages:
        if passage.kind is not Kind.QUOTE:
            yield from sentences_in(passage)


@lru_cache(maxsize=64)
def _stated(passages: Itself[tuple[Passage, ...]]) -> tuple[Sentence, ...]:
    return tuple(_read(passages.thing))


def each_found(
    read: Callable[[str], Iterable[Found]], sentences: Iterable[Sentence]
) -> Iterator[tuple[Sentence, Found]]:
    """All that can be read from sentences, each with its sentence: `each_found(quantities, stated(passages))`."""
    return ((sentence, found) for sentence in sentences for found in read(sentence.words))


@kept
def sentences_in(passage: Passage) -> tuple[Sentence, ...]:
    """The sentences of a passage, which several rules read; what is far longer than a sentence is none."""
    return tuple(sentence for sentence in sentences_of(passage) if len(sentence.words) <= _LONGEST)
