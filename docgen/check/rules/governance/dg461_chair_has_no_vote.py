"""The chair or the vice-chair of a committee has no vote there.

A chair who does not vote cannot count towards a quorum of voting members, and cannot have the casting vote that many
terms of reference give. Usually a mark was forgotten.

Bad:

```yaml
chair: lay-member
members:
  - {id: lay-member, role: Lay member, lay: yes, voting: no}
```

Good:

```yaml
chair: lay-member
members:
  - {id: lay-member, role: Lay member, lay: yes, voting: yes}
```

Source: published terms of reference. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.governance import Committee, Member

CODE = Code("DG461", Severity.WARNING, "Chair has no vote", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such chair and vice-chair, at the member's vote."""
    for name, committee in facts.committees.items():
        path = ("governance", "committees", name)
        for office, number, member in _without_vote(committee):
            yield CODE.at(
                facts.place(*path, "members", number, "voting"),
                f"the {office.replace('_', '-')} of '{committee.name}' has no vote",
                "write 'voting: yes', or let somebody else chair",
                Related(facts.place(*path, office), f"'{member.id}' has this office"),
            )


def _without_vote(committee: Committee) -> Iterator[tuple[str, int, Member]]:
    """The offices whose holders do not vote where others do, with the holder's number and entry."""
    seats = {member.id: (number, member) for number, member in enumerate(committee.members)}
    is_voting = any(member.voting for member in committee.members)
    for office, id in (("chair", committee.chair), ("vice_chair", committee.vice_chair)):
        if is_voting and id in seats and not seats[id][1].voting:
            yield office, *seats[id]


RULE = ProgrammeRule(CODE, check)
