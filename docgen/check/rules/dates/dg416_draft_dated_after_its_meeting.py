"""A draft is dated after the meeting that is to approve it.

The meeting cannot have had it before it. Either the date of the meeting is that of the one before, or the paper is no
draft any more.

Bad:

```yaml
status: draft
dated: 2014-06-27
committee_date: 2014-06-18
```

Good:

```yaml
status: draft
dated: 2014-06-11
committee_date: 2014-06-18
```

An approved or final paper may be dated after the meeting, when what the meeting asked for has been taken in.

Source: document control as public bodies keep it. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.notice import LateDraft, late_drafts
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.source import Source
from docgen.wording import day_in_words

CODE = Code("DG416", Severity.WARNING, "Draft dated after its meeting", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such date, once for all documents that take it from one place."""
    yield from dict.fromkeys(_fault(draft, facts) for draft in late_drafts(facts.content.programme))


def _fault(draft: LateDraft, facts: ProgrammeFacts) -> Diagnostic:
    day = day_in_words(draft.dated)
    return CODE.at(
        _place(draft, "dated", facts),
        f"the draft is dated '{day}', after the meeting of '{draft.meeting}' that is to approve it",
        "correct one of the two dates, or the status",
        Related(_place(draft, "committee_date", facts), "the meeting"),
    )


def _place(draft: LateDraft, field: str, facts: ProgrammeFacts) -> Source:
    """Where a field stands: with the document, or with the programme."""
    own = ("programme", "documents", draft.number, field)
    is_own = getattr(facts.content.programme.documents[draft.number], field) is not None
    return facts.place(*own) if is_own else facts.place("programme", field)


RULE = ProgrammeRule(CODE, check)
