"""A period is said to last longer or shorter than its two dates are apart.

A contract "for six months, from April to December 2014" has two ends. Money and notice are counted from one of them.

Bad:

```markdown
The contract was extended by six months, from April 2014 to December 2014.
```

Good:

```markdown
The contract was extended by nine months, from April 2014 to December 2014.
```

A month or a day more or less, as people count, is not reported.

Source: the calendar. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.dates.dated_sentences import periods
from docgen.check.prose.dates.mention import Mention
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG421", Severity.WARNING, "Period has another length", __doc__ or "")

_COUNTS = (
    "one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen"
).split()
_UNITS = {"day": (1.0, 1), "week": (7.0, 3), "month": (30.44, 4), "year": (365.25, 12)}
"""How many days each has, and by how many a period may differ."""

_LENGTH = rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})(?:[\s-](?=month|year)|\s)(?P<unit>day|week|month|year)s?"
_BEFORE = Pattern(
    rf"(?i)\b{_LENGTH}(?:[\s-](?:period|pilot|contract|term|programme|project|extension|phase|consultation))?"
    r"(?:,?\s(?:running|lasting|beginning|that\sruns|runs))?\s?[,:(–-]?\s?(?:from\s|between\s|of\s)?$"
)
_AFTER = Pattern(rf"(?i)\s?[,(–-]\s?(?:that\sis,?\s|i\.e\.,?\s|a\speriod\sof\s|for\s|over\s)?{_LENGTH}\b")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such period, where it begins."""
    for sentence, period in periods(paper.passages):
        said = _said_of(sentence.words, period)
        if said and not _fits(said, *period.parts):
            length = f"{said['count']} {said['unit'].lower()}{'s' * (_count(said['count']) > 1)}"
            message = f"the period '{period.words}' does not last '{length}'"
            yield CODE.at(sentence.place(period.start), message, "correct its length or one of its dates")


def _said_of(words: str, mention: Mention) -> re.Match[str] | None:
    """The length that stands right before or after a period."""
    return _BEFORE.search(words[max(0, mention.start - 60) : mention.start]) or _AFTER.match(words, mention.end)


def _fits(said: re.Match[str], begins: Mention, ends: Mention) -> bool:
    """Whether a length is one of those that a period can have, as precisely as its ends are known."""
    if not (begins.first and begins.last and ends.first and ends.last):
        return True
    days, slack = _UNITS[said["unit"].lower()]
    length = _count(said["count"]) * days
    shortest, longest = (ends.first - begins.last).days, (ends.last - begins.first).days + 1
    return shortest - slack <= length <= longest + slack


def _count(written: str) -> int:
    return int(written) if written.isdigit() else _COUNTS.index(written.lower()) + 1


RULE = DocumentRule(CODE, check)
