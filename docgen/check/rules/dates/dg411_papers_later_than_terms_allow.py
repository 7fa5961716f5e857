"""A paper is dated too late to be sent as many working days before the meeting as the committee's own terms require.

Members who get a paper the day before cannot read it, and a decision on it can be challenged: the terms of reference
are binding on the committee.

Bad:

```yaml
papers_days: 5               # governance.yaml
dated: 2014-06-16            # programme.yaml
committee_date: 2014-06-18
```

Good:

```yaml
dated: 2014-06-11            # programme.yaml
committee_date: 2014-06-18
```

Working days are those of England, without weekends and bank holidays. The day of sending does not count, the day of the
meeting does. Nothing is said where one of the two days is not known.

Source: terms of reference of committees, which state how long before a meeting papers are sent. Standing: local
practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.notice import LATER, is_late, lateness, own_days, sittings
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG411", Severity.WARNING, "Papers later than the terms allow", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each paper that is too late, at its date."""
    for sitting in sittings(facts):
        days = own_days(sitting, facts)
        if days is not None and is_late(sitting, days):
            yield CODE.at(
                sitting.sent_at, lateness(sitting, days, facts), LATER, Related(sitting.held_at, "the meeting")
            )


RULE = ProgrammeRule(CODE, check)
