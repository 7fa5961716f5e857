"""Interests may be declared later than they have to be.

An interest that comes to light after a decision can overturn it. The law gives a number of days in which an interest
is declared and recorded; terms of reference may ask for fewer, not for more.

Bad:

```yaml
conflicts_of_interest:
  arrangements: [Members declare their interests]
  declaration_days: 90
```

Good:

```yaml
conflicts_of_interest:
  arrangements: [Members declare their interests]
  declaration_days: 28
```

Source: the pack names it. Standing: as the pack says.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.base import Part
from docgen.schema.values import Positive

CODE = Code("DG458", Severity.ERROR, "Interests declared late", __doc__ or "")


class Declaration(Part):
    """In how many days an interest is declared."""

    days: Positive = Field(description="The most days")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic where the programme gives more days, at the number."""
    governance = facts.content.governance
    conflicts = governance.conflicts_of_interest if governance else None
    if conflicts is None or conflicts.declaration_days is None:
        return
    for provision in facts.provided(CODE, Declaration):
        most, given = provision.values.days, conflicts.declaration_days
        if given > most:
            place = facts.place("governance", "conflicts_of_interest", "declaration_days")
            message = f"interests are declared within '{given}' days, which is more than {most}"
            yield provision.at(CODE, place, message, f"write {most} days or fewer")


RULE = ProgrammeRule(CODE, check, values=Declaration)
