"""A law, a body or a guide is named that no longer holds, or its title is wrong.

Section 140 is not section 14O; the procurement rules of 2013 gave way to the Provider Selection Regime on 1 January
2024. A board that approves a paper on the wrong basis may have to approve it again. The pack says what is wrong from
when, and what is right. Sentences that tell of the change itself, quotations and footnotes are left alone.

Bad:

```markdown
Interests are recorded within 28 days, as section 140 of the NHS Act 2006 asks.
```

Good:

```markdown
Interests are recorded within 28 days, as section 14O of the NHS Act 2006 asks.
```

Source: the pack, which names the law of each entry. Standing: as the pack says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pydantic import Field

from docgen.check.kept import kept
from docgen.check.policy import Provision
from docgen.check.prose.pattern import NEVER, Pattern, among
from docgen.check.prose.sentences import Sentence, sentences_of
from docgen.check.prose.vocabulary import vocabulary_of
from docgen.check.prose.written import PROSE, is_own
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.base import Part
from docgen.schema.types import Lines, Text
from docgen.schema.values import SomeLines

CODE = Code("DG571", Severity.WARNING, "Superseded law or wrong title", __doc__ or "")

_TOLD = Pattern(
    r"\b(?:former(?:ly)?|old|previous(?:ly)?|replac\w+|supersed\w+|repeal\w+|abolish\w+"
    r"|predecessor\w*|succe(?:ed|ss)\w*|until|before"
    r"|then known|used to|was called|were called|merged|renamed|no longer"
    r"|in place of|instead of|revok\w+|historic\w*)\b",
    re.IGNORECASE,
)
_LAW_AFTER = Pattern(r"\s+(?:of|in) (?:the )?(?P<law>[^.,;()]{1,80})")


class Renamed(Part):
    """What the rule takes."""

    wrong: SomeLines = Field(description="What must not be written, one on each line")
    right: Text = Field(description="What is right")
    near: Lines = Field(
        default=[],
        description="Beginnings of words of which one must stand in the same sentence, or any sentence will do",
    )
    of: Lines = Field(default=[], description="How the law may begin that is named after it: NHS Act, 2006 Act")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such name, at its place."""
    provisions = facts.provided(CODE, Renamed)
    if not provisions:
        return
    said = vocabulary_of(each_passage(papers))
    every = (wrong for provision in provisions for wrong in provision.values.wrong)
    wrong = _any_of(tuple(said.may_say(every, but="and")))
    passages = [each for each in among(each_passage(papers), wrong) if each.kind in PROSE and wrong.search(each.words)]
    for provision in provisions if passages else ():
        pattern = _any_of(tuple(provision.values.wrong))
        held = [passage for passage in passages if pattern.search(passage.words)]
        for sentence in (sentence for passage in held for sentence in sentences_of(passage)):
            yield from _in_sentence(provision, pattern, sentence)


def _in_sentence(provision: Provision[Renamed], pattern: Pattern, sentence: Sentence) -> Iterator[Diagnostic]:
    right = provision.values.right
    for found in pattern.finditer(sentence.words):
        own = is_own(sentence.passage, sentence.start + found.start())
        if own and _is_meant(provision.values, sentence, found):
            message = f"'{found[0]}' should be '{right}'"
            yield provision.at(CODE, sentence.place(found.start()), message, f"write '{right}'")


def _is_meant(values: Renamed, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the words name what is wrong: no other law follows, the subject is right, and no change is told."""
    if _tells_change(sentence.words, values.right):
        return False
    law = _LAW_AFTER.match(sentence.words, found.end()) if values.of else None
    if law:
        return law["law"].startswith(tuple(values.of))
    return not values.near or _holds_any(sentence.words, tuple(values.near))


@kept
def _tells_change(words: str, right: str) -> bool:
    """Whether a sentence names what is right too, or tells of the change."""
    return right in words or bool(_TOLD.search(words))


@kept
def _holds_any(words: str, beginnings: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}", words, re.IGNORECASE) for word in beginnings)


@lru_cache(maxsize=256)
def _any_of(phrases: tuple[str, ...]) -> Pattern:
    if not phrases:
        return NEVER
    worded = [r"\s+".join(map(_word, phrase.split())) for phrase in sorted(phrases, key=len, reverse=True)]
    return Pattern(rf"(?<![\w-])(?:{'|'.join(worded)})(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    return "(?:and|&)" if word == "and" else re.escape(word)


RULE = PapersRule(CODE, check, values=Renamed)
