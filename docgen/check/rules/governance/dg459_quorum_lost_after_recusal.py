"""The quorum is lost once the members with a conflict of interest have left.

Members who provide what a committee buys leave the room when it decides on it. The quorum is counted after that. A
committee that can then no longer decide has to postpone just those decisions for which it was set up.

Members with such a conflict are those with `conflicted: yes`, and GPs, as the role says, unless their entry says no.

Bad:

```yaml
chair: lay-member
members:
  - {id: lay-member, role: Lay member, lay: yes, voting: yes}
  - {id: nurse, role: Nurse, clinical: yes, voting: yes}
  - {id: gp-1, role: GP member, clinical: yes, voting: yes}
  - {id: gp-2, role: GP member, clinical: yes, voting: yes}
quorum: 3 members
```

Good:

```yaml
chair: lay-member
members:
  - {id: lay-member, role: Lay member, lay: yes, voting: yes}
  - {id: lay-governance, role: Lay member for governance, lay: yes, voting: yes}
  - {id: nurse, role: Nurse, clinical: yes, voting: yes}
  - {id: gp-1, role: GP member, clinical: yes, voting: yes}
quorum: 3 members
```

Where the programme says how a quorum is restored, for instance by co-opting members of another board, it is a note.

Source: the arrangements for conflicts of interest in published Expressions of Interest; a study of such committees
(BMJ Open, 2017). Standing: arithmetic; that conflicted members leave is policy.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.membership import may_conflict
from docgen.check.rule import ProgrammeFacts, ProgrammeRule, undecided
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.governance import Committee
from docgen.wording import counted, listed

CODE = Code("DG459", Severity.WARNING, "Quorum lost after recusal", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such committee, at its quorum, with the members who are left."""
    governance = facts.content.governance
    conflicts = governance.conflicts_of_interest if governance else None
    restored = conflicts.restoring_quorum if conflicts else None
    for name, committee in facts.committees.items():
        message = _failing_case(committee)
        if not message:
            continue
        place = facts.place("governance", "committees", name, "quorum")
        seats = _who_leave(name, committee, facts)
        if restored:
            way = Related(
                facts.place("governance", "conflicts_of_interest", "restoring_quorum"), "it is then restored so"
            )
            yield undecided(CODE, place, message, "see that this way of restoring it is open in time", seats, way)
        else:
            yield CODE.at(
                place, message, "ask for fewer members, or say in 'restoring_quorum' what is done then", seats
            )


def _failing_case(committee: Committee) -> str:
    """What happens when those with a conflict leave; empty where the others can decide, or could not in any case."""
    voting = [member for member in committee.members if member.voting]
    left = [member for member in voting if not may_conflict(member)]
    quorum, offices = committee.quorum, (committee.chair, committee.vice_chair)
    if quorum is None or len(left) == len(voting) or not quorum.is_met(voting, *offices):
        return ""
    if quorum.is_met(left, *offices):
        return ""
    remain = f"{counted(len(left), 'voting member')} of {len(voting)} {'is' if len(left) == 1 else 'are'} left"
    return (
        f"once GPs and others with a conflict have left '{committee.name}', {remain}, who are no quorum of"
        f" '{quorum.text}'"
    )


def _who_leave(name: str, committee: Committee, facts: ProgrammeFacts) -> Related:
    """At the first of them."""
    members = enumerate(committee.members)
    leaving = [(number, member.role) for number, member in members if member.voting and may_conflict(member)]
    place = facts.place("governance", "committees", name, "members", leaving[0][0])
    return Related(place, f"these leave: {listed([role for _, role in leaving])}")


RULE = ProgrammeRule(CODE, check)
