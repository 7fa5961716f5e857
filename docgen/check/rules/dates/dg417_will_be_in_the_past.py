"""A paper says that something will be done on a day that had passed when the paper was written.

The sentence was carried over from an earlier draft, or the year was not changed. The board is asked to agree to what
can no longer happen.

Bad:

```markdown
The team will recruit a project manager by March 2014.    (in a paper of 20 June 2014)
```

Good:

```markdown
The team will recruit a project manager by March 2015.
```

Only plain sentences are judged, in which the date follows "will", "shall", "plans to" or the like. What "will build on
the plan published in March 2014" is left alone.

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

CODE = Code("DG417", Severity.WARNING, "Something will be done in the past", __doc__ or "")

_FUTURE = Pattern(
    r"\b(?:will|shall|(?:intend|expect|propose)s? to"
    r"|(?:[Ww]e|[Tt]hey|[Ii]t|who|also|[a-z]{3,}s) (?:plan|aim|hope|need)s? to"
    r"|(?:is|are) (?:due |planned |expected |going )?to)\b(?=\s[a-z])"
)
_BESIDE = Pattern(
    r"\b(?:was|were|had|been|\w{2,}ed|made|given|took|set out|held|since|as at|as of)\b"
    r"|\b(?:review|compare|report|look|analy|evaluat|assess|use|build|repeat|publish|updat|refer|reflect|continue"
    r"|replac|supersed|follow|account|remain|cover|include)"
)
"""What makes a date one of something else: of a plan that was published, of a year that will be compared."""

_DONE_THEN = Pattern(r"^ be \w+")
"""What will itself be done: `will be published`."""

_LINK = Pattern(r"\b(?:on|in|by|before|during|until|no later than)\s(?:the\s)?$")
_LONGEST = 90
"""How many characters may stand between the verb and its date."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such date, where it stands."""
    written = paper.document.properties.dated or facts.content.programme.dated
    for sentence, clause, mention in told(paper.passages, partial(_is_over, written=written)):
        if _is_future(clause.before(mention)):
            message = f"'{mention.words}' is written of as still to come, in a paper of {day_in_words(written)}"
            yield CODE.at(sentence.place(mention.start), message, "correct the date, or say what was done")


def _is_over(mention: Mention, written: date) -> bool:
    return mention.is_point and mention.last is not None and mention.last < written


def _is_future(before: str) -> bool:
    """Whether the words before a date say that something will be done then."""
    verbs = list(_FUTURE.finditer(before))
    between = before[verbs[-1].end() :] if verbs else ""
    return (
        bool(verbs)
        and len(between) < _LONGEST
        and bool(_LINK.search(between))
        and not _BESIDE.search(_DONE_THEN.sub("", between))
    )


RULE = DocumentRule(CODE, check)
