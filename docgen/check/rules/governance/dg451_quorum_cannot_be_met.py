"""The quorum of a committee cannot be met even when every voting member is there.

A committee that can never decide has to change its terms of reference before its first decision, and what it has
decided until then can be challenged. Often the quorum was kept while members were taken away, or asks for a kind of
member that the committee does not have.

Bad:

```yaml
chair: lay-chair
members:
  - {id: lay-chair, role: Lay member, voting: yes, lay: yes}
  - {id: nurse, role: Nurse, voting: yes, clinical: yes}
quorum: 3 members
```

Good:

```yaml
chair: lay-chair
members:
  - {id: lay-chair, role: Lay member, voting: yes, lay: yes}
  - {id: nurse, role: Nurse, voting: yes, clinical: yes}
quorum: 2 members, including 1 clinical
```

Members without a vote do not count towards the quorum.

Source: the rules of quorum in published terms of reference. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG451", Severity.ERROR, "Quorum cannot be met", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such committee, at its quorum."""
    for name, committee in facts.committees.items():
        voting = [member for member in committee.members if member.voting]
        quorum = committee.quorum
        if quorum is None or quorum.is_met(voting, committee.chair, committee.vice_chair):
            continue
        path = ("governance", "committees", name)
        yield CODE.at(
            facts.place(*path, "quorum"),
            f"the quorum of '{committee.name}' is '{quorum.text}', which not even all its voting members meet",
            "ask for fewer members, or for kinds of member that the committee has",
            Related(facts.place(*path, "members"), f"of these, {len(voting)} vote"),
        )


RULE = ProgrammeRule(CODE, check)
