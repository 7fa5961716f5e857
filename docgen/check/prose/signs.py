"""Signs: pieces of words without which a pattern matches nothing, looked for once in each text for all patterns.

Most patterns find nothing in most texts, and nearly all of them in most papers. So `signs.json` says what each pattern
needs, by a digest of what is written for it: each of its matches holds a sign of each list. A text is cut at its
blanks, and what stands between two of them is looked up; for each piece that was met before, that is one step, whatever
the number of patterns. Whether a pattern can match is then one comparison of bits.

`python -m tests.pattern_signs --update` reads the signs off the patterns, and a test holds that the file is right. A
pattern that it does not know has no signs, and is tried everywhere: nothing is ever missed for want of an entry.

Pieces are compared in two forms. The *folded* one has small letters, 0 for each digit, and a stroke (`BORDER`) where
words begin and end: `|mr|.` of `Mr.`. The *shape* has A for a capital, Z for another letter, and the same borders and
noughts: `|AZ|.`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import reduce
from hashlib import blake2b
from itertools import count
from operator import or_
from pathlib import Path

from msgspec.json import decode

from docgen.check.kept import keep_while_small, kept

Table = Mapping[str, list[list[str]]]
"""For each pattern, by its digest, what it needs: of each list one sign. The rarest is first."""

BORDER = "\x1f"
"""Stands in both forms where `\\b` matches."""

ALWAYS = 1
"""The bit that every text has."""

NOWHERE = 2
"""The bit that none has."""

LONGEST = 9
"""Characters of the longest sign."""

_EDGE = re.compile(r"\b")
_DIGIT = re.compile(r"\d")
_DOTTED = str.maketrans("İı", "ii")
"""Both are an i for patterns that tell no big letters from small ones."""


def digest_of(pattern: str, flags: int) -> str:
    """By which a pattern is known in the file."""
    return blake2b(f"{int(flags)} {pattern}".encode(), digest_size=8).hexdigest()


def folded(piece: str) -> str:
    """Small letters, without telling digits apart, and with borders."""
    return _DIGIT.sub("0", in_small_letters(_EDGE.sub(BORDER, piece)))


def in_small_letters(words: str) -> str:
    """Alike for all words that are alike to a pattern that tells no big letters from small ones."""
    return words.translate(_DOTTED).casefold() if not words.isascii() else words.lower()


def shape(piece: str) -> str:
    """Big and small letters, without telling one from another, and with borders."""
    return "".join(map(_shape_of, _EDGE.sub(BORDER, piece)))


def _shape_of(character: str) -> str:
    if character.isupper():
        return "A"
    return "Z" if character.isalpha() else "0" if character.isdecimal() else character


def sign_of(pattern: str, flags: int) -> int:
    """The bits of a pattern, the rarest first; `ALWAYS` where no signs of it are known, so that it has to be tried."""
    return reduce(or_, _BITS.get(digest_of(pattern, flags), ()), 0) or ALWAYS


@kept
def signs_of(words: str) -> int:
    """The bits of all that a text has of what patterns need."""
    return reduce(or_, map(_PIECES.__getitem__, words.split()), ALWAYS)


def _bits_by_digest(table: Table) -> Mapping[str, list[int]]:
    """A bit for each need of each pattern."""
    free = count(NOWHERE.bit_length())
    return {digest: [1 << next(free) for _ in needs] for digest, needs in table.items()}


def _bits_by_sign(table: Table) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for digest, needs in table.items():
        for bit, sign in ((bit, sign) for bit, need in zip(_BITS[digest], needs, strict=True) for sign in need):
            found[sign] = found.get(sign, 0) | bit
    return found


class _Forms(dict[str, int]):
    """The bits of all signs in a form of a piece, worked out when the form is first met."""

    def __missing__(self, form: str) -> int:
        self[form] = bits = reduce(or_, (_BY_SIGN.get(part, 0) for part in _parts(form)), 0)
        return bits


class _Pieces(dict[str, int]):
    """The same for pieces as they are written; many differ in their digits or capitals only."""

    def __missing__(self, piece: str) -> int:
        self[piece] = bits = _FORMS[folded(piece)] | _FORMS[shape(piece)]
        return bits


def _parts(form: str) -> Iterator[str]:
    """All that is long enough for a sign, and not too long."""
    ends = range(1, len(form) + 1)
    return (form[start:end] for end in ends for start in range(max(0, end - LONGEST), end))


_TABLE: Table = decode(Path(__file__).with_name("signs.json").read_bytes())
_BITS = _bits_by_digest(_TABLE)
_BY_SIGN = _bits_by_sign(_TABLE)
_FORMS, _PIECES = keep_while_small(_Forms()), keep_while_small(_Pieces())
