"""The terms of reference of a committee say neither when they are reviewed nor how its quorum is made up.

Terms without a date of review outlive the reason for which they were written. Terms without a quorum leave it to the
chair of each meeting whether the committee can decide.

Bad:

```yaml
committees:
  group: {name: The group, quorum: 3 members}
```

Good:

```yaml
committees:
  group: {name: The group, quorum: 3 members, review_date: April 2016}
```

Held against committees whose terms of reference are among the documents of the programme.

Source: published terms of reference. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG469", Severity.WARNING, "Terms without review or quorum", __doc__ or "")

_TERMS = "terms-of-reference"


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each thing that is missing, at the committee."""
    governance = facts.content.governance
    if governance is None or not any(request.type == _TERMS for request in facts.content.programme.documents):
        return
    for name, committee in governance.committees.items():
        place = facts.key(("governance", "committees", name))
        if committee.review_date is None and facts.content.programme.review_date is None:
            yield CODE.at(place, f"nothing says when the terms of '{committee.name}' are reviewed", "add 'review_date'")
        if committee.quorum is None:
            yield CODE.at(place, f"nothing says when '{committee.name}' can decide", "add 'quorum'")


RULE = ProgrammeRule(CODE, check)
