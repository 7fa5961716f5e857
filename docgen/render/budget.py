"""Stops a template that loops for ever or prints without end."""

from __future__ import annotations

from dataclasses import dataclass

LOOP_TURNS = 500_000
"""More than the rows of the largest table anyone sends to a board, a hundred times over."""
CHARACTERS = 20_000_000
"""About 4,000 pages."""
DEPTH = 60
"""Macros and includes inside one another."""


class BudgetSpent(Exception):
    """A template has used up its turns or characters; the message says which."""


@dataclass(slots=True)
class Budget:
    """What one rendering has used."""

    turns: int = 0
    characters: int = 0

    def turn(self) -> str:
        """Count one turn of a loop."""
        self.turns += 1
        if self.turns > LOOP_TURNS:
            raise BudgetSpent(f"loops more than {LOOP_TURNS:,} times")
        return ""

    def spend(self, text: str) -> str:
        """Count printed characters; hands the text through."""
        self.take(len(text))
        return text

    def take(self, characters: int) -> None:
        """Count characters that are about to be held."""
        self.characters += characters
        if self.characters > CHARACTERS:
            raise BudgetSpent(f"prints more than {CHARACTERS:,} characters")
