"""A word stands twice in a row, or more often.

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
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG612", Severity.WARNING, "Word doubled", __doc__ or "")

_DOUBLED = Pattern(r"(?<![\w'’-])([A-Za-z][a-z'’]*)\s+(?=([a-z][a-z'’]*)(?![\w'’-]))")
_TWICE = Pattern(r"(?<![\w'’-])([a-z][a-z'’]*+)\s++(?=\1(?![\w'’-]))", re.IGNORECASE)
"""Faster than the rest: hardly any word is doubled."""
_TIMES = {2: "twice", 3: "three times", 4: "four times"}
_MAY = frozenset("had that very really so no ha her long bye far now hear well never there yes round again".split())


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such run, where the word stands for the second time."""
    read = [each for each in each_passage(papers) if each.kind is not Kind.QUOTE and _TWICE.search(each.words)]
    for passage, found in ((one, each) for one in read for each in _runs(one.words)):
        word, times = found[0][2], len(found) + 1
        message = f"'{word}' stands {_TIMES.get(times, f'{times} times')} in a row"
        help = "delete one of the two" if times == min(_TIMES) else "delete all but one"
        yield CODE.at(passage.place(found[0].start(2)), message, help)


def _runs(words: str) -> Iterator[list[re.Match[str]]]:
    """The doubled words of a text, those of one run together."""
    run: list[re.Match[str]] = []
    doubled = (each for each in _DOUBLED.finditer(words) if each[1].casefold() == each[2] and each[2] not in _MAY)
    for found in doubled:
        if run and run[-1].start(2) != found.start(1):
            yield run
            run = []
        run.append(found)
    if run:
        yield run


RULE = PapersRule(CODE, check)
