"""Finds the name that somebody meant."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_COMPARED = 24
"""Names to compare with letter by letter: that is slow, and a file may hold thousands of unknown names."""


def did_you_mean(written: str, known: Iterable[str], closeness: float = 0.6) -> str:
    """`did you mean 'quorum'?`, or the known names where none is close, or nothing where there are none.

    `closeness` is the least share of letters in common, from 0 to 1: more where other words are no less likely.
    """
    names = sorted(set(known))
    from difflib import get_close_matches  # imported late: most commands are given names that exist

    folded = {name.casefold(): name for name in reversed(_comparable(written, names))}
    close = get_close_matches(written.casefold(), folded, n=1, cutoff=closeness)
    if close:
        return f"did you mean '{folded[close[0]]}'?"
    if not names:
        return ""
    listed = ", ".join(names[:12])
    return f"known: {listed}{' …' if len(names) > 12 else ''}"


def _comparable(written: str, names: list[str]) -> list[str]:
    """All names where they are few; else those of about the same length, the ones that begin or end alike first."""
    if len(names) <= _MOST_COMPARED:
        return names
    begin, end = written[:3].casefold(), written[-3:].casefold()
    near = [name for name in names if abs(len(name) - len(written)) <= 3]
    near.sort(key=lambda name: (name[:3].casefold() != begin) + (name[-3:].casefold() != end))
    return near[:_MOST_COMPARED]
