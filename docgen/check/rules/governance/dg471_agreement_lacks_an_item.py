"""An agreement that the papers propose does not say all that such an agreement has to say.

Agreements under which one body acts for another, or money is pooled, have contents that regulations list. A proposal
that mentions such an agreement and leaves one of them out will be sent back by the lawyers.

The rule looks where papers name the agreement, and for the words by which they usually speak of each item; it cannot
judge whether what they say is enough.

Bad:

```markdown
The section 75 agreement sets out the aims, the contributions and the functions.
```

Good:

```markdown
The section 75 agreement sets out the aims, the contributions, the functions, the persons and services, the staff and
accommodation, the duration and how it ends, and how the fund is managed.
```

A pack says which agreements, and which items.

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
from docgen.wording import listed

CODE = Code("DG471", Severity.NOTE, "Agreement lacks an item", __doc__ or "")


class Agreement(Part):
    """An agreement and what it has to say."""

    name: Text = Field(description="What it is called in messages")
    called: SomeLines = Field(description="How papers call it: section 75 agreement")
    items: dict[str, SomeLines] = Field(min_length=1, description="Each item, with words of which one speaks of it")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such agreement, where it is first named, with the items that nothing speaks of."""
    passages = list(each_passage(papers))
    everything = " ".join(passage.words for passage in passages).casefold()
    for provision in facts.provided(CODE, Agreement):
        names = Pattern("|".join(rf"\b{re.escape(name)}\b" for name in provision.values.called), re.IGNORECASE)
        first = next(((passage, found) for passage in passages if (found := names.search(passage.words))), None)
        missing = [item for item, words in provision.values.items.items() if not _speaks(everything, words)]
        if first is not None and missing:
            passage, found = first
            message = f"'{found[0]}' is named, but nothing is said of {listed(missing)}"
            help = f"say what the {provision.values.name} provides for"
            yield provision.at(CODE, passage.place(found.start()), message, help)


def _speaks(words: str, wanted: Sequence[str]) -> bool:
    return any(word.casefold() in words for word in wanted)


RULE = PapersRule(CODE, check, values=Agreement)
