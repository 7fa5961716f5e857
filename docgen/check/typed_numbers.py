"""Numbers that somebody typed in front of paragraphs, `3.2 The committee met`, and the sections they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import Paper
from docgen.tree.block import Heading
from docgen.tree.walk import plain_text

_OF_PARAGRAPH = Pattern(r"\s*(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[“\"‘']?[A-Z][a-z ])")
"""A small letter behind the capital: `7.1 It is recommended`, but not `2.5 WTE posts`."""
_OF_SECTION = Pattern(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s")

Number = tuple[int, ...]


class Numbered(Struct, frozen=True):
    """A paragraph that begins with a number."""

    passage: Passage
    written: str
    """`7.1`."""
    section: str
    """The number of the section that it stands in, `5`; empty where that has none."""

    @property
    def number(self) -> Number:
        """`(7, 1)`."""
        return _parts(self.written)

    @property
    def belongs(self) -> bool:
        """Whether its first parts are those of the section, as far as both go."""
        section = _parts(self.section)
        shared = min(len(self.number) - 1, len(section))
        return self.number[:shared] == section[:shared]


def numbered_paragraphs(paper: Paper) -> Iterator[Numbered]:
    """All of a paper, in the order of reading."""
    for passage in paper.passages:
        found = _OF_PARAGRAPH.match(passage.words) if passage.kind in (Kind.PARAGRAPH, Kind.ITEM) else None
        if found:
            section = _OF_SECTION.match(f"{passage.section} ")
            yield Numbered(passage, found[1], section[1] if section else "")


def heading_called(section: str, paper: Paper) -> Heading | None:
    """The heading of a section, by its number and words as passages give them."""
    headings = paper.document.nodes.of(Heading)
    return next((each for each in headings if f"{each.number} {plain_text(each.content)}".strip() == section), None)


def _parts(written: str) -> Number:
    return tuple(int(part) for part in written.split(".") if part)
