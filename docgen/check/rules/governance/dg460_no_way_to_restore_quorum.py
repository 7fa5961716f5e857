"""Nothing says what happens when too few members are left to decide.

On some items most of a committee may have a conflict of interest. Papers that say beforehand who steps in, members of
another board, of a neighbouring commissioner, of a Health and Wellbeing Board, can decide all the same.

Bad:

```yaml
conflicts_of_interest:
  arrangements: [Members with a conflict leave the meeting]
```

Good:

```yaml
conflicts_of_interest:
  arrangements: [Members with a conflict leave the meeting]
  restoring_quorum: Members of a neighbouring board are co-opted for the item
```

A pack says whether this holds. It holds where some voting member may have a conflict.

Source: the pack names it. Standing: as the pack says.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.membership import MeantCommittees, may_conflict, meant_committees
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG460", Severity.WARNING, "No way to restore a quorum", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for the programme, at its arrangements for conflicts, or at the committees."""
    governance = facts.content.governance
    if governance is None or (governance.conflicts_of_interest and governance.conflicts_of_interest.restoring_quorum):
        return
    for provision in facts.provided(CODE, MeantCommittees):
        committees = meant_committees(facts, provision.values)
        concerned = [c.name for _, c in committees if any(m.voting and may_conflict(m) for m in c.members)]
        if concerned:
            section = "conflicts_of_interest" if governance.conflicts_of_interest else "committees"
            message = f"nothing says how '{concerned[0]}' decides when those with a conflict have left"
            yield provision.at(CODE, facts.place("governance", section), message, "say so in 'restoring_quorum'")


RULE = ProgrammeRule(CODE, check, values=MeantCommittees)
