"""A consultee has not answered, as the list says, and yet the paper gives their opinion.

One of the two is out of date. Where an answer came after the list was written, the list understates the engagement;
where none came, the paper puts words into somebody's mouth.

Bad:

```yaml
consultees:
  - {id: trust, name: Mental health trust, kind: stakeholder, response: none yet}
feedback:
  - group: Local stakeholders
    consultees: [trust]
    summary: Broad support
    positives: [{label: Mental health trust, points: Welcomes the plan}]
```

Good:

```yaml
consultees:
  - {id: trust, name: Mental health trust, kind: stakeholder, response: Letter of 6 June}
feedback:
  - group: Local stakeholders
    consultees: [trust]
    summary: Broad support
    positives: [{label: Mental health trust, points: Welcomes the plan}]
```

Points that say that no answer came are no opinion.

Source: tables of feedback in published Expressions of Interest. Standing: arithmetic; only one of the two can be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from docgen.check.prose.engagement.consultees import is_called, remarks_of
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG523", Severity.WARNING, "Silent consultee has feedback", __doc__ or "")
_SILENT = Pattern(
    r"^\W*(?:none\b|no\s+(?:\w+\s+)?(?:response|reply|answer|feedback)|not\s+(?:yet\s+)?(?:answered|replied|received)|"
    r"(?:did|has|have)\s+not\s+(?:yet\s+)?(?:answer|repl|respon)\w*|awaited|awaiting|outstanding)",
    re.IGNORECASE,
)


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each remark that is labelled with a silent consultee's name."""
    engagement = facts.content.engagement
    silent = [
        (number, each)
        for number, each in enumerate(engagement.consultees if engagement else ())
        if each.response and _SILENT.search(each.response)
    ]
    for (path, remarks), (number, consultee) in product(remarks_of(engagement), silent):
        if all(map(_SILENT.search, remarks.points)) or not is_called(remarks.label, consultee, facts.content):
            continue
        yield CODE.at(
            facts.place(*path, "label"),
            f"'{remarks.label}' gives feedback, but has not answered: '{consultee.response}'",
            "bring 'response' up to date, or take the feedback out",
            Related(facts.place("engagement", "consultees", number, "response"), "no answer came, it says here"),
        )


RULE = ProgrammeRule(CODE, check)
