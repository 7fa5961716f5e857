"""What a chart says, for those who do not see it."""

from __future__ import annotations

from msgspec import Struct


class Told(Struct, frozen=True):
    """The same in two lengths."""

    summary: str
    """One sentence: what kind of drawing it is, and what it shows."""
    sentences: tuple[str, ...]
    """All of its data, in the order in which the drawing is read."""

    @property
    def description(self) -> str:
        """The whole text alternative, on one line."""
        return " ".join((self.summary, *self.sentences)).replace("\n", " ")
