"""A phase ends before it begins.

A timetable that cannot be kept as written is read as carelessness, and it moves every deadline that is counted from it.
Often two dates are swapped, or the year was not changed.

Bad:

```yaml
phases:
  - {name: Shadow running, begins: October 2014, ends: March 2014}
```

Good:

```yaml
phases:
  - {name: Shadow running, begins: October 2014, ends: March 2015}
```

Source: phases dated differently in two places of a published Expression of Interest. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.check.when_words import at_time
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG401", Severity.ERROR, "Phase runs backwards", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such phase, at its end."""
    timescales = facts.content.timescales
    for number, phase in enumerate(timescales.phases if timescales else []):
        if phase.begins is None or phase.ends is None or not phase.is_backwards:
            continue
        path = ("timescales", "phases", number)
        yield CODE.at(
            facts.place(*path, "ends"),
            f"phase '{phase.name}' ends {at_time(phase.ends)}, before it begins {at_time(phase.begins)}",
            "correct one of the two dates",
            Related(facts.place(*path, "begins"), "it begins here"),
        )


RULE = ProgrammeRule(CODE, check)
