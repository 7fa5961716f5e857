"""An action stands under one month and is due in another.

Whoever reads the plan month by month looks for the action in the wrong place. One that is due before its month is most
often a wrong date; one that is due after it may be meant to begin in its month, which is a note only.

Bad:

```yaml
actions:
  - {month: December 2014, action: Inform the practices, leads: JB, due: 12 November 2014}
```

Good:

```yaml
actions:
  - {month: December 2014, action: Inform the practices, leads: JB, due: 12 December 2014}
```

Source: a published action plan of 2018, grouped by month. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened, undecided
from docgen.check.when_words import at_time
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.timescales import Action

CODE = Code("DG406", Severity.WARNING, "Action due in another month", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such action, at its date."""
    timescales = facts.content.timescales
    for number, action in enumerate(timescales.actions if timescales else []):
        yield from _misplaced(action, number, facts)


def _misplaced(action: Action, number: int, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    if action.due is None or (action.due.first <= action.month.last and action.month.first <= action.due.last):
        return
    path = ("timescales", "actions", number)
    message = f"action '{shortened(action.action)}' stands under '{action.month}' and is due {at_time(action.due)}"
    related = Related(facts.place(*path, "month"), "its month")
    if action.due.last < action.month.first:
        yield CODE.at(facts.place(*path, "due"), message, "correct its date or its month", related)
    else:
        yield undecided(CODE, facts.place(*path, "due"), message, "say so where only its start is meant", related)


RULE = ProgrammeRule(CODE, check)
