"""A version was reviewed or approved before it was made.

An approval counts for the text that lay before those who gave it. One that is older than the version it names is
either dated wrongly or stands for an earlier text, and the approval has to be sought again.

Bad:

```yaml
versions:
  - {version: "1.0", date: 2014-06-20, author: The team, change: Comments taken in}
approvals:
  - {by: Chair, date: May 2014, version: "1.0"}
```

Good:

```yaml
approvals:
  - {by: Chair, date: June 2014, version: "1.0"}
```

Source: a decision dated before the text it rests on, in published papers. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.document_control import Approval, DocumentControl
from docgen.wording import day_in_words

CODE = Code("DG553", Severity.WARNING, "Approved before it was made", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such approval, at its date."""
    control = facts.content.document_control
    for number, approval in enumerate(control.approvals if control else ()):
        row = _row_of(approval, control) if control else None
        if row is None or control is None or approval.date is None:
            continue
        made = control.versions[row].date
        if approval.date.last < made:
            place = ("document_control", "versions", row, "date")
            message = f"version '{approval.version}' has an approval of '{approval.date}', before it was made"
            related = Related(facts.place(*place), f"it was made on {day_in_words(made)}")
            help = "correct one of the two dates, or name the version that was approved"
            yield CODE.at(facts.place("document_control", "approvals", number, "date"), message, help, related)


def _row_of(approval: Approval, control: DocumentControl) -> int | None:
    """The first row about the version that was approved, for the same documents."""
    rows = (
        number
        for number, row in enumerate(control.versions)
        if row.version == approval.version and set(row.documents) == set(approval.documents)
    )
    return next(rows, None)


RULE = ProgrammeRule(CODE, check)
