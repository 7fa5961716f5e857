"""A date stands beside a day of the week on which it does not fall.

Readers come on the weekday or on the date, and half of them come in vain. Most often the date was taken over from the
year before, in which it did fall on that weekday.

Bad:

```markdown
The forum meets on Monday 24 June 2014.
```

Good:

```markdown
The forum meets on Tuesday 24 June 2014.
```

A weekday beside a date without a year is left alone, since no year is guessed.

Source: the calendar. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.dates.dated_sentences import dated_singly
from docgen.check.prose.dates.month_names import weekday_in_words
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG410", Severity.ERROR, "Date is not on its weekday", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such date, where it stands."""
    for sentence, mention in dated_singly(paper.passages):
        if mention.first is None or mention.weekday in (None, mention.first.weekday()):
            continue
        falls = weekday_in_words(mention.first.weekday())
        message = f"'{mention.words}' falls on a {falls}"
        yield CODE.at(sentence.place(mention.start), message, "correct the weekday or the date")


RULE = DocumentRule(CODE, check)
