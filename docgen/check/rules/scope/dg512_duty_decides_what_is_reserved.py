"""A duty of a committee is to decide what governance reserves to another body.

The list of reserved decisions and the terms of reference are approved together, and often contradict each other. The
first decision of the committee on such a matter would be made without power.

Bad:

```yaml
committees:
  operational-group:
    responsibilities:
      - Approve discretionary payments
reserved:
  - {decision: Discretionary payments, to: ccg-board}
```

Good:

```yaml
committees:
  operational-group:
    responsibilities:
      - Prepare decisions on discretionary payments, and recommend them to the board
reserved:
  - {decision: Discretionary payments, to: ccg-board}
```

A duty that names a limit (`below`, `up to`) or that only recommends or prepares is no contradiction.

Source: published terms of reference. Standing: local practice; the board's constitution says what it may delegate.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from docgen.check.prose.scope.duties import decides, duties_of
from docgen.check.prose.scope.index import Topic
from docgen.check.prose.scope.topics import names, topics_of
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.content import Content
from docgen.schema.governance import ReservedDecision

CODE = Code("DG512", Severity.WARNING, "Duty decides what is reserved", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each duty that decides what is reserved to another body."""
    governance = facts.content.governance
    deciding = [
        (name, *duty) for name, each in facts.committees.items() for duty in duties_of(each) if decides(duty[2])
    ]
    reserved = enumerate(governance.reserved if governance else ())
    kept = [(number, each, _topics(each, facts.content)) for number, each in reserved]
    for (name, field, at, line), (number, decision, topics) in product(deciding, kept):
        if decision.to == name or not any(names(line, topic) for topic in topics):
            continue
        yield CODE.at(
            facts.place("governance", "committees", name, field, at),
            f"'{name}' decides here what is reserved to '{decision.to}': '{decision.decision}'",
            "let the committee prepare or recommend it, or take the decision out of 'reserved'",
            Related(facts.place("governance", "reserved", number), "it is reserved here"),
        )


def _topics(reserved: ReservedDecision, content: Content) -> list[Topic]:
    """What a reserved decision is about, in its own words and in those of its function."""
    functions = content.scope.functions if content.scope else []
    named = [each.function for each in functions if each.id is not None and each.id == reserved.function]
    return [topic for words in [reserved.decision, *named] for topic in topics_of(words)]


RULE = ProgrammeRule(CODE, check)
