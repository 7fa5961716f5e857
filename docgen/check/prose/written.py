"""What the authors of a paper wrote as running text: not names by role, quotations, addresses or figures of docgen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.check.kept import kept
from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.pattern import Pattern, among
from docgen.check.prose.quoted import is_quoted

PROSE = (Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.CAPTION, Kind.HEADING)
"""Where a house style holds; quotations and footnotes, which cite, have the style of others."""

_CHUNK = Pattern(r"\S+")
_ADDRESS = Pattern(r"://|@|www\.|\.(?:nhs\.uk|org|com|gov|pdf|docx?|xlsx?|pptx?)\b")


def found_in_prose(
    pattern: Pattern, passages: Iterable[Passage], kinds: tuple[Kind, ...] = PROSE
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """What a pattern finds in the authors' own words."""
    for passage in among(passages, pattern):
        if passage.kind in kinds:
            yield from ((passage, found) for found in pattern.finditer(passage.words) if is_own(passage, found.start()))


def is_own(passage: Passage, at: int) -> bool:
    """Whether a character was written in this place, by an author in their own words."""
    if not passage.piece(at).verbatim or is_quoted(passage.words, at):
        return False
    return not any(start <= at < end for start, end in addresses(passage.words))


@kept
def addresses(words: str) -> tuple[tuple[int, int], ...]:
    """Where each address of a page, a file or a mailbox begins and ends."""
    if not _ADDRESS.search(words):
        return ()
    return tuple(chunk.span() for chunk in _CHUNK.finditer(words) if _ADDRESS.search(chunk[0]))
