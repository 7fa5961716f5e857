"""A percentage is not that of the numbers beside it: `three of the 12 practices (30%)`.

Readers who work it out find that one of three numbers must be wrong, and cannot tell which. Often the percentage stems
from an earlier count, or is that of another whole: of those who were asked, and not of those who answered.

Bad:

```markdown
Three of the 12 practices (30%) were in favour.
```

Good:

```markdown
Three of the 12 practices (25%) were in favour.
```

A percentage may be rounded as far as it is written: 28.6% and 29% are both right for 12 of 42. Where it was cut off and
not rounded, such as 28%, the finding is a note.

Source: response rates and votes of published papers. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.numbers.percentages import Stated, percentages
from docgen.check.prose.numbers.quantities import SHARE, with_numbers
from docgen.check.prose.numbers.quantity import worded
from docgen.check.prose.numbers.shares import is_near
from docgen.check.prose.stated import each_found
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts, undecided
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.source import Source

CODE = Code("DG304", Severity.ERROR, "Percentage differs from its numbers", __doc__ or "")
_HELP = "work the percentage out again, and check both numbers"


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such percentage, at the percentage."""
    for sentence, stated in each_found(percentages, with_numbers(paper.passages, 3, SHARE)):
        if stated.differs:
            yield _difference(stated, sentence.place(stated.percentage.start))


def _difference(stated: Stated, place: Source) -> Diagnostic:
    percentage, share = stated.percentage, stated.share
    actual = worded(round(share.percentage, 1), percentage)
    if is_near(percentage, share):
        return undecided(
            CODE, place, f"'{share.words}' is {actual}, so '{percentage.words}' was cut off, not rounded", _HELP
        )
    return CODE.at(place, f"'{share.words}' is {actual}, and not '{percentage.said}'", _HELP)


RULE = DocumentRule(CODE, check)
