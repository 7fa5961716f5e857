"""The cover report ticks neither public nor private, or both.

Public papers are published days before the meeting, private ones never. A secretary who has to guess may publish what
names people, or may keep from the public what belongs to it.

Bad:

```yaml
access: [public, private]
```

Good:

```yaml
access: [public]
```

Source: a cover report of 2018 on which neither is ticked; Public Bodies (Admission to Meetings) Act 1960 on what may be
kept private. Standing: local practice, and law for the bodies that the Act names.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG556", Severity.ERROR, "Neither public nor private, or both", __doc__ or "")

_ONE = "tick 'public' or 'private' under 'access'"


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for such a report."""
    cover = facts.content.cover_report
    if cover is None:
        return
    ticked = set(cover.access)
    if not ticked:
        message = "the cover report says neither 'public' nor 'private'"
        yield CODE.at(facts.place("cover_report", "access"), message, _ONE)
    elif len(ticked) > 1:
        message = "the cover report is both 'public' and 'private'"
        yield CODE.at(facts.place("cover_report", "access"), message, _ONE)


RULE = ProgrammeRule(CODE, check)
