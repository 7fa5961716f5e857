"""A member has a vote that somebody of this organisation is not to have.

Some organisations are asked to sit on a committee because of what they know, and must stay free to criticise what it
decides. A vote would make them part of the decision.

Bad:

```yaml
members:
  - {id: healthwatch, role: Healthwatch representative, voting: yes}
```

Good:

```yaml
members:
  - {id: healthwatch, role: Healthwatch representative, voting: no}
```

A pack says which organisations are meant.

Source: the pack names it. Standing: as the pack says.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from docgen.check.membership import MeantCommittees, held_committees
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.content import Content
from docgen.schema.governance import Member
from docgen.schema.values import SomeLines

CODE = Code("DG456", Severity.WARNING, "Vote without a right to it", __doc__ or "")


class WithoutVote(MeantCommittees):
    """Those who may join, but not vote."""

    who: SomeLines = Field(description="Words of which one stands in the role or the organisation: Healthwatch")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such member, at the member's vote."""
    for provision, name, committee in held_committees(facts, CODE, WithoutVote):
        barred = [each for each in enumerate(committee.members) if _is_barred(each[1], provision.values, facts.content)]
        for number, member in barred:
            place = facts.place("governance", "committees", name, "members", number, "voting")
            message = f"{_who(member, facts.content)} has a vote in '{committee.name}'"
            yield provision.at(CODE, place, message, "write 'voting: no'")


def _who(member: Member, content: Content) -> str:
    """`'Representative' of 'Healthwatch'`: many roles do not say of whom."""
    organisation = content.programme.organisations.get(member.organisation or "")
    if organisation is None or organisation.name.casefold() in member.role.casefold():
        return f"'{member.role}'"
    return f"'{member.role}' of '{organisation.name}'"


def _is_barred(member: Member, values: WithoutVote, content: Content) -> bool:
    """Whether a member votes who may not."""
    organisation = content.programme.organisations.get(member.organisation or "")
    about = f"{member.role} {organisation.name if organisation else ''}".casefold()
    return member.voting and any(word.casefold() in about for word in values.who)


RULE = ProgrammeRule(CODE, check, values=WithoutVote)
