"""One text of a Word file, its pages or its footnotes: the words of its paragraphs, and its bookmarks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from docgen.provenance.words import hash_of, normal


class Piece(NamedTuple):
    """Words of one run."""

    words: str
    is_computed: bool = False
    """Whether a field made them that Word and LibreOffice count anew."""


Line = tuple[Piece, ...]
"""The words of one paragraph, without its number."""


class Span(Struct, frozen=True, order=True):
    """What a bookmark reaches over."""

    first: int
    """The paragraph in which it begins."""
    last: int
    """The paragraph in which it ends."""
    begin: int = 0
    """How many pieces of its first paragraph stand in front of it."""
    end: int = 0
    """How many pieces of its last paragraph there are up to its end."""

    def holds(self, other: Span) -> bool:
        """Whether another one stands inside it, paragraph by paragraph."""
        return self.first <= other.first and other.last <= self.last


class Story(Struct, frozen=True):
    """The paragraphs of a text, with its bookmarks."""

    lines: tuple[Line, ...]
    spans: Mapping[str, Span]

    def whole(self, bookmark: str) -> tuple[Line, ...]:
        """All paragraphs that a bookmark touches: what is typed behind its end belongs to the passage."""
        span = self.spans[bookmark]
        return self.lines[span.first : span.last + 1]

    def inside(self, bookmark: str) -> tuple[Line, ...]:
        """Only what stands in a bookmark."""
        span = self.spans[bookmark]
        if span.first == span.last:
            return (self.lines[span.first][span.begin : span.end],)
        first, *others, last = self.whole(bookmark)
        return (first[span.begin :], *others, last[: span.end])


def shown(lines: Sequence[Line]) -> str:
    """The words of paragraphs as a reader sees them."""
    return normal(" ".join("".join([piece.words for piece in line]) for line in lines))


def own_hash(lines: Sequence[Line]) -> str:
    """Of the words of paragraphs, without those that fields compute."""
    return hash_of(" ".join("".join([piece.words for piece in line if not piece.is_computed]) for line in lines))
