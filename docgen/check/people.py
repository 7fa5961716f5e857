"""People and their titles: as content states them, and as prose words them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.check.prose.passages import Passage
from docgen.check.prose.pattern import Pattern, among
from docgen.check.rule import ProgrammeFacts
from docgen.schema.cover_report import CoverReport
from docgen.source import Source

_NAME = r"(?:Dr|Prof|Mr|Mrs|Ms|Miss|Sir|Dame)?\.? ?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]*\.?){0,2} [A-Z][\w'’-]+)"
_TITLE = r"(?P<title>[A-Z][\w&'’-]*(?: (?:(?:of|for|and|to|the|in) ){0,2}[A-Z][\w&'’-]*){0,7})"
_TITLED = Pattern(rf"\b{_NAME}(?:,| [–—-]|:)? {_TITLE}")
_POST = Pattern(
    r"\b(?:Director|Chair|Chairman|Chairwoman|Chief|Officer|Manager|Head|Lead|Secretary|Nurse|Accountant|Adviser|"
    r"President|Commissioner|Coordinator|Administrator|Executive)\b"
)
_NO_PERSON = Pattern(
    r"\b(?:NHS|England|Board|Body|Committee|Group|Team|Trust|Council|Care|Health|Practice|Surgery|Centre|Service|"
    r"Services|Forum|Area|Local|Medical|Clinical|Primary|National|Commissioning|Deputy|Interim|Acting|Joint|"
    r"Director|Chair|Chief|Officer|Manager|Lead|Head|Report|The|Our|Author|Executive)\b"
)
_SMALL_WORDS = {"of", "for", "and", "to", "the", "in", "&"}


class Titled(Struct, frozen=True):
    """A person with a title, at one place."""

    name: str
    title: str
    source: Source

    @property
    def words(self) -> frozenset[str]:
        """The words of the title that tell it from others."""
        return frozenset(re.findall(r"[\w'’]+", self.title.casefold())) - _SMALL_WORDS

    def agrees_with(self, other: Titled) -> bool:
        """Whether both may be one title: the same words, one of them cut short to a word, or two offices."""
        if self.words == other.words or not self.words & other.words:
            return True
        shorter, longer = sorted((self.words, other.words), key=len)
        return len(shorter) == 1 and shorter < longer


def titles_in_content(facts: ProgrammeFacts) -> Iterator[Titled]:
    """Those of the cover report, then of the action plan."""
    cover, timescales = facts.content.cover_report, facts.content.timescales
    yield from _of_cover_report(cover, facts) if cover else ()
    for initials, planned in (timescales.people if timescales else {}).items():
        yield from _titled(planned.name, planned.title, facts.place("timescales", "people", initials, "title"))


def _of_cover_report(cover: CoverReport, facts: ProgrammeFacts) -> Iterator[Titled]:
    for number, author in enumerate(cover.authors):
        yield from _titled(author.name, author.title, facts.place("cover_report", "authors", number, "title"))
    for role, person in (("executive", cover.executive), ("approved_by", cover.approved_by)):
        if person:
            yield from _titled(person.name, person.title, facts.place("cover_report", role, "title"))


def _titled(name: str, title: str | None, source: Source) -> Iterator[Titled]:
    if title:
        yield Titled(name, title, source)


def with_posts(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Those that may name a post."""
    return among(passages, _POST)


def titles_in_words(passage: Passage) -> Iterator[Titled]:
    """`Ann Other, Director of Primary Care` and the like, in prose."""
    if not _POST.search(passage.words):
        return
    for found in _TITLED.finditer(passage.words):
        title = _on_one_line(found["title"], found.start("title"), passage)
        if _POST.search(title) and not _NO_PERSON.search(found["name"]):
            yield Titled(found["name"], title, passage.place(found.start("title")))


def _on_one_line(title: str, start: int, passage: Passage) -> str:
    """A title as far as the break of its line: below it may stand `Copies to`."""
    breaks = (piece.start - start for piece in passage.pieces if piece.words == " " and not piece.verbatim)
    end = next((place for place in breaks if place > 0), len(title))
    return title[:end]
