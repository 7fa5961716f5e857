"""A committee reports to nobody.

A committee that answers to nobody can neither be held to account nor get its decisions confirmed, and readers cannot
place it among the others.

Bad:

```yaml
committees:
  group: {name: The group, kind: working group}
```

Good:

```yaml
committees:
  group: {name: The group, kind: working group, reports_to: board}
```

A committee that stands in `sub_groups` of another reports to that one.

Source: structure charts of published terms of reference. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG462", Severity.WARNING, "Committee reports to nobody", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such committee, at the committee."""
    committees = facts.committees
    below = {sub for committee in committees.values() for sub in committee.sub_groups}
    for name, committee in committees.items():
        if not committee.reports_to and not committee.accountability and name not in below:
            place = facts.key(("governance", "committees", name))
            help = "name a committee, a board or an organisation in 'reports_to'"
            yield CODE.at(place, f"'{committee.name}' reports to nobody", help)


RULE = ProgrammeRule(CODE, check)
