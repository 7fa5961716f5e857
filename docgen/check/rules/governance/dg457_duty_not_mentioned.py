"""The papers do not mention a duty that this kind of arrangement has.

A board that finds nothing about a duty has to ask, and an assessor marks it as missing. The rule looks for the words by
which papers usually speak of it, in the text and in the fields of the committees; it cannot judge whether what they
say is enough.

A pack says which duties, and which words.

Bad:

```markdown
The group begins its work in April 2015.
```

Good:

```markdown
NHS England keeps its liability for the functions that the group carries out.
```

Source: the pack names it. Standing: as the pack says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import Field

from docgen.check.prose.pattern import Pattern
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.base import Part
from docgen.schema.types import Text
from docgen.schema.values import SomeLines

CODE = Code("DG457", Severity.WARNING, "Duty not mentioned", __doc__ or "")


class Duty(Part):
    """A duty, and the words by which papers speak of it."""

    duty: Text = Field(description="What has to be mentioned: that NHS England keeps its liability")
    phrases: SomeLines = Field(
        description="Each a set of words that stand together in one paragraph, in any order: 'liab NHS England'"
    )


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each duty that no passage of any paper mentions, at the model of the programme."""
    said = [passage.words.casefold() for passage in each_passage(papers)] if papers else []
    for provision in facts.provided(CODE, Duty) if said and facts.has_all_papers else ():
        wanted = [_words(phrase) for phrase in provision.values.phrases]
        if not any(_speaks(words, phrase) for words in said for phrase in wanted):
            message = f"no paper says '{provision.values.duty}'"
            yield provision.at(
                CODE, facts.place("programme", "model"), message, "say so, or excuse it here with a reason"
            )


def _words(phrase: str) -> tuple[Pattern, ...]:
    """Each word of a phrase, as the beginning of a word: `liab` is in `liability` and `liabilities`."""
    return tuple(Pattern(rf"\b{re.escape(word)}") for word in phrase.casefold().split())


def _speaks(words: str, phrase: tuple[Pattern, ...]) -> bool:
    return all(word.search(words) for word in phrase)


RULE = PapersRule(CODE, check, values=Duty)
