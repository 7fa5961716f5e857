"""A meeting is called by a month, and dated in another.

"The January meeting on 7 February" sends half of the readers to the wrong minutes.

Bad:

```markdown
The committee reviewed the timetable at its January meeting on 7 February 2018.
```

Good:

```markdown
The committee reviewed the timetable at its January meeting on 10 January 2018.
```

Source: a report of 2018 that names meetings by their month. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.check.prose.dates.dated_sentences import dated_sentences
from docgen.check.prose.dates.mention import Grain, Mention
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG423", Severity.WARNING, "Not in its named month", __doc__ or "")

_OF_ONE = Pattern(
    r"\s(?:(?!to\b|of\b|for\b|in\b|at\b|by\b|and\b|or\b|is\b|are\b|was\b|were\b|will\b|goes\b|comes?\b|the\b|a\b)[\w’']+\s){0,3}?"
    r"(?:meeting|forum|workshop|session|event|ballot|vote|board|round|conference|committee|body)"
    r"(?:,?\s(?:held\s|is\s|was\s)?on\s(?:the\s)?|\s?\(|,\s)"
)
"""What stands between `January` and `7 February` where both are of one thing."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such date, where it stands."""
    for sentence, found in dated_sentences(paper.passages):
        for named, day in (pair for pair in pairwise(found) if _differs(*pair, sentence.words)):
            called = sentence.words[named.start : day.end]
            message = f"'{called}' is not in the month of its name"
            yield CODE.at(sentence.place(day.start), message, "correct the month or the date")


def _differs(named: Mention, day: Mention, words: str) -> bool:
    is_pair = named.grain is Grain.MONTH and named.year is None and day.grain is Grain.DAY
    return is_pair and named.month != day.month and bool(_OF_ONE.fullmatch(words, named.end, day.start))


RULE = DocumentRule(CODE, check)
