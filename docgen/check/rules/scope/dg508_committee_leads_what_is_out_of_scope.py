"""A function is out of scope, and yet one of the programme's committees leads it.

What is out of scope stays where it is. A committee of the new arrangement that leads it either has no power to do so,
or the function belongs in scope. One of the two cells was changed and the other was forgotten.

Bad:

```yaml
functions:
  - {function: Manage estates, in_scope: no, lead: strategic-group}
```

Good:

```yaml
functions:
  - {function: Manage estates, in_scope: no, lead: area-team}
```

Committees that exist already may lead what they lead today.

Source: scope tables of published Expressions of Interest. Standing: arithmetic; only one of the two can be right.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.governance import Standing
from docgen.schema.scope import InScope

CODE = Code("DG508", Severity.WARNING, "Committee leads what is out of scope", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such function, at its lead."""
    scope, governance = facts.content.scope, facts.content.governance
    committees = governance.committees if governance else {}
    for number, function in enumerate(scope.functions if scope else []):
        lead = committees.get(function.lead or "")
        if lead is None or lead.standing is Standing.EXISTING or function.in_scope is not InScope.NO:
            continue
        yield CODE.at(
            facts.place("scope", "functions", number, "lead"),
            f"'{function.function}' is out of scope, but '{function.lead}' leads it",
            "name who keeps the function, or put it in scope",
            Related(facts.place("scope", "functions", number, "in_scope"), "it is out of scope here"),
        )


RULE = ProgrammeRule(CODE, check)
