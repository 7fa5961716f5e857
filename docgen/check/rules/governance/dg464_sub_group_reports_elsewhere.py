"""A committee names a sub-group that does not report to it.

The two entries contradict each other. Whoever reads the terms of reference of one finds another structure than whoever
reads those of the other.

Bad:

```yaml
committees:
  strategic: {name: Strategic group, sub_groups: [operational], reports_to: board}
  operational: {name: Operational group, reports_to: board}
```

Good:

```yaml
committees:
  strategic: {name: Strategic group, sub_groups: [operational], reports_to: board}
  operational: {name: Operational group, reports_to: [strategic, board]}
```

One that reports to itself is left to DG463.

Source: structure charts of published terms of reference. Standing: a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG464", Severity.WARNING, "Sub-group reports elsewhere", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such sub-group, at its name, with the place that says to whom it reports."""
    committees = facts.committees
    pairs = [(name, number, sub) for name, each in committees.items() for number, sub in enumerate(each.sub_groups)]
    for name, number, sub in pairs:
        other = committees.get(sub)
        if other is None or not other.reports_to or {name, sub} & set(other.reports_to):
            continue
        yield CODE.at(
            facts.place("governance", "committees", name, "sub_groups", number),
            f"'{other.name}' is a sub-group of '{committees[name].name}', but does not report to it",
            f"add '{name}' to its 'reports_to', or take it off this list",
            Related(facts.place("governance", "committees", sub, "reports_to"), "it reports to these"),
        )


RULE = ProgrammeRule(CODE, check)
