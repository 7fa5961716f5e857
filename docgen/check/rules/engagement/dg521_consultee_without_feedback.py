"""Somebody was asked, but the paper does not say what they answered.

A paper that lists a consultee and is silent about their answer leaves readers to guess whether they agreed, objected
or were forgotten. Those who decide must be able to take every answer into account.

Bad:

```yaml
consultees:
  - {id: local-authority, name: Local authority, kind: stakeholder}
feedback:
  - {group: Local stakeholders, summary: Broad support}
```

Good:

```yaml
consultees:
  - {id: local-authority, name: Local authority, kind: stakeholder}
feedback:
  - {group: Local stakeholders, consultees: [local-authority], summary: Broad support}
```

Where somebody has not answered, say so in `response`: `none yet`. A paper without any feedback is not looked at.

Source: a published Expression of Interest of 2014, whose table of feedback leaves out the mental health trust that had
been asked. Standing: the results of a consultation must be taken into account (Gunning, case law); the form in which
a paper shows it is good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG521", Severity.WARNING, "Consultee without feedback", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such consultee, at the consultee."""
    engagement = facts.content.engagement
    if engagement is None or not engagement.feedback:
        return
    heard = {name for feedback in engagement.feedback for name in feedback.consultees}
    for number, consultee in enumerate(engagement.consultees):
        if consultee.response or consultee.id in heard:
            continue
        yield CODE.at(
            facts.place("engagement", "consultees", number),
            f"'{consultee.name}' was asked, but no feedback is theirs",
            _remedy(consultee.id),
        )


def _remedy(name: str | None) -> str:
    listed = "give them an 'id', and list it" if name is None else f"list '{name}'"
    return f"{listed} under 'consultees' of a feedback, or say in 'response' how they answered"


RULE = ProgrammeRule(CODE, check)
