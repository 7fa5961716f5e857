"""A sentence has more words than the house wants.

Above 25 words, understanding falls; above 40, most readers lose the beginning before they reach the end. A list holds
as much, and is read more easily.

Bad:

```markdown
The committee, which was set up last year after a long discussion with practices, neighbours, the council and several
voluntary groups, has met six times, has visited nine practices in three towns, has heard from patients about access and
continuity, and has come to the view that the contract should be extended.
```

Good:

```markdown
The committee was set up last year. It has met six times and visited nine practices. It proposes to extend the contract.
```

Source: the pack. Standing: what the pack says; for most houses good practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import Field

from docgen.check.prose.passages import Kind
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.sentences import Sentence, sentences_of
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage, shortened
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.base import Part
from docgen.schema.values import Positive

CODE = Code("DG613", Severity.WARNING, "Sentence too long", __doc__ or "")

_WORD = Pattern(r"[^\W_]+(?:[-'’.,:/&@][^\W_]+)*")
_NAME = 12
"""Words of the longest names that are printed by role."""
_READ = (Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.FOOTNOTE)


class SentenceLength(Part):
    """What the rule takes."""

    most: Positive = Field(description="The most words of a sentence")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such sentence, by the strictest pack that it breaks."""
    provisions = sorted(facts.provided(CODE, SentenceLength), key=lambda each: -each.values.most)
    sentences = (each for passage in each_passage(papers) if passage.kind in _READ for each in sentences_of(passage))
    shortest = 2 * min((each.values.most for each in provisions), default=0)
    for sentence in (each for each in sentences if len(each.words) > shortest) if provisions else ():
        count = len(_WORD.findall(sentence.words))
        broken = next((provision for provision in provisions if count > provision.values.most), None)
        if broken and not _is_worded_by_docgen(sentence):
            most = broken.values.most
            message = f"'{shortened(sentence.words)}' has {count} words; '{most}' are the most that the house wants"
            yield broken.at(CODE, sentence.place(), message, "make two sentences of it, or a list")


def _is_worded_by_docgen(sentence: Sentence) -> bool:
    """Whether docgen put it into words, as it does for a quorum, so that nobody can divide it."""
    end = sentence.start + len(sentence.words)
    pieces = [piece for piece in sentence.passage.pieces if sentence.start < piece.start + len(piece.words)]
    return any(piece.start < end and not piece.verbatim and len(piece.words.split()) > _NAME for piece in pieces)


RULE = PapersRule(CODE, check, values=SentenceLength)
