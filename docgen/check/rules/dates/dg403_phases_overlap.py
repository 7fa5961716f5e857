"""A phase begins before the one above it has ended, or stands out of order.

In each phase somebody else decides. Where two of them hold at once, nobody knows who does. Most often the month of one
of the two was changed, and the other was not.

Bad:

```yaml
phases:
  - {name: Preparation, begins: April 2014, ends: November 2014}
  - {name: Shadow working, begins: October 2014, ends: March 2015}
```

Good:

```yaml
phases:
  - {name: Preparation, begins: April 2014, ends: September 2014}
  - {name: Shadow working, begins: October 2014, ends: March 2015}
```

One phase may end on the day, or in the month, in which the next one begins.

Source: phases dated differently in two places of a published Expression of Interest. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.check.when_words import at_time
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG403", Severity.WARNING, "Phases overlap", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such phase, at its beginning."""
    timescales = facts.content.timescales
    for (_, phase), (number, after) in pairwise(enumerate(timescales.phases if timescales else [])):
        if after.begins is None:
            continue
        path = ("timescales", "phases")
        place, begins = facts.place(*path, number, "begins"), f"phase '{after.name}' begins {at_time(after.begins)}"
        if phase.begins and after.begins.last < phase.begins.first:
            related = Related(facts.place(*path, number - 1, "begins"), f"'{phase.name}' begins here")
            message = f"{begins}, before phase '{phase.name}' above it begins {at_time(phase.begins)}"
            yield CODE.at(place, message, "put the phases in order, or correct one of the two dates", related)
        elif phase.ends and not phase.is_backwards and after.begins.last < phase.ends.first:
            related = Related(facts.place(*path, number - 1, "ends"), f"'{phase.name}' ends here")
            message = f"{begins}, before phase '{phase.name}' ends {at_time(phase.ends)}"
            yield CODE.at(place, message, "correct one of the two dates", related)


RULE = ProgrammeRule(CODE, check)
