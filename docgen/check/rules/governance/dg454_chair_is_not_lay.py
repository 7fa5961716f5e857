"""The chair of a committee is not a lay member, where the chair has to be one.

Those who provide services must not preside over decisions about what is bought from them. A lay chair is how
delegated arrangements show that.

Bad:

```yaml
chair: gp-lead
members:
  - {id: gp-lead, role: GP lead, clinical: yes, voting: yes}
```

Good:

```yaml
chair: lay-member
members:
  - {id: lay-member, role: Lay member, lay: yes, voting: yes}
```

A pack says for which models and kinds of committee this holds.

Source: the pack names it. Standing: as the pack says.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.membership import MeantCommittees, held_committees
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG454", Severity.WARNING, "Chair is not lay", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such committee, at its chair."""
    for provision, name, committee in held_committees(facts, CODE, MeantCommittees):
        chair = next((member for member in committee.members if member.id == committee.chair), None)
        if chair is not None and not chair.lay:
            place = facts.place("governance", "committees", name, "chair")
            message = f"the chair of '{committee.name}' is '{chair.role}', who is no lay member"
            yield provision.at(CODE, place, message, "let a lay member chair, or mark the member with 'lay: yes'")


RULE = ProgrammeRule(CODE, check, values=MeantCommittees)
