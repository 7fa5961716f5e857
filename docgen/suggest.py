"""Finds the name that somebody meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_MOST_COMPARED = 300
"""Names to compare with; comparing takes a tenth of a millisecond each."""


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """`did you mean 'quorum'?`, or the known names where none is close, or nothing where there are none."""
    names = _comparable(written, sorted(set(known)))
    folded = {name.casefold(): name for name in reversed(names)}
    close = get_close_matches(written.casefold(), folded, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{folded[close[0]]}'?"
    if not names:
        return ""
    listed = ", ".join(names[:12])
    return f"known: {listed}{' …' if len(names) > 12 else ''}"


def _comparable(written: str, names: list[str]) -> list[str]:
    """All names where they are few; otherwise those that begin as the written one does."""
    if len(names) <= _MOST_COMPARED:
        return names
    begin = written[:2].casefold()
    return [name for name in names if name.casefold().startswith(begin)][:_MOST_COMPARED]
