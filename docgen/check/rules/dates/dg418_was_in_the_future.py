"""A paper says that something was done on a day that had not come when the paper was written.

Either the year is wrong, or a plan is told as if it had been carried out, which a board may not be told.

Bad:

```markdown
The first meeting of the group was held in September 2014.    (in a paper of 20 June 2014)
```

Good:

```markdown
The first meeting of the group will be held in September 2014.
```

Only plain sentences are judged. Practices that "were invited to a meeting on 14 July" are left alone.

Source: the order of time. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from docgen.check.prose.dates.clauses import told
from docgen.check.prose.dates.mention import Mention
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.wording import day_in_words

CODE = Code("DG418", Severity.WARNING, "Something was done in the future", __doc__ or "")

_MADE = (
    r"amended|adopted|ratified|appointed|formed|issued|circulated|recruited|introduced|updated|revised|carried out"
    r"|finished"
)
_DONE = Pattern(
    r"\b(?:took place|met|held|briefed|visited|closed|voted|balloted|submitted|sent|received|consulted|presented"
    r"|considered|launched|completed|published|signed|attended|interviewed|surveyed|opened|ran|went live|elected"
    rf"|(?:was|were|been) (?:{_MADE}))\b"
)
_PAST = Pattern(r"\b(?:was|were|has been|have been|took place|met|closed|voted|ran|went live|received|attended|held)\b")
_BESIDE = Pattern(
    r"\b(?:effect\w*|will|shall|would|should|could|may|might|must|to be|being|if|until|till|to start|to begin|due|by"
    r"|ahead|before|that|not|deadline|target|(?:plan|expect|schedul|propos|invit|extend|agree|announc|draft)\w*)\b"
)
"""What makes a date one of something that was still to come."""

_FOR = Pattern(r"\b(?:from|for)\b")
"""What does so after the verb only: `sent papers for a meeting on 14 July`, but `the workshop for practices met`."""

_LINK = Pattern(r"\b(?:on|in|during)\s(?:the\s)?$")
_LONGEST = 60
"""How many characters may stand between the verb and its date."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such date, where it stands."""
    written = paper.document.properties.dated or facts.content.programme.dated
    for sentence, clause, mention in told(paper.passages, partial(_is_to_come, written=written)):
        if _is_past(clause.before(mention)):
            message = f"'{mention.words}' is written of as over, in a paper of {day_in_words(written)}"
            yield CODE.at(sentence.place(mention.start), message, "correct the date, or say what is planned")


def _is_to_come(mention: Mention, written: date) -> bool:
    return mention.is_point and mention.first is not None and mention.first > written


def _is_past(before: str) -> bool:
    """Whether the words before a date say that something was done then."""
    verbs = list(_DONE.finditer(before))
    if not verbs or not _PAST.search(before) or _BESIDE.search(before):
        return False
    between = before[verbs[-1].end() :]
    return len(between) < _LONGEST and not _FOR.search(between) and bool(_LINK.search(before))


RULE = DocumentRule(CODE, check)
