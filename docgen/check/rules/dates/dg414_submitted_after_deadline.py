"""A proposal is to be submitted after the deadline for it has passed.

What comes late is not considered in that round. The deadline stands in a pack, for the model and the time that it held.

Bad:

```yaml
packs: nhs-co-commissioning-2014    # programme.yaml
milestones:
  - {name: Expression of interest submitted, date: 2014-06-27}
```

Good:

```yaml
milestones:
  - {name: Expression of interest submitted, date: 2014-06-20}
```

Source: letters of NHS England to clinical commissioning groups; see the pack. Standing: policy.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from docgen.check.events.event import Event, Kind
from docgen.check.events.of_content import content_events
from docgen.check.policy import Provision
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.base import Part
from docgen.schema.values import FixedDay, SomeLines
from docgen.wording import day_in_words

CODE = Code("DG414", Severity.WARNING, "Submitted after the deadline", __doc__ or "")

_DAYS_OF_ROUND = 90
"""A submission that is later by more is for another round."""


class Deadline(Part):
    """By when something is to be submitted."""

    deadline: FixedDay = Field(description="The last day")
    names: SomeLines = Field(description="By which names that is known which is submitted: expression of interest")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each submission and deadline, at the date of the submission."""
    submissions = [event for event in content_events(facts) if event.kind is Kind.SUBMISSION]
    for provision in facts.provided(CODE, Deadline):
        late = (event for event in submissions if _is_late(event, provision))
        for event in late:
            deadline = day_in_words(provision.values.deadline)
            message = f"{event.called} is dated '{event.when.words}', after the deadline of {deadline}"
            yield provision.at(CODE, event.source, message, "submit it in time, or say for which later round it is")


def _is_late(event: Event, provision: Provision[Deadline]) -> bool:
    first, deadline = event.when.first, provision.values.deadline
    is_named = any(name.casefold() in event.name.casefold() for name in provision.values.names)
    return is_named and first is not None and 0 < (first - deadline).days <= _DAYS_OF_ROUND


RULE = ProgrammeRule(CODE, check, values=Deadline)
