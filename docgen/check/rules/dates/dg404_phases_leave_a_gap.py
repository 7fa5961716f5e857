"""A phase ends, and the next begins only some time later.

Nobody knows what holds in the time between. Either a phase is missing, or one of the two dates was moved alone.

Bad:

```yaml
phases:
  - {name: Preparation, begins: April 2014, ends: September 2014}
  - {name: Shadow working, begins: January 2015, ends: March 2015}
```

Good:

```yaml
phases:
  - {name: Preparation, begins: April 2014, ends: September 2014}
  - {name: Shadow working, begins: October 2014, ends: March 2015}
```

A weekend or a bank holiday between two phases is no gap. A phase that ends before it begins leaves none: its dates are
wrong, as DG401 says.

Source: phases dated differently in two places of a published Expression of Interest. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.check.working_days import working_days_between
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG404", Severity.WARNING, "Phases leave a gap", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each gap, at the beginning of the phase after it."""
    timescales = facts.content.timescales
    for (_, phase), (number, after) in pairwise(enumerate(timescales.phases if timescales else [])):
        if phase.is_backwards or after.is_backwards:
            continue
        if phase.ends and after.begins and working_days_between(phase.ends.last, after.begins.first):
            path = ("timescales", "phases")
            yield CODE.at(
                facts.place(*path, number, "begins"),
                f"no phase covers the time between '{phase.name}', to '{phase.ends}', and '{after.name}', from"
                f" '{after.begins}'",
                "correct one of the two dates, or say what holds in between",
                Related(facts.place(*path, number - 1, "ends"), f"'{phase.name}' ends here"),
            )


RULE = ProgrammeRule(CODE, check)
