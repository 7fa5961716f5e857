"""A function is in scope, but an organisation leads it that is none of the programme's committees.

What is in scope is decided together, by the committees that the paper proposes. Where another organisation leads, the
function may not be in scope at all, or the paper has to say how the organisation reports to a committee.

Bad:

```yaml
functions:
  - {function: Review dental services, in_scope: yes, lead: area-team}
```

Good:

```yaml
functions:
  - function: Review dental services
    in_scope: yes
    lead: area-team
    comment: The area team does the work and reports to the strategic group
```

Source: the scope table of a published Expression of Interest of 2014. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.check.prose.words.bodies import organisation_of
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.content import Content
from docgen.schema.scope import Function, InScope

CODE = Code("DG507", Severity.NOTE, "Function led from outside", __doc__ or "")
_ANSWERS = Pattern(r"\b(?:reports?|reporting|accountable|answers?|on behalf)\b", re.IGNORECASE)


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such function, at its lead."""
    content = facts.content
    if content.scope is None or content.governance is None or not content.governance.committees:
        return
    for number, function in enumerate(content.scope.functions):
        if function.in_scope is InScope.YES and _is_led_from_outside(function, content):
            yield CODE.at(
                facts.place("scope", "functions", number, "lead"),
                f"'{function.function}' is in scope, but '{function.lead}' leads it, which is none of the committees",
                "name a committee as lead, or say in 'comment' to which committee the lead reports",
            )


def _is_led_from_outside(function: Function, content: Content) -> bool:
    committees = content.governance.committees if content.governance else {}
    if function.lead is None or function.lead in committees or _ANSWERS.search(" ".join(function.comment)):
        return False
    return organisation_of(function.lead, content) != content.programme.organisation


RULE = ProgrammeRule(CODE, check)
