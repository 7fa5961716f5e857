"""Quotations in a paper, and where they depart from what they quote."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.pattern import Pattern
from docgen.source import Source

SHORTEST = 5
"""Words below which a quotation is a name or a turn of phrase, and not what somebody said."""

_QUOTED = Pattern(
    r"“(?P<curly>[^“”]+)”|(?<!\w)\"(?P<straight>[^\"]+)\"(?!\w)"
    r"|(?<!\w)‘(?P<single>(?:[^‘’]|(?<=\w)’(?=\w))+)’(?!\w)|(?<!\w)'(?P<plain>(?:[^']|(?<=\w)'(?=\w))+)'(?!\w)"
)
_LEFT_OUT = Pattern(r"\[?(?:…|\.\s?\.\s?\.)\]?|(?<!\w)\[[^\]]*\](?!\w)")
"""What an honest quotation leaves out, or puts in instead: `…`, `[the board]`. Not the `[w]` of `[w]e`."""

_WORD = Pattern(r"\w+(?:['’]\w+)*(?:\[\w+\]\w*)*|\[\w+\]\w+")
_MOST_ALIKE = 50
"""Texts to look at that have three words in common; what more of them have is a phrase of the house."""
_BARE_WORD = Pattern(r"\w+(?:'\w+)*")
_UNMARKED = Pattern(r"[\[\]]")


class Word(Struct, frozen=True):
    """One word, as it is compared."""

    folded: str
    start: int
    end: int


class Quotation(Struct, frozen=True):
    """Words that a passage quotes."""

    words: str
    start: int
    """Where they begin in the passage."""
    passage: Passage

    def place(self, at: int = 0) -> Source:
        """Where one of their characters stands in the repository."""
        return self.passage.place(self.start + at)


class Original(Struct, frozen=True):
    """A text that may be quoted."""

    name: str
    """What it is, for messages: `response 3`."""
    words: str
    source: Source


class Departure(Struct, frozen=True):
    """Where a quotation is no longer what it quotes."""

    original: Original
    has: str
    """The words of the quotation; empty where it leaves some out."""
    should_have: str
    """The words of the original; empty where the quotation adds some."""
    at: int
    """Where it begins among the words of the quotation."""
    likeness: float


class _Compared(Struct, frozen=True):
    """A text beside a part of a quotation."""

    original: Original
    window: Sequence[Word]
    """Its words that stand where those of the quotation do."""
    likeness: float


def quotations_of(passage: Passage) -> Iterator[Quotation]:
    """What stands in quotation marks; a passage that is a quotation altogether counts as one."""
    if passage.kind is Kind.QUOTE:
        yield Quotation(passage.words, 0, passage)
        return
    has_marks = any(mark in passage.words for mark in "“\"‘'")
    for found in _QUOTED.finditer(passage.words) if has_marks else ():
        kind = found.lastgroup
        if kind and len(_words(found[kind])) >= SHORTEST:
            yield Quotation(found[kind], found.start(kind), passage)


class Originals:
    """Texts that may be quoted, found again by any three words in a row that some quotation has."""

    def __init__(self, originals: Iterable[Original], quotations: Iterable[str]) -> None:
        wanted = {gram for quotation in quotations for gram in _grams(_folded(quotation))}
        self._originals = tuple(originals)
        self._places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, original in enumerate(self._originals):
            for gram in wanted.intersection(_grams(_folded(original.words))):
                self._places[gram] += [number] if len(self._places[gram]) < _MOST_ALIKE else []

    def departure(self, words: str, likeness: float, before: int | None = None) -> Departure | bool:
        """Where a quotation departs from the text that it is most like.

        True where it is verbatim, False where no text is like it. `likeness` is how much of it, at least, must stand in
        a text for that to be its original, 0 to 1. `before` leaves out the texts from that number on.
        """
        parts = [(start, part) for start, part in parts_of(words) if len(_words(part)) >= SHORTEST]
        found = [self._of_part(start, part, likeness, before) for start, part in parts]
        if not found or any(each is False for each in found):
            return False
        return next((each for each in found if each is not True), True)

    def _of_part(self, start: int, part: str, likeness: float, before: int | None) -> Departure | bool:
        quoted = _words(part)
        best: _Compared | None = None
        for original in self._alike(quoted, before):
            theirs = _words(original.words)
            if _stands_in(quoted, theirs):
                return True
            compared = _compared(quoted, original, theirs)
            if compared.likeness >= likeness and (best is None or compared.likeness > best.likeness):
                best = compared
        return _departure(part, quoted, best, start) if best else False

    def _alike(self, quoted: Sequence[Word], before: int | None) -> Iterator[Original]:
        """Texts that share some runs of words with a quotation, the likest first."""
        shared: defaultdict[int, int] = defaultdict(int)
        for gram in _grams([word.folded for word in quoted]):
            for number in self._places.get(gram, ()):
                shared[number] += 1
        known = [number for number in shared if before is None or number < before]
        likest = sorted(known, key=lambda number: (-shared[number], number))
        return (self._originals[number] for number in likest[:5])


def parts_of(words: str) -> Iterator[tuple[int, str]]:
    """The stretches of a quotation between what it says that it leaves out or puts in, with their starts."""
    start = 0
    for found in _LEFT_OUT.finditer(words):
        yield start, words[start : found.start()]
        start = found.end()
    yield start, words[start:]


@kept
def _words(text: str) -> tuple[Word, ...]:
    return tuple(
        Word(re.sub(r"[\[\]]", "", each[0]).replace("’", "'").casefold(), each.start(), each.end())
        for each in _WORD.finditer(text)
    )


@kept
def _folded(text: str) -> tuple[str, ...]:
    """The words as they are compared, without their places."""
    return tuple(_BARE_WORD.findall(_UNMARKED.sub("", text).replace("’", "'").casefold()))


def _grams(folded: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(folded, folded[1:], folded[2:], strict=False)


def _stands_in(quoted: Sequence[Word], theirs: Sequence[Word]) -> bool:
    needle = " ".join(word.folded for word in quoted)
    return f" {needle} " in f" {' '.join(word.folded for word in theirs)} "


def _compared(quoted: Sequence[Word], original: Original, theirs: Sequence[Word]) -> _Compared:
    """How like a text is to a part, around what they share."""
    ours = [word.folded for word in quoted]
    matcher = SequenceMatcher(None, ours, [word.folded for word in theirs], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size > 1 or len(quoted) < 2 * SHORTEST]
    matched = sum(block.size for block in blocks)
    if not matched:
        return _Compared(original, (), 0.0)
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(theirs), blocks[-1].b + blocks[-1].size + len(ours) - blocks[-1].a - blocks[-1].size)
    window = theirs[first:last]
    return _Compared(original, window, 2 * matched / (len(ours) + max(len(window), 1)))


def _departure(part: str, quoted: Sequence[Word], compared: _Compared, start: int) -> Departure:
    """The first place at which a part departs from the text that it is most like."""
    has, should_have, at = _first_difference(part, quoted, compared.original.words, compared.window)
    return Departure(compared.original, has, should_have, start + at, compared.likeness)


def _first_difference(part: str, quoted: Sequence[Word], original: str, window: Sequence[Word]) -> tuple[str, str, int]:
    matcher = SequenceMatcher(None, [word.folded for word in quoted], [word.folded for word in window], autojunk=False)
    for tag, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if tag != "equal":
            at = quoted[a_from].start if a_from < len(quoted) else quoted[-1].end
            return _stretch(part, quoted[a_from:a_to]), _stretch(original, window[b_from:b_to]), at
    return "", "", quoted[0].start


def _stretch(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""
