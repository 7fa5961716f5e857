"""A word stands twice in a row.

The eye passes over "the the", most easily where a line ends between the two, and no spelling checker that reads line by
line sees it.

Bad:

```markdown
Patients want to see the the same doctor.
```

Good:

```markdown
Patients want to see the same doctor.
```

Words that may stand twice, such as "had had" and "that that", are left alone.

Source: proof-reading. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.prose.passages import Kind
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG612", Severity.WARNING, "Word doubled", __doc__ or "")

_DOUBLED = re.compile(r"(?<![\w'’-])([A-Za-z][a-z'’]*)\s+(?=([a-z][a-z'’]*)(?![\w'’-]))")
_MAY = frozenset("had that very really so no ha her long bye far now hear well never there yes round again".split())


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such word, where it stands for the second time."""
    read = [passage for passage in each_passage(papers) if passage.kind is not Kind.QUOTE]
    for passage, found in ((one, each) for one in read for each in _DOUBLED.finditer(one.words)):
        word = found[2]
        if found[1].casefold() == word and word not in _MAY:
            place = passage.place(found.start(2))
            yield CODE.at(place, f"'{word}' stands twice in a row", "delete one of the two")


RULE = PapersRule(CODE, check)
