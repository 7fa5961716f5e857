"""Where the sentences of a passage begin and end."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.passages import Passage
from docgen.check.prose.pattern import Pattern
from docgen.source import Source

_END = Pattern(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_NO_END = Pattern(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|Nos|vs|cf|al|approx|para|paras|pp?|vol|ed|eds|sec|Fig|Figs|Ltd|Inc|etc"
    r"|[A-Za-z]|e\.g|i\.e|a\.m|p\.m|ca|viz|incl|excl|dept|est|max|min)|^\(?\d{1,3}|^[A-Z])\.$"
)
"""What a full stop may end without ending a sentence: `e.g.`, `Dr.`, initials, the number of a list item."""

_AT_ENDS_TOO = Pattern(r"\b(?:etc|a\.m|p\.m|Ltd|Inc)\.$")
"""Those of them that often stand last."""


class Sentence(Struct, frozen=True):
    """One sentence of a passage."""

    words: str
    start: int
    """Where it begins among the words of its passage."""
    passage: Passage

    def place(self, at: int = 0) -> Source:
        """Where one of its characters stands in the repository."""
        return self.passage.place(self.start + at)


def sentences_of(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage, in order. One without an end, such as a heading, is a sentence too."""
    start, ends = 0, _ends(passage.words)
    if not ends and passage.words.strip() == passage.words:  # as in most cells: it is one sentence, and nothing else
        yield Sentence(passage.words, 0, passage)
        return
    for end in (*ends, len(passage.words)):
        words = passage.words[start:end]
        if words.strip():
            yield Sentence(words.strip(), start + len(words) - len(words.lstrip()), passage)
        start = end


@kept
def _ends(words: str) -> tuple[int, ...]:
    """Where sentences end, before the end of the passage. Many rules ask for those of the same words."""
    start, ends = 0, list[int]()
    for found in _END.finditer(words):
        if _is_end(words[start : found.end()], words[found.end() :].lstrip()):
            start = found.end()
            ends.append(start)
    return tuple(ends)


def _is_end(sentence: str, after: str) -> bool:
    """Whether a sentence ends here: no small letter follows, and the full stop is not that of an abbreviation."""
    if after[:1].islower():
        return False
    return not _NO_END.search(sentence) or (after[:1].isupper() and bool(_AT_ENDS_TOO.search(sentence)))
