"""A function is in scope, but nobody leads it.

A function without a lead is done by nobody, or by two groups. Those who approve the scope ask who will do the work, and
a table that answers for some functions only looks unfinished.

Bad:

```yaml
functions:
  - {function: Plan the workforce, in_scope: yes, lead: strategic-group}
  - {function: Provide training, in_scope: yes}
```

Good:

```yaml
functions:
  - {function: Plan the workforce, in_scope: yes, lead: strategic-group}
  - {function: Provide training, in_scope: yes, lead: strategic-group}
```

A comment that says who leads or co-ordinates is taken as an answer. Where no function at all has a lead, the scope is
reported once. Functions that come into scope later are left alone.

Source: scope tables of published Expressions of Interest. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.scope import Function, InScope
from docgen.wording import counted

CODE = Code("DG506", Severity.WARNING, "Function without lead", __doc__ or "")
_SAYS_WHO = Pattern(r"\b(?:leads?|led|co-?ordinat\w+|responsib\w+|carried out by|done by|runs?)\b", re.IGNORECASE)
_REMEDY = "name a committee, a body or an organisation under 'lead'"


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such function; one for all where none has a lead."""
    functions = facts.content.scope.functions if facts.content.scope else []
    without = [number for number, function in enumerate(functions) if _lacks_lead(function)]
    if len(without) > 1 and not any(function.lead for function in functions):
        message = f"{counted(len(without), 'function')} are in scope, but the table of functions has no 'lead'"
        yield CODE.at(facts.place("scope", "functions"), message, _REMEDY)
        return
    for number in without:
        message = f"'{functions[number].function}' is in scope, but nobody leads it"
        yield CODE.at(facts.place("scope", "functions", number), message, _REMEDY)


def _lacks_lead(function: Function) -> bool:
    is_in = function.in_scope in (InScope.YES, InScope.PARTLY)
    return is_in and function.lead is None and not _SAYS_WHO.search(" ".join(function.comment))


RULE = ProgrammeRule(CODE, check)
