"""How hard a text is to read, by SMOG: from the number of words with three syllables or more in its sentences.

G. Harry McLaughlin, "SMOG Grading: a New Readability Formula", Journal of Reading 12 (1969), pages 639 to 646. The
grade is that of the American schools: 14 asks for two years of college.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from docgen.check.kept import kept
from docgen.check.prose.pattern import Pattern

LEAST_SENTENCES = 30
"""The formula was made for samples of 30 sentences, and says little about shorter texts."""

_WORD = Pattern(r"[A-Za-z]+(?:['’][a-z]+)?")
_VOWELS = Pattern(r"[aeiouy]+")
_APART = Pattern(
    r"i(?:a(?!n\b|l\b|g)|o(?!n|u)|u)|(?<![tc])ie(?:t|nce|nt)|scie|(?<!p)eo(?=[lgr]|s?$)|(?<![qg])ua|(?<!q)uit[yi]"
    r"|crea|reali|[rd]ea$|y[aio]|ism\b"
)
"""Vowels beside each other that are two syllables: `quiet`, `area`, `situation`; and the second of `tourism`."""
_SILENT = Pattern(r"(?:[^aeiouyl]|[aeiouy]l)es?\b$|[^aeioutd]ed\b$|(?<=[aeiouy][^aeiouy])e(?=ly$|ment|ful|less)")
_SPOKEN = Pattern(r"(?:[sxz]|[cs]h|c|g)es$")
"""Endings in which the `e` is heard after all: `practices`, `boxes`."""


def smog(sentences: Sequence[str]) -> float:
    """The grade of a text of at least 30 sentences."""
    long_words = sum(syllables(word) >= 3 for sentence in sentences for word in _WORD.findall(sentence))
    return 1.0430 * math.sqrt(long_words * 30 / len(sentences)) + 3.1291


@kept
def syllables(word: str) -> int:
    """About how many syllables a word has; short forms are counted as one."""
    folded = re.sub(r"['’]s?$", "", word.casefold())
    if word.isupper() or len(folded) < 4:
        return 1
    count = len(_VOWELS.findall(folded)) + len(_APART.findall(folded))
    if _SILENT.search(folded) and not _SPOKEN.search(folded):
        count -= 1
    return max(count, 1)
