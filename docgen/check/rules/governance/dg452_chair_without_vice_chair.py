"""A committee has nobody who can take the chair when the chair is away or has a conflict of interest.

The chair has to leave an item in which they have an interest, as every member has. Without a vice-chair nobody leads
the item, and a quorum that asks for the chair or the vice-chair cannot be kept.

Bad:

```yaml
chair: lay-chair
```

Good:

```yaml
chair: lay-chair
vice_chair: hwb-member
```

Source: the superset of published terms of reference. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG452", Severity.WARNING, "Chair without vice-chair", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such committee, at the chair or at the vice-chair who is the chair."""
    for name, committee in facts.committees.items():
        path = ("governance", "committees", name)
        if committee.vice_chair is None:
            yield CODE.at(
                facts.place(*path, "chair"),
                f"'{committee.name}' has a chair but no vice-chair",
                "name the member who stands in under 'vice_chair'",
            )
        elif committee.vice_chair == committee.chair:
            yield CODE.at(
                facts.place(*path, "vice_chair"),
                f"'{committee.chair}' is both chair and vice-chair of '{committee.name}'",
                "name another member under 'vice_chair'",
            )


RULE = ProgrammeRule(CODE, check)
