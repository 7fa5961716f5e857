"""A sentence stops in its middle, or begins there.

It happens when text is cut to a limit, or pasted from a page that broke. A paragraph that ends in "and", "the" or a
comma, one whose last sentence has no full stop though the others have, and one that begins with a small letter are
told. Lists, tables and headings need no full stop, nor does what leads to a list. Where only the full stop may be
lacking, it is a note.

Bad:

```markdown
Practices will be paid for each visit, and the group will review these payments when the
```

Good:

```markdown
Practices will be paid for each visit, and the group will review these payments in March.
```

Source: a published Expression of Interest of 2014. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts, shortened
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG610", Severity.WARNING, "Sentence cut short", __doc__ or "")
_OPEN = replace(CODE, severity=Severity.NOTE)
"""Where perhaps no more than the full stop is lacking."""

_NEVER_LAST = "the a an and or nor our their your every than because although whether whose whilst unless".split()
_RARELY_LAST = (
    "of to with for by from at via either about between into which that when if is are was were will be been has have"
    " as but its"
).split()
_DANGLING = Pattern(rf"\b(?P<word>{'|'.join(_NEVER_LAST)})\b\s*[.,;]?$|\b(?P<open>{'|'.join(_RARELY_LAST)})\b\s*[,;]?$")
_PREPOSITIONS = frozenset("of to with for by from at about into".split())
_TURNED = Pattern(r"\b(?:what|who|whom|where|than)\b|\bto [a-z]+ [a-z]+$", re.IGNORECASE)
_PASSIVE = Pattern(
    r"\b(?:is|are|was|were|be|been|being)\b.*\b(?:(?:paid|cared|accounted|asked|called|provided|catered|applied) for"
    r"|(?:dealt|complied) with|(?:referred|listened|adhered) to|looked (?:at|into)|disposed of)$"
)
_AS_IT_IS = Pattern(r"\bas (?:it|they|we|you|things) (?:is|are|was|were|has been|have been)$", re.IGNORECASE)
_ENDED = Pattern(r"[.!?…:;][\"'”’)\]]*$|[)\]”’\"]$")
_LETTER_FORMULA = Pattern(r"(?:Dear|Yours|Kind|Best|With|Regards)\b")
_SENTENCE_BEFORE = Pattern(r"[a-z)][.?!][”’\"]? [A-Z]")
_FAR = 60
"""Characters before the end in which the last word begins."""
_FEW, _MANY = 5, 30
"""Words: of a line that needs no full stop, and of a single sentence that does."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such paragraph, at the word where it stops or begins."""
    passages = paper.passages
    for number, passage in enumerate(passages):
        if passage.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.CELL):
            continue
        after = passages[number + 1] if number + 1 < len(passages) else None
        yield from _at_end(passage, after)
        if passage.kind is Kind.PARAGRAPH and number and _begins_small(passage, passages[number - 1]):
            message = f"the paragraph begins with a small letter: '{shortened(passage.words)}'"
            yield CODE.at(passage.source, message, "look for the beginning of its sentence")


def _at_end(passage: Passage, after: Passage | None) -> Iterator[Diagnostic]:
    words = passage.words.rstrip()
    dangling = _dangling(words)
    is_led_on = (
        passage.kind is Kind.PARAGRAPH and after is not None and after.kind in (Kind.ITEM, Kind.CELL, Kind.COLUMN)
    )
    if dangling and len(words.split()) >= _FEW and not is_led_on and passage.kind is not Kind.ITEM:
        word = dangling["word"] or dangling["open"]
        yield CODE.at(passage.place(dangling.start()), f"the sentence stops after '{word}'", _HELP)
    elif (
        dangling and dangling["word"] and len(words.split()) >= _FEW and not is_led_on and not _is_list(passage, after)
    ):
        yield CODE.at(passage.place(dangling.start()), f"the sentence stops after '{dangling['word']}'", _HELP)
    elif passage.kind is Kind.PARAGRAPH and not is_led_on and _is_narrative(passage):
        yield from _without_end(passage, words)


def _dangling(words: str) -> re.Match[str] | None:
    """The word after which a text stops; none where it ends so by right: `what it was for`, `cover is paid for`."""
    found = _DANGLING.search(words, max(0, len(words) - _FAR))
    if not found:
        return None
    is_turned = found["open"] in _PREPOSITIONS and _TURNED.search(words)
    return None if is_turned or _AS_IT_IS.search(words) or _PASSIVE.search(words) else found


def _is_list(passage: Passage, after: Passage | None) -> bool:
    """Whether an item may end in "and" or "or", since another follows it."""
    return passage.kind is Kind.ITEM and after is not None and after.kind is Kind.ITEM


def _without_end(passage: Passage, words: str) -> Iterator[Diagnostic]:
    count = len(words.split())
    last = len(words) - 1
    if words.endswith(",") and count > _FEW and not _LETTER_FORMULA.match(words):
        yield CODE.at(passage.place(last), "the paragraph ends with a comma", _HELP)
    elif not _ENDED.search(words) and words[-1] != "," and (count > _MANY or _SENTENCE_BEFORE.search(words)):
        message = f"the paragraph ends without a full stop: '{_tail(words)}'"
        yield _OPEN.at(passage.place(words.rfind(" ") + 1), message, _HELP)


_HELP = "finish the sentence, or take it out"


def _tail(words: str) -> str:
    return f"… {' '.join(words.split()[-5:])}"


def _is_narrative(passage: Passage) -> bool:
    """Whether it is written as text: a field of the content needs no full stop."""
    return passage.pieces[-1].source.path.endswith((".md", ".j2"))


def _begins_small(passage: Passage, before: Passage) -> bool:
    words = passage.words.lstrip()
    goes_on = before.kind in (Kind.ITEM, Kind.QUOTE, Kind.CELL, Kind.CAPTION) or not re.search(
        r"[.!?]\W*$", before.words
    )
    first = re.match(r"[a-z][a-z'’-]*(?=[\s,])", words)
    is_text = _is_narrative(passage) and passage.pieces[0].verbatim and len(words.split()) > _FEW
    return bool(first) and is_text and not (goes_on and before.kind is not Kind.HEADING)


RULE = DocumentRule(CODE, check)
