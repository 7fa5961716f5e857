"""Which words of a text are somebody else's: those in quotation marks."""

from __future__ import annotations

from docgen.check.kept import kept
from docgen.check.prose.pattern import Pattern

_QUOTED = Pattern(r"“[^“”]{0,2000}”|\"[^\"]{0,2000}\"|(?<!\w)‘[^‘’]{0,300}’(?!\w)|(?<!\w)'[^']{1,300}'(?!\w)")


@kept
def quotations(words: str) -> tuple[tuple[int, int], ...]:
    """Where each quotation begins and ends, its marks included."""
    return tuple(found.span() for found in _QUOTED.finditer(words))


def is_quoted(words: str, at: int) -> bool:
    """Whether a character stands within quotation marks."""
    return any(start <= at < end for start, end in quotations(words))
