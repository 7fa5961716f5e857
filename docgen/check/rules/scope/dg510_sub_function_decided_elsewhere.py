"""A sub-function is also a function of its own, or belongs to another function, and the two are decided differently.

Long tables split the work in more than one way. Where a task stands under a function that is in scope and again under
one that is not, nobody can say who does it.

Bad:

```yaml
functions:
  - {function: Manage premises, in_scope: yes, sub_functions: [Carry out rent reviews]}
  - {function: Rent reviews, in_scope: no}
```

Good:

```yaml
functions:
  - {function: Manage premises, in_scope: yes, sub_functions: [Approve new premises]}
  - {function: Rent reviews, in_scope: no}
```

What only names contracts, such as `Core GMS contracts`, may stand under several functions: they do different things
with the same contracts.

Source: scope tables of published Expressions of Interest. Standing: arithmetic; only one of the two can be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from docgen.check.prose.pattern import Pattern
from docgen.check.prose.scope.topics import matter_of
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.scope import Function, InScope
from docgen.source import Path

CODE = Code("DG510", Severity.WARNING, "Sub-function decided elsewhere", __doc__ or "")
_OPPOSITE = {InScope.YES: InScope.NO, InScope.NO: InScope.YES}
_ONLY_CONTRACTS = Pattern(r"\b(?:GMS|PMS|APMS|QOF|DES|LES|contracts?|schemes?)\b", re.IGNORECASE)
_TASK = Pattern(
    r"^(?:\w+ing|carry out|manage|approve|review|plan|design|negotiate|monitor|keep|handle|apply|make|refer\w*)\b",
    re.IGNORECASE,
)


class _Task(Struct, frozen=True):
    """A function or a sub-function, and the function in whose row it stands."""

    number: int
    words: str
    path: Path


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each sub-function that another row decides differently, at the sub-function."""
    functions = facts.content.scope.functions if facts.content.scope else []
    named = [_Task(number, each.function, (number, "function")) for number, each in enumerate(functions)]
    below = [task for number, each in enumerate(functions) for task in _sub_functions(number, each)]
    rows, parts = _first(named, functions), _first(below, functions)
    for task in below:
        sought = (matter_of(task.words), _OPPOSITE.get(functions[task.number].in_scope))
        other = rows.get(sought) or _before(task, parts.get(sought))
        if other:
            yield _contradiction(task, other, functions, facts)


def _first(tasks: Iterable[_Task], functions: list[Function]) -> Mapping[tuple[frozenset[str], InScope | None], _Task]:
    """The first task with each matter and each decision: long tables are gone through once."""
    first: dict[tuple[frozenset[str], InScope | None], _Task] = {}
    for task in tasks:
        first.setdefault((matter_of(task.words), functions[task.number].in_scope), task)
    return first


def _before(task: _Task, other: _Task | None) -> _Task | None:
    return other if other and other.number < task.number else None


def _sub_functions(number: int, function: Function) -> Iterator[_Task]:
    for position, words in enumerate(function.sub_functions):
        if _TASK.search(words) or not _ONLY_CONTRACTS.search(words):
            yield _Task(number, words, (number, "sub_functions", position))


def _contradiction(task: _Task, other: _Task, functions: list[Function], facts: ProgrammeFacts) -> Diagnostic:
    ours, theirs = functions[task.number], functions[other.number]
    return CODE.at(
        facts.place("scope", "functions", *task.path),
        f"'{task.words}' is a part of '{ours.function}' ({ours.in_scope}), but stands in the scope again "
        f"({theirs.in_scope})",
        "let it stand in one row only, or say what part of it each row means",
        Related(facts.place("scope", "functions", *other.path), f"it stands here as '{other.words}'"),
    )


RULE = ProgrammeRule(CODE, check)
