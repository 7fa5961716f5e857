"""A text lets a period end before it begins.

Often the year was not changed, or two dates are swapped. Whoever reads "from October 2014 to March 2014" has to guess
which of the two is wrong.

Bad:

```markdown
The pilot runs from October 2014 to March 2014.
```

Good:

```markdown
The pilot runs from October 2014 to March 2015.
```

Source: phases dated differently in two places of a published Expression of Interest. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.dates.dated_sentences import periods
from docgen.check.prose.dates.mention import Mention
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG420", Severity.ERROR, "Period runs backwards", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such period, where it begins."""
    for sentence, period in periods(paper.passages):
        if _is_backwards(*period.parts):
            message = f"the period '{period.words}' ends before it begins"
            yield CODE.at(sentence.place(period.start), message, "correct one of the two dates")


def _is_backwards(begins: Mention, ends: Mention) -> bool:
    return begins.first is not None and ends.last is not None and ends.last < begins.first


RULE = DocumentRule(CODE, check)
