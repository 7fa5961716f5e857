"""The cover report ticks none of its purposes, or several.

A governing body that is asked to approve reads otherwise than one that is told. Without a purpose nobody knows whether
a decision is wanted; with two of them, the minutes may record the wrong one.

Bad:

```yaml
purpose: []
```

Good:

```yaml
purpose: [approval]
```

Source: a cover report of 2018 on which none of consultation, approval and information is ticked. Standing: local
practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.cover_report import Purpose
from docgen.wording import listed

CODE = Code("DG555", Severity.WARNING, "Purpose not ticked once", __doc__ or "")

_ONE = f"tick one of {listed(list(Purpose), 'or')}"


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for such a report."""
    cover = facts.content.cover_report
    if cover is None:
        return
    ticked = list(dict.fromkeys(cover.purpose))
    if not ticked:
        yield CODE.at(facts.place("cover_report", "purpose"), "the cover report ticks no 'purpose'", _ONE)
    elif len(ticked) > 1:
        named = listed([f"'{purpose}'" for purpose in ticked])
        message = f"the cover report ticks {named} as its purpose"
        yield CODE.at(facts.place("cover_report", "purpose"), message, _ONE)


RULE = ProgrammeRule(CODE, check)
