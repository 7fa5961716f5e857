"""Works that a text cites by author and year, `(Smith, 2014)`, and which of `references.yaml` they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.passages import Passage
from docgen.check.prose.pattern import Pattern, among
from docgen.schema.references import Work

_NAME = r"(?:the |The )?[A-Z][\w'’.&-]*(?:,? (?:(?:and|of|for|the|et al\.?|&) ){0,2}[A-Z][\w'’.&-]*){0,6}"
_YEAR = r"(?P<year>(?:19|20)\d{2})[a-z]?"
_INSIDE = Pattern(
    rf"(?:^|; ?)(?:see (?:also )?|cf\. |e\.g\. )?(?P<author>{_NAME}(?: et al\.?)?),? {_YEAR}"
    r"(?:[,:] ?[^;]{1,30})?(?=;|$)"
)
_DATED = Pattern(rf"\(.*{_YEAR}")
"""Stands in each passage with a citation."""
_BRACKET = Pattern(r"\(([^()]{6,160})\)")
_BESIDE = Pattern(
    rf"(?P<author>[A-Z][\w'’-]+(?: (?:and|&) [A-Z][\w'’-]+| et al\.?)) \({_YEAR}(?:[,:] ?[^()]{{1,30}})?\)"
)
_NO_AUTHOR = Pattern(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter"
    r"|Version|Table|Figure|Census|Act|Acts|Regulations?|Order|Rules|Directive|Bill|Code|Contract|Convention|Easter|Christmas|Week"
    r"|Quarter|Year|Since|Until|From|Before|After|By|In|Updated|Published|Revised|Issue|Room|Section|Source|Figures|Data|Total|Baseline)\b"
)

_NO_NAMES = frozenset("the and of for et al".split())


class Citation(Struct, frozen=True):
    """A work, named by its author and year."""

    author: str
    year: str
    words: str
    start: int


def with_citations(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Those that may cite something."""
    return among(passages, _DATED)


@kept
def citations(words: str) -> tuple[Citation, ...]:
    """All works that a text cites in this way."""
    return tuple(sorted(_found(words), key=lambda citation: citation.start)) if "(" in words else ()


def _found(words: str) -> Iterator[Citation]:
    inside = ((bracket, found) for bracket in _BRACKET.finditer(words) for found in _INSIDE.finditer(bracket[1]))
    for bracket, found in inside:
        if not _NO_AUTHOR.search(found["author"]):
            start = bracket.start(1) + found.start("author")
            yield Citation(found["author"], found["year"], f"{found['author']}, {found['year']}", start)
    for found in _BESIDE.finditer(words):
        if not _NO_AUTHOR.search(found["author"]):
            yield Citation(found["author"], found["year"], f"{found['author']} ({found['year']})", found.start())


def is_meant(citation: Citation, work: Work) -> bool:
    """Whether the year is the same, and the first name is one of the author's, or made of the first letters."""
    names = _names(citation.author)
    author = _names(work.author)
    initials = "".join(name[0] for name in author)
    return citation.year == work.year[:4] and bool(names) and (names[0] in author or names[0] == initials)


def _names(author: str) -> list[str]:
    words = re.findall(r"[\w'’-]+", author.casefold().replace("’", "'"))
    return [word.removesuffix("'s") for word in words if word not in _NO_NAMES]
