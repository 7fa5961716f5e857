"""The programme has no committee of the kind that its model calls for.

Each model of commissioning rests on a body that decides: a joint committee, committees in common, a committee for
delegated functions. An application that does not say which body that is cannot be assessed, and the arrangement could
not begin.

A pack says which kinds are wanted, for which models and between which dates.

Bad:

```yaml
model: delegated
committees:
  steering-group: {kind: working group}
```

Good:

```yaml
model: delegated
committees:
  primary-care: {kind: primary care commissioning committee}
```

Source: the pack names it. Standing: as the pack says.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.base import Part
from docgen.schema.types import Text
from docgen.schema.values import SomeLines
from docgen.wording import listed

CODE = Code("DG453", Severity.WARNING, "Committee missing", __doc__ or "")


class WantedCommittee(Part):
    """A kind of committee that a model calls for."""

    kind: Text = Field(description="What it is called in messages: a joint committee")
    words: SomeLines = Field(description="Words of which one stands in the kind or name of such a committee")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each kind that is wanted and missing, at the committees."""
    governance = facts.content.governance
    committees = list(governance.committees.values()) if governance else []
    called = [f"{committee.kind} {committee.name}".casefold() for committee in committees]
    for provision in facts.provided(CODE, WantedCommittee):
        wanted = [word.casefold() for word in provision.values.words]
        if any(word in words for words in called for word in wanted):
            continue
        model, kind = facts.content.programme.model, provision.values.kind
        place = facts.place("governance", "committees") if committees else facts.place("programme", "model")
        message = f"the model is '{model}', but no committee is {kind}"
        names = listed([f"'{word}'" for word in provision.values.words], "or")
        yield provision.at(CODE, place, message, f"write {names} into its 'kind'")


RULE = ProgrammeRule(CODE, check, values=WantedCommittee)
