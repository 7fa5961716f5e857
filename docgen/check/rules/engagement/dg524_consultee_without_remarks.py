"""Feedback is given consultee by consultee, and one of those listed is left out.

Where a table of feedback has a label for each organisation, readers look for everybody there. Who is listed in the
heading and has no remarks of their own was either forgotten or had nothing to say; the paper has to tell which.

Bad:

```yaml
feedback:
  - group: Local stakeholders
    consultees: [lmc, healthwatch, council]
    summary: Broad support
    positives:
      - {label: Local Medical Committee, points: Decisions are made locally}
      - {label: Healthwatch, points: Patients are heard}
```

Good:

```yaml
feedback:
  - group: Local stakeholders
    consultees: [lmc, healthwatch, council]
    summary: Broad support
    positives:
      - {label: Local Medical Committee, points: Decisions are made locally}
      - {label: Healthwatch, points: Patients are heard}
      - {label: Local authority, points: No remarks beyond the summary}
```

A group is looked at where at least two labels name its consultees.

Source: a published Expression of Interest of 2014 lists its local authority without any feedback. Standing: the results
of a consultation must be taken into account (Gunning, case law); the form in which a paper shows it is good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.engagement.consultees import is_called
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.content import Content
from docgen.schema.engagement import Consultee, Feedback

CODE = Code("DG524", Severity.WARNING, "Consultee without remarks", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such consultee, at the consultees of the group."""
    engagement = facts.content.engagement
    for number, feedback in enumerate(engagement.feedback if engagement else ()):
        listed = [each for each in engagement.consultees if each.id in feedback.consultees] if engagement else []
        without = [each for each in listed if not _is_labelled(each, feedback, facts.content)]
        if len(listed) - len(without) < 2:
            continue
        for consultee in without:
            yield CODE.at(
                facts.place("engagement", "feedback", number, "consultees"),
                f"'{consultee.id}' is listed for the feedback of '{feedback.group}', but no remarks are theirs",
                "add their remarks under a label, or one that says that they had none",
            )


def _is_labelled(consultee: Consultee, feedback: Feedback, content: Content) -> bool:
    labels = [remarks.label for remarks in (*feedback.positives, *feedback.challenges)]
    return any(is_called(label, consultee, content) for label in labels)


RULE = ProgrammeRule(CODE, check)
