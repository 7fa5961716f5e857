"""Stops a template that loops for ever or prints without end."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from docgen.value import Items, Phrase, Prose, Scalar

LOOP_TURNS = 200_000
"""More than the rows of the largest table anyone sends to a board, a hundred times over."""
CHARACTERS = 10_000_000
"""About 2,000 pages."""
CALL = 3
"""Turns that a macro or an include costs, for the time that it takes."""
_NODE = 60
"""Characters that a printed value costs beside its own, for the time and memory that it takes."""


class BudgetSpent(Exception):
    """A template has used up its turns or characters; the message says which."""


class Budget(Struct):
    """What one rendering has used."""

    turns: int = 0
    characters: int = 0

    def turn(self, turns: int = 1) -> str:
        """Count turns of a loop, or items that a filter is about to go through."""
        self.turns += turns
        if self.turns > LOOP_TURNS:
            raise BudgetSpent(f"loops more than {LOOP_TURNS:,} times")
        return ""

    def take(self, characters: int) -> str:
        """Count characters that are about to be held."""
        self.characters += characters
        if self.characters > CHARACTERS:
            raise BudgetSpent(f"prints more than {CHARACTERS:,} characters")
        return ""

    def hold(self, value: object) -> None:
        """Count all of a value, with the lists inside a list, before something goes through it."""
        match value:
            case str():
                self.take(len(value))
            case Scalar():
                self.take(len(value.text) + _NODE)
            case Phrase():
                self.take(sum(len(part.text) + _NODE for part in value.parts))
            case Prose():
                self.take(len(value.markdown) + _NODE)
            case range():
                self.turn(len(value))
            case list() | tuple() | Items():
                self._hold_all(value, len(value))
            case dict():
                self._hold_all(value.values(), len(value))
            case _:
                self.take(_NODE)

    def _hold_all(self, values: Iterable[object], count: int) -> None:
        self.turn(count)
        for value in values:
            self.hold(value)
