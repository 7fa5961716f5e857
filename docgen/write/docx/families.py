"""Names the paragraph styles of each surrounding: running text, a table cell, a quotation, a callout, a footnote."""

from __future__ import annotations

from msgspec import Struct

DEEPEST = 3
"""Each family has styles for lists down to this depth; deeper lists borrow the last one's."""


class Family(Struct, frozen=True):
    """The styles of one surrounding, by their ids in `styles.xml`."""

    text: str
    lists: str
    """What the ids of its list styles begin with."""
    bullets: int
    """The `w:numId` of its bullets in `numbering.xml`."""
    numbers: int
    """The `w:abstractNumId` of its numbered lists."""
    step: int
    """How far each list stands to the right of the one around it, in twips."""
    left: int = 0
    """How far the text stands to the right, in twips."""
    right: int = 0
    """How far it ends to the left, in twips."""

    def bullet(self, level: int) -> str:
        """The style of an item in a list without order; level 1 is the outermost."""
        return f"{self.lists}Bullet{_suffix(level)}"

    def number(self, level: int) -> str:
        """The style of an item in a numbered list."""
        return f"{self.lists}Number{_suffix(level)}"

    def continued(self, level: int) -> str:
        """The style of a further paragraph of an item."""
        return f"{self.lists}Continue{_suffix(level)}"


def _suffix(level: int) -> str:
    """Word's own way to count: `ListBullet`, `ListBullet2`, `ListBullet3`."""
    return "" if level == 1 else str(min(level, DEEPEST))


BODY = Family("BodyText", "List", bullets=10, numbers=11, step=482)
TABLE = Family("TableText", "Table", bullets=20, numbers=21, step=312)
QUOTE = Family("Quote", "Quote", bullets=30, numbers=31, step=425, left=482, right=482)
PULL_QUOTE = Family("PullQuote", "Quote", bullets=30, numbers=31, step=425, left=482, right=482)
CALLOUT = Family("Callout", "Callout", bullets=40, numbers=41, step=425, left=284, right=227)
FOOTNOTE = Family("FootnoteText", "Table", bullets=20, numbers=21, step=312)
