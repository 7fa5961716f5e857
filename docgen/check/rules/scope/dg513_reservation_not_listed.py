"""The scope reserves a function, but the list of reserved decisions leaves it out.

Papers print the list of reserved decisions by itself, and boards approve that list. What only the scope reserves is
overlooked when powers are passed on.

Bad:

```yaml
# scope.yaml
functions:
  - {id: mergers, function: Mergers, in_scope: yes, lead: strategic-group, reserved_to: ccg-board}
# governance.yaml
reserved:
  - {decision: Discretionary payments, to: ccg-board}
```

Good:

```yaml
reserved:
  - {decision: Discretionary payments, to: ccg-board}
  - {decision: Mergers of practices, function: mergers, to: ccg-board}
```

A paper without a list of reserved decisions is not looked at.

Source: published Expressions of Interest and schemes of delegation. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.scope.topics import names, topics_of
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.governance import ReservedDecision
from docgen.schema.scope import Function

CODE = Code("DG513", Severity.WARNING, "Reservation not listed", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such function, at its reservation."""
    scope, governance = facts.content.scope, facts.content.governance
    if scope is None or governance is None or not governance.reserved:
        return
    for number, function in enumerate(scope.functions):
        if function.reserved_to is None or any(_is_meant(function, each) for each in governance.reserved):
            continue
        yield CODE.at(
            facts.place("scope", "functions", number, "reserved_to"),
            f"'{function.function}' is reserved to '{function.reserved_to}', but no reserved decision is about it",
            "add it to 'reserved' in governance, with the function's id",
            Related(facts.place("governance", "reserved"), "the reserved decisions are listed here"),
        )


def _is_meant(function: Function, reserved: ReservedDecision) -> bool:
    """By id, or by words where the decision gives no id."""
    if reserved.function is not None:
        return reserved.function == function.id
    return any(names(reserved.decision, topic) for topic in topics_of(function.function))


RULE = ProgrammeRule(CODE, check)
