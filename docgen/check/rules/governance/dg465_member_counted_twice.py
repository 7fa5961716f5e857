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

Two seats with the same role, of the same organisation and without names may be one seat that was written twice: that is
a note. Roles that several people have, such as `GP member`, are left alone.

Source: memberships in published terms of reference. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.check.rule import ProgrammeFacts, ProgrammeRule, undecided
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.governance import Committee

CODE = Code("DG465", Severity.WARNING, "Member counted twice", __doc__ or "")

_OF_MANY = Pattern(
    r"(?!chief\b)(?:\w+\s+){0,2}(?:members?|representatives?|GPs?|general\s+practitioners?|practices?|partners?|patients?|clinicians?|"
    r"nurses?|doctors?|consultants?|councillors?|officers?|persons?|people|clinical\s+leads?|directors?|managers?)",
    re.IGNORECASE,
)
"""Roles that say nothing of which seat is meant."""


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
        yield from (_alike(name, committee, pair, facts) for pair in _seats_alike(committee))


def _alike(name: str, committee: Committee, pair: tuple[int, int], facts: ProgrammeFacts) -> Diagnostic:
    path = ("governance", "committees", name, "members")
    return undecided(
        CODE,
        facts.place(*path, pair[1], "role"),
        f"two seats with a vote in '{committee.name}' are those of '{committee.members[pair[1]].role}'",
        "delete one where they are the same seat; else say what tells them apart, or who holds them",
        Related(facts.place(*path, pair[0], "role"), "the first seat"),
    )


def _seats_alike(committee: Committee) -> Iterator[tuple[int, int]]:
    """The first seat with a role that one person has, and each further one, where nobody is named."""
    first: dict[tuple[str, str | None], int] = {}
    for number, member in enumerate(committee.members):
        role = " ".join(member.role.casefold().split())
        if not member.voting or member.name or _OF_MANY.fullmatch(role):
            continue
        seat = first.setdefault((role, member.organisation), number)
        if seat != number:
            yield seat, number


def _second_seats(committee: Committee) -> Iterator[tuple[int, int]]:
    """The first seat of a person who votes, and each further one."""
    first: dict[str, int] = {}
    named = ((number, member.name) for number, member in enumerate(committee.members) if member.voting and member.name)
    for number, name in named:
        seat = first.setdefault(" ".join(name.casefold().split()), number)
        if seat != number:
            yield seat, number


RULE = ProgrammeRule(CODE, check)
