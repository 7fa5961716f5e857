"""Papers for a meeting are sent later than is usual, or the notice of a meeting comes after its papers.

Members who get papers the day before cannot read them, and the public cannot come to what it does not know of.

Bad:

```yaml
papers_days: 2
```

Good:

```yaml
notice_days: 10
papers_days: 5
```

A pack says how many working days are the fewest.

Source: the pack names it. Standing: as the pack says.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from docgen.check.membership import MeantCommittees, held_committees
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.values import Positive
from docgen.wording import counted

CODE = Code("DG468", Severity.WARNING, "Papers come late", __doc__ or "")


class PapersInTime(MeantCommittees):
    """How long before a meeting its papers are sent."""

    days: Positive = Field(description="The fewest working days")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such committee, at its number of days."""
    for provision, name, committee in held_committees(facts, CODE, PapersInTime):
        path = ("governance", "committees", name)
        sent, notice, fewest = committee.papers_days, committee.notice_days, provision.values.days
        if sent is not None and sent < fewest:
            message = f"papers of '{committee.name}' are sent {counted(sent, 'working day')} before a meeting"
            yield provision.at(CODE, facts.place(*path, "papers_days"), message, f"write {fewest} or more")
        elif sent is not None and notice is not None and notice < sent:
            message = f"papers of '{committee.name}' are sent before its meetings are announced"
            related = Related(facts.place(*path, "notice_days"), "the notice is shorter")
            yield provision.at(CODE, facts.place(*path, "papers_days"), message, "lengthen the notice", related)


RULE = ProgrammeRule(CODE, check, values=PapersInTime)
