"""A figure per head, and nothing says whose heads are counted.

£5 for each person who is registered is not £5 for each person who lives here, nor for each person over 75. Two readers
who multiply it with different populations arrive at different budgets.

Bad:

```markdown
The allocation comes to £5.60 per head.
```

Good:

```markdown
The allocation comes to £5.60 per head of the registered population.
```

The population may be named anywhere in the same paragraph.

Source: a published interview of 2014. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.numbers.quantities import quantities, with_numbers
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.stated import each_found
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG315", Severity.WARNING, "Per head of whom", __doc__ or "")
_HEADS = ("head", "capita")
_PER_HEAD = Pattern(r"head|capita")
_COUNTED = Pattern(
    r"\b(?:populations?|patients?|residents?|people|persons?|registered|registrations?|list\ssizes?|weighted|inhabitants"
    r"|adults?|children|over[- ]\d\ds|aged|citizens|employees|staff|members)\b",
    re.IGNORECASE,
)


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such figure."""
    for sentence, found in each_found(quantities, with_numbers(paper.passages, 1, _PER_HEAD)):
        if found.per in _HEADS and not _COUNTED.search(sentence.passage.words):
            yield CODE.at(
                sentence.place(found.start),
                f"'{found.words}' is per head, but of whom is not said",
                "say who is counted: per head of the registered population",
            )


RULE = DocumentRule(CODE, check)
