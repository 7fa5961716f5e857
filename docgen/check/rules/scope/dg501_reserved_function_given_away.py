"""A decision that governance keeps for one body is given to another in the scope, or is out of scope altogether.

The scope table and the list of reserved decisions are read by different people. Where they contradict each other, two
bodies believe that they decide, or none does. A reserved decision means the function whose id it gives; without an id,
the one whose main words it has: `Confirming mergers of practices` means `Decide on practice mergers`.

The one who leads a function may prepare what another decides: then `reserved_to` says so in the scope.

Bad:

```yaml
# governance.yaml
reserved:
  - {decision: Mergers of practices, function: mergers, to: ccg-board}
# scope.yaml
functions:
  - {id: mergers, function: Mergers, in_scope: yes, lead: strategic-group}
```

Good:

```yaml
# governance.yaml
reserved:
  - {decision: Mergers of practices, function: mergers, to: ccg-board}
# scope.yaml
functions:
  - {id: mergers, function: Mergers, in_scope: yes, lead: strategic-group, reserved_to: ccg-board}
```

Source: a published Expression of Interest of 2014 keeps contractual sanctions, mergers and discretionary payments with
the board, and gives them away in its table. Standing: local practice; the board's constitution
says what it may delegate.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from docgen.check.prose.scope.topics import Topics, topics_in
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.content import Content
from docgen.schema.governance import ReservedDecision
from docgen.schema.scope import Function, InScope

CODE = Code("DG501", Severity.ERROR, "Reserved function given away", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each contradiction, at the scope's row."""
    for (number, function), (position, reserved) in _reserved_functions(facts.content):
        field, words = _contradiction(function, reserved)
        if words:
            yield CODE.at(
                facts.place("scope", "functions", number, field),
                f"'{function.function}' {words}, but its decision is reserved to '{reserved.to}'",
                f"write '{reserved.to}' under 'reserved_to', or take the decision out of 'reserved' in governance",
                Related(facts.place("governance", "reserved", position), "it is reserved here"),
            )


def _reserved_functions(content: Content) -> list[tuple[tuple[int, Function], tuple[int, ReservedDecision]]]:
    """Each function of the scope beside each decision about it that is reserved, both with their positions."""
    functions = content.scope.functions if content.scope else []
    decisions = content.governance.reserved if content.governance else []
    topics = topics_in(functions)
    meant = {position: _meant(decision, functions, topics) for position, decision in enumerate(decisions)}
    pairs = product(enumerate(functions), enumerate(decisions))
    return [(function, decision) for function, decision in pairs if function[0] in meant[decision[0]]]


def _meant(reserved: ReservedDecision, functions: list[Function], topics: Topics) -> set[int]:
    """By the function's id; where the reserved decision gives none, by the words of its name."""
    if reserved.function is not None:
        return {number for number, function in enumerate(functions) if function.id == reserved.function}
    alike = {n for n, function in enumerate(functions) if function.function.casefold() == reserved.decision.casefold()}
    return alike or {mention.number for mention in topics.mentions(reserved.decision)}


def _contradiction(function: Function, reserved: ReservedDecision) -> tuple[str, str]:
    """The field of the scope that says otherwise, and what it says; empty words where nothing does."""
    if function.reserved_to is not None:
        differs = function.reserved_to != reserved.to
        return "reserved_to", f"is reserved to '{function.reserved_to}' in the scope" if differs else ""
    if function.lead == reserved.to:
        return "lead", ""
    if function.lead is not None:
        return "lead", f"is led by '{function.lead}'"
    return "in_scope", "is out of scope" if function.in_scope is InScope.NO else ""


RULE = ProgrammeRule(CODE, check)
