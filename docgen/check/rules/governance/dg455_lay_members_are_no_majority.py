"""Lay members and executives do not outnumber the clinicians among those who vote, or lay members have no majority.

A committee that decides on contracts of general practice must be able to decide without those who hold such contracts.
What is counted differs between the sources, and one of them is garbled; the pack says what it counts.

Bad:

```yaml
members:
  - {id: lay-member, role: Lay member, lay: yes, voting: yes}
  - {id: gp-1, role: GP, clinical: yes, voting: yes}
  - {id: gp-2, role: GP, clinical: yes, voting: yes}
```

Good:

```yaml
members:
  - {id: lay-member, role: Lay member, lay: yes, voting: yes}
  - {id: lay-governance, role: Lay member for governance, lay: yes, voting: yes}
  - {id: gp-1, role: GP, clinical: yes, voting: yes}
```

Source: the pack names it. Standing: as the pack says.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from docgen.check.membership import MeantCommittees, held_committees
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.governance import Member
from docgen.schema.types import YesNo

CODE = Code("DG455", Severity.WARNING, "Lay members are no majority", __doc__ or "")


class LayMajority(MeantCommittees):
    """Who must outnumber the others."""

    with_executives: YesNo = Field(default=False, description="Whether executives count on the side of lay members")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such committee, at its members."""
    for provision, name, committee in held_committees(facts, CODE, LayMajority):
        voting = [member for member in committee.members if member.voting]
        counted = [member for member in voting if _is_counted(member, provision.values)]
        if not voting or 2 * len(counted) > len(voting):
            continue
        who = "lay or executive" if provision.values.with_executives else "lay"
        place = facts.place("governance", "committees", name, "members")
        message = (
            f"{len(counted)} of {len(voting)} voting members of '{committee.name}' are {who}, which is no majority"
        )
        yield provision.at(CODE, place, message, "add such members, or take the vote from others")


def _is_counted(member: Member, values: LayMajority) -> bool:
    return member.lay or (values.with_executives and member.executive and not member.clinical)


RULE = ProgrammeRule(CODE, check, values=LayMajority)
