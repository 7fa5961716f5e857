"""A text names a day that is in no calendar.

"By 31 June" leaves everybody to guess whether 30 June or 1 July is meant, and a deadline that is guessed is missed.

Bad:

```markdown
Comments should reach us by 31 June 2014.
```

Good:

```markdown
Comments should reach us by 30 June 2014.
```

A date such as `06/13/2014`, in which the month stands first as in America, is reported too: here it names no month.

Source: the calendar. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.dates.dated_sentences import dated_singly
from docgen.check.prose.dates.mention import Mention, day_of
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.wording import MONTHS, day_in_words

CODE = Code("DG409", Severity.ERROR, "Day does not exist", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such day, where it stands."""
    for sentence, mention in dated_singly(paper.passages):
        if not mention.exists:
            yield CODE.at(
                sentence.place(mention.start), f"'{mention.words}' is no day: {_why(mention)}", _help(mention)
            )


def _why(mention: Mention) -> str:
    month = mention.month or 0
    if not 1 <= month <= len(MONTHS):
        return f"there is no month {month}"
    year = f" {mention.year}" if month == 2 and mention.year else ""
    return f"{MONTHS[month - 1]}{year} has {_length(mention)} days"


def _length(mention: Mention) -> int:
    """How many days the month has."""
    year, month = mention.year or 2000, mention.month or 1
    return max(day for day in range(28, 32) if day_of(year, month, day))


def _help(mention: Mention) -> str:
    """What an American date means, where it is one."""
    swapped = day_of(mention.year or 0, mention.day or 0, mention.month or 0)
    return f"write '{day_in_words(swapped)}' if that is meant" if swapped else "write the day that is meant"


RULE = DocumentRule(CODE, check)
