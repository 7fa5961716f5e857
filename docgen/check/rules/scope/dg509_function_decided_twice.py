"""The same function stands twice in the scope.

Tables of functions grow out of lists by several people. A function that two rows decide differently is in scope for one
reader and out of scope for another; one that two rows decide alike is counted twice.

Bad:

```yaml
functions:
  - {function: Rent reviews, in_scope: yes}
  - {function: Carry out rent reviews, in_scope: no}
```

Good:

```yaml
functions:
  - {function: Carry out rent reviews, in_scope: no}
```

Functions are the same where the matter that they name is the same, whatever is to be done about it.

Source: scope tables of published Expressions of Interest. Standing: arithmetic; only one of the two can be right.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.scope.topics import matter_of
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.scope import Function

CODE = Code("DG509", Severity.ERROR, "Function decided twice", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each row that repeats an earlier one, at its function."""
    first: dict[frozenset[str], int] = {}
    functions = facts.content.scope.functions if facts.content.scope else []
    for number, function in enumerate(functions):
        matter = matter_of(function.function)
        earlier = first.setdefault(matter, number)
        if not matter or earlier == number:
            continue
        yield CODE.at(
            facts.place("scope", "functions", number, "function"),
            f"'{function.function}' ({_decision(function)}) stands twice in the scope"
            f", the first time with '{_decision(functions[earlier])}'",
            "keep one of the two rows",
            Related(facts.place("scope", "functions", earlier), f"it stands here as '{functions[earlier].function}'"),
        )


def _decision(function: Function) -> str:
    return f"{function.in_scope}, {function.lead}" if function.lead else str(function.in_scope)


RULE = ProgrammeRule(CODE, check)
