"""Short forms in the words of a paper: where they are used, where they are explained, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from docgen.check.itself import Itself
from docgen.check.kept import kept
from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.written import addresses
from docgen.source import Source

_SHORT = Pattern(
    r"(?<![\w&@.#\\/])[A-Z](?:[A-Za-z]|&(?=[A-Z])){1,9}(?![\w@&]|\.[A-Za-z])|(?<=[A-Z]/)[A-Z]{2,6}s?(?!\w)"
)
_TWO_CAPITALS = Pattern(r"[A-Z][A-Za-z&]*[A-Z]")
"""Stand in each short form, and in few other words."""
_ROMAN = Pattern(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_BRACKETED = Pattern(
    r"\((?:(?:the|hereafter|henceforth|or|known as|abbreviated(?: to)?) )*[“\"'‘]?(?P<short>[A-Z][\w&]{1,9})[”\"'’]?\)"
)
_BRACKETED_LONG = Pattern(r"(?P<short>[A-Z][\w&]{1,9}) \((?:the )?[“\"‘']?(?P<long>[A-Za-z][^()“”\"]{3,120})[”\"’']?\)")
_TITLE = Pattern(r"[A-Z]\w+(?: (?:and |of |for |the )?[A-Z]\w+){2,}")
_WORD = Pattern(r"[^\W_]+(?:['’.&][^\W_]+)*&?|&")
_LONGEST = 12
"""Characters of a short form, with the `s` of its plural."""
_FAR = 300
"""Characters before a bracket in which its long form can begin."""
_FEW = 8
"""So many capitals has the shortest text that can be shouted; others are told by counting these alone."""
_SMALL = frozenset("a an and at by for from in of on or the to with &".split())


class Use(Struct, frozen=True):
    """A short form where it is used."""

    short: str
    """Without the `s` of its plural."""
    passage: Passage
    at: int

    @property
    def source(self) -> Source:
        """Where it stands."""
        return self.passage.place(self.at)


class Explanation(Struct, frozen=True):
    """A short form beside the words that it stands for."""

    short: str
    long: str
    """The words whose beginnings give the letters; empty where no words beside it do."""
    before: str
    """In `long words (SHORT)`: the words before the bracket, to the beginning of the clause."""
    passage: Passage
    at: int
    """Where the short form stands."""
    in_list: bool = False
    """Whether it stands in a list of abbreviations."""

    @property
    def source(self) -> Source:
        """Where it stands."""
        return self.passage.place(self.at)


def singular(short: str) -> str:
    """`CCG` for `CCGs`."""
    return short[:-1] if len(short) > 2 and short.endswith("s") and short[-2].isupper() else short


def letters_of(short: str) -> tuple[str, ...]:
    """The letters alone, with and without an `a` for the sign `&`: those of `B&NES` and `BaNES` are the same."""
    folded = short.casefold()
    return tuple(dict.fromkeys((folded.replace("&", ""), folded.replace("&", "a"))))


def uses(passages: Iterable[Passage]) -> Iterator[Use]:
    """Every short form, in the order of reading."""
    for passage in passages:
        found = shorts_in(passage.words)
        if found and not is_shouted(passage.words):
            yield from (Use(short, passage, at) for short, at in found)


@kept
def shorts_in(words: str) -> tuple[tuple[str, int], ...]:
    """The short forms in a text, and where each begins."""
    if not _TWO_CAPITALS.search(words):
        return ()
    every = ((singular(found[0]), found.start()) for found in _SHORT.finditer(words))
    found = [(short, at) for short, at in every if _is_short(short)]
    within = addresses(words) if found else ()
    return tuple((short, at) for short, at in found if not any(start <= at < end for start, end in within))


def _is_short(token: str) -> bool:
    """At least two capitals, and no more small letters than capitals; no Roman number."""
    capitals = sum(letter.isupper() for letter in token)
    return capitals >= 2 and len(token) <= 2 * capitals and not _ROMAN.fullmatch(token)


@kept
def is_shouted(words: str) -> bool:
    """Whether most letters of a text of several words are capitals, so that none of them stands out."""
    if sum(map(str.isupper, words)) < _FEW:
        return False
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) > 12 and sum(letter.isupper() for letter in letters) > 0.6 * len(letters)


def explanations(passages: tuple[Passage, ...]) -> tuple[Explanation, ...]:
    """Every explanation of a short form, in the order of reading; many rules ask for those of the same paper."""
    return _explanations(Itself(passages))


@lru_cache(maxsize=64)
def _explanations(passages: Itself[tuple[Passage, ...]]) -> tuple[Explanation, ...]:
    return tuple(_explained(passages.thing))


def _explained(passages: Sequence[Passage]) -> Iterator[Explanation]:
    for number, passage in enumerate(passages):
        if "(" in passage.words:
            yield from _explained_in(passage)
        words = passage.words.strip()
        listed = singular(words) if len(words) <= _LONGEST and passage.kind in (Kind.CELL, Kind.ITEM) else ""
        meaning = passages[number + 1].words if number + 1 < len(passages) else ""
        if listed and _SHORT.fullmatch(listed) and spelled_by(listed, meaning):
            yield Explanation(listed, meaning.strip(" ."), "", passage, 0, in_list=True)


def _explained_in(passage: Passage) -> Iterator[Explanation]:
    for found in _BRACKETED.finditer(passage.words):
        short = singular(found["short"])
        before = re.split(r"[.;:!?()]\s", passage.words[max(0, found.start() - _FAR) : found.start()])[-1].rstrip(
            " “\"'‘,"
        )
        if _SHORT.fullmatch(short) and _is_short(short) and before:
            yield Explanation(short, long_form(short, before), before, passage, found.start("short"))
    for found in _BRACKETED_LONG.finditer(passage.words):
        short = singular(found["short"])
        if _is_short(short) and spelled_by(short, found["long"]):
            yield Explanation(short, found["long"], "", passage, found.start())
        elif _is_short(short) and _TITLE.fullmatch(found["long"]):
            yield Explanation(short, "", "", passage, found.start())


def long_form(short: str, before: str) -> str:
    """The words at the end of a text whose beginnings give the letters of a short form; empty where none do."""
    words = list(_WORD.finditer(before))
    for start in range(len(words) - 1, max(-1, len(words) - 2 * len(short) - 3), -1):
        if words[start][0].casefold() not in _SMALL and spelled_by(short, before[words[start].start() :]):
            return before[words[start].start() :]
    return ""


def spelled_by(short: str, words: str) -> bool:
    """Whether the beginnings of words give the letters of a short form, all words but small ones playing a part."""
    letters = re.sub(r"[^a-z0-9]", "", short.casefold())
    parts = tuple(part for word in _WORD.findall(words) for part in [word.casefold()])
    return 0 < len(parts) <= 14 and _spells(letters, parts)


def _spells(letters: str, words: tuple[str, ...]) -> bool:
    if not words:
        return not letters
    if words[0] in _SMALL and _spells(letters, words[1:]):
        return True
    return any(_spells(letters[taken:], words[1:]) for taken in _taken(letters, words[0]))


def _taken(letters: str, word: str) -> Iterator[int]:
    """How many of the next letters a word can give: its first, then any that follow in it."""
    if not letters or word[0] != letters[0]:
        return
    at = 0
    for taken in range(1, len(letters) + 1):
        yield taken
        at = word.find(letters[taken], at + 1) if taken < len(letters) else -1
        if at < 0:
            return


def meaning(long: str) -> str:
    """A long form in a shape in which the same words are the same: no case, hyphens, articles, plurals."""
    words = [word.casefold().replace("’", "'") for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)*|&", long)]
    return " ".join(re.sub(r"(?<=\w{3})(?:'s|s'|s)$", "", word) for word in words if word not in ("the", "and", "&"))
