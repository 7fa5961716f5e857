"""An action of the plan has nobody who leads it, or no day by which it is to be done.

An action that nobody owns, or that is never due, is not done, and nobody notices. An action whose status is `done`
needs no date.

Bad:

```yaml
actions:
  - {month: December 2014, action: Inform the member practices}
```

Good:

```yaml
actions:
  - {month: December 2014, action: Inform the member practices, leads: JB, due: 12 December 2014}
```

Source: a published action plan of 2014, in which 8 of 16 actions have no date and one has no lead.
Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.timescales import Progress

CODE = Code("DG402", Severity.WARNING, "Action without lead or date", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each thing that an action lacks, at the action."""
    timescales = facts.content.timescales
    for number, action in enumerate(timescales.actions if timescales else []):
        place = facts.place("timescales", "actions", number)
        name = shortened(action.action)
        if not action.leads:
            yield CODE.at(place, f"action '{name}' has no lead", "write the initials of whoever leads it under 'leads'")
        if action.due is None and action.status is not Progress.DONE:
            yield CODE.at(place, f"action '{name}' is never due", "write the day by which it is to be done under 'due'")


RULE = ProgrammeRule(CODE, check)
