"""A word is spelled as in America.

Spelling checkers that are set to the wrong English put it in, and readers take it for carelessness. The pack lists the
words and the beginnings of words. Quotations, addresses and names, such as that of the World Health Organization, keep
their own spelling.

Bad:

```markdown
The center is organized around older people.
```

Good:

```markdown
The centre is organised around older people.
```

Source: the pack. Standing: what the pack says; for English bodies good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pydantic import Field

from docgen.check.prose.passages import Passage
from docgen.check.prose.pattern import NEVER, Pattern
from docgen.check.prose.vocabulary import vocabulary_of
from docgen.check.prose.written import found_in_prose
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.base import Part
from docgen.schema.types import Text

CODE = Code("DG616", Severity.WARNING, "American spelling", __doc__ or "")

_SENTENCE_BEFORE = Pattern(r"[.!?:]\s+$|[“\"(]$")


class Spellings(Part):
    """What the rule takes."""

    words: dict[Text, Text] = Field(default={}, description="Whole words: 'program' to 'programme'")
    beginnings: dict[Text, Text] = Field(default={}, description="Beginnings of words: 'organiz' to 'organis'")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such word."""
    for provision in facts.provided(CODE, Spellings):
        values = provision.values
        said = vocabulary_of(each_passage(papers))
        american = _any_of(tuple(said.may_say(values.words)), tuple(said.may_begin(values.beginnings)))
        every = found_in_prose(american, each_passage(papers))
        for passage, found in (each for each in every if not _is_name(*each)):
            right = _right(found[0], values)
            place = passage.place(found.start())
            yield provision.at(CODE, place, f"'{found[0]}' is American spelling", f"write '{right}'")


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...], beginnings: tuple[str, ...]) -> Pattern:
    if not words and not beginnings:
        return NEVER
    whole, begun = ("|".join(map(re.escape, each)) or "(?!)" for each in (words, beginnings))
    return Pattern(rf"(?<![\w@/.-])(?:(?:{whole})|(?:{begun})[a-z]*)(?![\w@/]|-[A-Z])", re.IGNORECASE)


def _right(word: str, values: Spellings) -> str:
    """The British spelling, with the capital of the word."""
    folded = word.casefold()
    start = max((start for start in values.beginnings if folded.startswith(start)), key=len, default="")
    british = values.words.get(folded) or values.beginnings.get(start, "") + folded[len(start) :]
    return british.capitalize() if word[0].isupper() else british


def _is_name(passage: Passage, found: re.Match[str]) -> bool:
    """Whether a capital in the middle of a sentence tells a name."""
    before = passage.words[max(0, found.start() - 4) : found.start()]
    return found[0][0].isupper() and bool(before) and not _SENTENCE_BEFORE.search(before)


RULE = PapersRule(CODE, check, values=Spellings)
