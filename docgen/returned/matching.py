"""Finds the passages of a record in what a Word file says now: by their bookmarks or, without these, by their words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from docgen.provenance.record import Passage, Record
from docgen.provenance.story import Span, Story, own_hash, shown
from docgen.provenance.words import hash_of

_OF_NOTHING = hash_of("")


class ReturnedPassage(Struct, frozen=True):
    """A passage that docgen wrote, as it reads now."""

    passage: Passage
    words: str
    """All words of its paragraphs, tracked changes settled; empty where they were deleted."""
    is_changed: bool
    """Whether it no longer says what docgen wrote."""
    story: int
    """Which one of the file's stories it stands in."""
    span: Span
    """Its paragraphs in the story."""


def matched(record: Record, stories: Sequence[Story]) -> list[ReturnedPassage | None]:
    """Each passage of the record as it reads now; None for one that is no longer there."""
    unmarked = _unmarked(record, stories)
    return [_marked(passage, stories) or _same_words(passage, unmarked) for passage in record.passages]


def _marked(passage: Passage, stories: Sequence[Story]) -> ReturnedPassage | None:
    """The passage as it reads now; None where its bookmark is not there."""
    for number, story in enumerate(stories):
        if passage.bookmark in story.spans:
            lines = (story.inside if passage.is_part else story.whole)(passage.bookmark)
            is_changed = own_hash(lines) != passage.hash
            return ReturnedPassage(passage, shown(lines), is_changed, number, story.spans[passage.bookmark])
    return None


def _unmarked(record: Record, stories: Sequence[Story]) -> dict[str, list[tuple[int, int, str]]]:
    """By the hash of its words, the story, place and words of each paragraph in which none of the bookmarks is."""
    names = {passage.bookmark for passage in record.passages}
    found: dict[str, list[tuple[int, int, str]]] = {}
    for number, story in enumerate(stories):
        spans = [span for name, span in story.spans.items() if name in names]
        covered = {position for span in spans for position in range(span.first, span.last + 1)}
        for i in sorted(set(range(len(story.lines))) - covered):
            line = story.lines[i : i + 1]
            found.setdefault(own_hash(line), []).append((number, i, shown(line)))
    return found


def _same_words(passage: Passage, unmarked: dict[str, list[tuple[int, int, str]]]) -> ReturnedPassage | None:
    """A paragraph that says what the passage said: LibreOffice drops the bookmarks of footnotes."""
    if passage.is_part or passage.hash == _OF_NOTHING or not unmarked.get(passage.hash):
        return None
    story, position, words = unmarked[passage.hash].pop(0)
    return ReturnedPassage(passage, words, False, story, Span(position, position))
