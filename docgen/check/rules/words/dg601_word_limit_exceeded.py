"""A narrative has more words than its front matter allows.

Forms and boards set limits, and what exceeds them is cut by somebody else or sent back. Roles count as one word each;
Markdown's own signs, link addresses and the options of directives do not count.

Bad:

```markdown
---
word_limit: 3
---
Better care nearer to home
```

Good:

```markdown
---
word_limit: 5
---
Better care nearer to home
```

Source: the limit in the front matter. Standing: whatever the form or board says that set it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.check.words import count_words, most_words
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.texts import narratives_of
from docgen.wording import grouped

CODE = Code("DG601", Severity.WARNING, "Word limit exceeded", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such narrative, at its limit."""
    for path, narrative in narratives_of(facts.content):
        if narrative.word_limit is None or most_words(narrative.body) <= narrative.word_limit:
            continue
        words = count_words(narrative.body)
        if words > narrative.word_limit:
            yield CODE.at(
                facts.place(*path, "word_limit"),
                f"the text has {grouped(words)} words; its limit is '{grouped(narrative.word_limit)}'",
                f"shorten it by {grouped(words - narrative.word_limit)} or raise the limit",
            )


RULE = ProgrammeRule(CODE, check)
