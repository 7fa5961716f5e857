"""Words without their endings, so that `mergers`, `merger` and `merging` are one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.check.kept import kept
from docgen.check.prose.pattern import Pattern

_WORD = Pattern(r"[^\W_]+(?:['’][a-z]+)?")
_OWNER = Pattern(r"['’]s?$")
_ENDINGS = sorted(
    (
        "eutical ations ioning ioned ation ating istry ments ences ances ements ement ying ated ates ment ings ists "
        "ures ions ance ence ries ual ing ist ure ive ers ors ion ies ate ary als al ics ic er or ed es e s y"
    ).split(),
    key=len,
    reverse=True,
)
"""What is taken off a word, the longest that leaves four letters."""

_SHORTEST = 4


class Stem(NamedTuple):
    """One word of a text."""

    stem: str
    start: int
    """Where the word begins in the text."""
    end: int
    """Where it ends."""


@kept
def stems(words: str) -> tuple[Stem, ...]:
    """Every word of a text with its place. `&`, digits with letters and hyphens part words as spaces do."""
    return tuple([Stem(stem(found[0]), found.start(), found.end()) for found in _WORD.finditer(words)])


def stems_alone(words: str) -> Iterator[str]:
    """The same without their places, which take longer than the stems."""
    return map(stem, _WORD.findall(words))


@kept
def stem(word: str) -> str:
    """What a word and its other forms have in common: `contract` for `contractual`, `merg` for `mergers`."""
    bare = word.casefold()
    bare = bare if bare.isalnum() else _OWNER.sub("", bare)
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST:
            return _single(bare[: -len(ending)])
    return bare


def _single(bare: str) -> str:
    """`plan` for the `plann` of `planning`."""
    is_doubled = len(bare) > _SHORTEST and bare[-1] == bare[-2] and bare[-1] in "bdgmnprt"
    return bare[:-1] if is_doubled else bare
