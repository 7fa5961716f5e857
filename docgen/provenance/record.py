"""The record that travels in a Word file: each of its passages with its source."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from docgen.source import Source

BOOKMARK = "_dg"
"""What the names of the bookmarks begin with; a number follows. Word hides bookmarks whose names begin with `_`."""


class Given(Struct, frozen=True, gc=False):
    """Words that one place gave to a passage."""

    words: str
    source: Source
    verbatim: bool = True
    """Whether the words stand there as they are. False where docgen worded a value: a date, a figure, a reference."""


class Passage(Struct, frozen=True):
    """A paragraph or a table cell."""

    bookmark: str
    """`_dg1` …, counted in the order in which the document is read; those of footnotes come last."""
    source: Source
    """Where the passage as a whole stands: in a content file, or in a template."""
    hash: str = ""
    """Of its words as docgen wrote them: `hash_of`."""
    given: tuple[Given, ...] = ()
    """What each place gave, in order; nothing where all words came from `source`."""
    is_part: bool = False
    """Whether other words stand in its paragraph that are none of it: those of a form around what was filled in."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The place of the passage, and all places that gave words to it."""
        return tuple(dict.fromkeys((self.source, *(given.source for given in self.given))))


class Record(Struct, frozen=True):
    """All passages of a file."""

    passages: tuple[Passage, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each file of the repository that the passages name, where it is known."""
