"""Committees report to one another in a circle.

Each of them would be held to account by those whom it holds to account, and no board stands above them.

Bad:

```yaml
committees:
  first: {name: First group, reports_to: second}
  second: {name: Second group, reports_to: first}
```

Good:

```yaml
committees:
  first: {name: First group, reports_to: second}
  second: {name: Second group, reports_to: board}
```

Source: structure charts of published terms of reference. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.source import Source
from docgen.wording import listed

CODE = Code("DG463", Severity.ERROR, "Committees report in a circle", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each circle, at the first of its committees, with the others."""
    committees = facts.committees
    above = {name: [id for id in committee.reports_to if id in committees] for name, committee in committees.items()}
    told: set[frozenset[str]] = set()
    for name in committees:
        circle = _circle(name, above)
        if not circle or frozenset(circle) in told:
            continue
        told.add(frozenset(circle))
        names = listed([f"'{committees[id].name}'" for id in circle])
        others = [Related(_place(id, facts), f"'{committees[id].name}' is one of them") for id in circle[1:]]
        yield CODE.at(
            _place(name, facts), _message(names, circle), "name a board in 'reports_to' of one of them", *others
        )


def _message(names: str, circle: Sequence[str]) -> str:
    return f"{names} reports to itself" if len(circle) == 1 else f"{names} report to one another in a circle"


def _place(name: str, facts: ProgrammeFacts) -> Source:
    return facts.place("governance", "committees", name, "reports_to")


def _circle(name: str, above: Mapping[str, Sequence[str]]) -> list[str]:
    """The shortest way by which a committee reports to itself; empty where there is none."""
    ways, reached = [[name]], {name}
    for way in ways:
        if name in above[way[-1]]:
            return way
        onward = [id for id in dict.fromkeys(above[way[-1]]) if id not in reached]
        reached.update(onward)
        ways += [[*way, id] for id in onward]
    return []


RULE = ProgrammeRule(CODE, check)
