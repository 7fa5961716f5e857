"""A word is used for which the house has another.

A house that writes "stakeholder", "GP practice" and "for example" throughout is easier to read, to search and to
translate. The pack lists what is not written, and what is. Quotations, names and addresses are left alone.

Bad:

```markdown
Pursuant to the guidance, practices submit returns, i.e. forms.
```

Good:

```markdown
As the guidance says, practices submit returns, that is, forms.
```

Source: the pack. Standing: what the pack says; for most houses good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pydantic import Field

from docgen.check.prose.pattern import NEVER, Pattern
from docgen.check.prose.signs import in_small_letters
from docgen.check.prose.vocabulary import vocabulary_of
from docgen.check.prose.written import found_in_prose
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.base import Part
from docgen.schema.types import Text

CODE = Code("DG615", Severity.NOTE, "The house says it otherwise", __doc__ or "")


class HouseTerms(Part):
    """What the rule takes."""

    terms: dict[Text, Text] = Field(min_length=1, description="What is not written, and what is: 'i.e.' to 'that is'")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such word."""
    for provision in facts.provided(CODE, HouseTerms):
        right = {in_small_letters(wrong): right for wrong, right in provision.values.terms.items()}
        passages = each_passage(papers)
        terms = _any_of(tuple(vocabulary_of(passages).may_say(right)))
        for passage, found in found_in_prose(terms, passages):
            ours = right[in_small_letters(found[0])]
            message = f"the house writes '{ours}' for '{found[0]}'"
            yield provision.at(CODE, passage.place(found.start()), message, f"write '{ours}'")


@lru_cache(maxsize=64)
def _any_of(terms: tuple[str, ...]) -> Pattern:
    if not terms:
        return NEVER
    longest_first = sorted(map(re.escape, terms), key=len, reverse=True)
    return Pattern(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])", re.IGNORECASE)


RULE = PapersRule(CODE, check, values=HouseTerms)
