"""Tables, figures, appendices and sections that a text mentions by number: `Table 3`, `Appendices A and B`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.passages import Passage
from docgen.check.prose.pattern import Pattern, among

_KIND = r"(?P<kind>[Tt]ables?|[Ff]igures?|Figs?\.?|[Aa]ppendi(?:x|ces)|[Aa]nnex(?:es)?|[Ss]ections?)"
_ONE = r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Z](?:\.?(?:[IVX]+|\d{1,2}))?)(?![\w-]|\.\w)"
_MENTION = Pattern(
    rf"\b{_KIND}[\s\u00a0]+(?P<first>{_ONE})(?P<more>(?:(?:\s*,\s*|\s+(?:and|to|or)\s+|\s?[–-]\s?){_ONE}){{0,6}})"
)
_KINDS = {"t": "table", "f": "figure", "s": "section"}


class Mentioned(Struct, frozen=True):
    """One thing that is mentioned."""

    kind: str
    """`table`, `figure`, `appendix`, `annex` or `section`."""
    number: str
    words: str
    """`Table 3`, as a message names it."""
    start: int
    end: int
    """Where the whole mention ends: that of `Tables 2 and 3` after the 3."""


def mentioning(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Those that may mention something."""
    return among(passages, _MENTION)


@kept
def mentions(words: str) -> tuple[Mentioned, ...]:
    """All things that a text mentions, in order; of a stretch, its two ends."""
    return tuple(each for found in _MENTION.finditer(words) for each in _of(found))


def _of(found: re.Match[str]) -> Iterator[Mentioned]:
    letter = found["kind"][:2].casefold()
    kind = {"ap": "appendix", "an": "annex"}.get(letter) or _KINDS[letter[0]]
    for number in [found["first"], *re.findall(_ONE, found["more"])]:
        yield Mentioned(kind, number, f"{kind.capitalize()} {number}", found.start(), found.end())
