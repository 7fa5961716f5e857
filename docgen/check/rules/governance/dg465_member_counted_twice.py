"""One person holds two seats with a vote in the same committee.

The person is counted twice towards the quorum and in votes, or the committee has one member fewer than it seems.

Bad:

```yaml
members:
  - {id: nurse, role: Registered nurse, name: J. Smith, voting: yes}
  - {id: quality-lead, role: Lead for quality, name: J. Smith, voting: yes}
```

Good:

```yaml
members:
  - {id: nurse, role: Registered nurse and lead for quality, name: J. Smith, voting: yes}
```

Source: memberships in published terms of reference. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.governance import Committee

CODE = Code("DG465", Severity.WARNING, "Member counted twice", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each further seat of the same person, at the name, with the first."""
    for name, committee in facts.committees.items():
        path = ("governance", "committees", name, "members")
        for first, number in _second_seats(committee):
            yield CODE.at(
                facts.place(*path, number, "name"),
                f"'{committee.members[number].name}' has two votes in '{committee.name}'",
                "join the two seats, or take the vote from one of them",
                Related(facts.place(*path, first, "name"), "the first seat"),
            )


def _second_seats(committee: Committee) -> Iterator[tuple[int, int]]:
    """The first seat of a person who votes, and each further one."""
    first: dict[str, int] = {}
    named = ((number, member.name) for number, member in enumerate(committee.members) if member.voting and member.name)
    for number, name in named:
        seat = first.setdefault(" ".join(name.casefold().split()), number)
        if seat != number:
            yield seat, number


RULE = ProgrammeRule(CODE, check)
