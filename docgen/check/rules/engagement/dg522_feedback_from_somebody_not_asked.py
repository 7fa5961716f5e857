"""The paper reports feedback without saying whose it is, or from somebody whom it does not list as asked.

Those who decide weigh what was said by who said it. Feedback of a group without names cannot be weighed, and feedback
of somebody who is not among the consultees means that the list is not complete.

Bad:

```yaml
consultees:
  - {id: lmc, name: Local Medical Committee, kind: stakeholder}
feedback:
  - {group: Local stakeholders, summary: Broad support}
```

Good:

```yaml
consultees:
  - {id: lmc, name: Local Medical Committee, kind: stakeholder}
feedback:
  - {group: Local stakeholders, consultees: [lmc], summary: Broad support}
```

Remarks whose label names an organisation are looked at too. A paper that lists no consultees is not looked at.

Source: the table of feedback of a published Expression of Interest of 2014. Standing: the results of a consultation
must be taken into account (Gunning, case law); the form in which a paper shows it is good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.engagement.consultees import is_heard, remarks_of
from docgen.check.prose.words.bodies import organisation_names
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.content import Content

CODE = Code("DG522", Severity.WARNING, "Feedback from somebody who was not asked", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each group without consultees, and one for each label that names somebody else."""
    engagement = facts.content.engagement
    if engagement is None or not engagement.consultees:
        return
    listed = Related(facts.place("engagement", "consultees"), "these were asked")
    for number, feedback in enumerate(engagement.feedback):
        if not feedback.consultees:
            yield CODE.at(
                facts.place("engagement", "feedback", number),
                f"nobody is named whose feedback that of '{feedback.group}' is",
                "list under 'consultees' the ids of those who spoke",
                listed,
            )
    for path, remarks in remarks_of(engagement):
        organisation = _organisation(remarks.label, facts.content)
        if organisation and not is_heard(organisation, facts.content):
            message = f"'{remarks.label}' gives feedback, but is not among the consultees"
            remedy = "add them to 'consultees', or correct the label"
            yield CODE.at(facts.place(*path, "label"), message, remedy, listed)


def _organisation(label: str, content: Content) -> str | None:
    """The organisation that a label names, in full or in short."""
    for id_, organisation in content.programme.organisations.items():
        if label.casefold() in [name.casefold() for name in organisation_names(organisation)]:
            return id_
    return None


RULE = ProgrammeRule(CODE, check)
