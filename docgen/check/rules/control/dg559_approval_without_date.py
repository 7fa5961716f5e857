"""A paper is approved or final, and an approval that it names has no date.

Without a date nobody can tell whether the approval was given, or was given to this version. On paper forms the date is
the field that is most often forgotten.

Bad:

```yaml
# programme.yaml
status: final
# cover-report.yaml
approved_by: {name: B. Chief, title: Chief Officer}
```

Good:

```yaml
# cover-report.yaml
approved_by: {name: B. Chief, title: Chief Officer, date: 2014-06-12}
```

Source: a report to a governing body whose line "Date of Approval by Executive" is blank. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.document_control import Approval, concerns
from docgen.schema.narrative import Status
from docgen.schema.programme import Programme

CODE = Code("DG559", Severity.WARNING, "Approval without a date", __doc__ or "")

_SETTLED = (Status.APPROVED, Status.FINAL)
_HELP = "write the 'date' on which it was given, or a lower 'status' until it is"


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such approval."""
    programme, cover = facts.content.programme, facts.content.cover_report
    status = facts.place("programme", "status")
    if cover and cover.approved_by and not cover.approved_by.date and programme.status in _SETTLED:
        message = f"the approval of the cover report by '{cover.approved_by.name}' has no date"
        related = Related(status, f"the papers are {programme.status}")
        yield CODE.at(facts.place("cover_report", "approved_by"), message, _HELP, related)
    control = facts.content.document_control
    for number, approval in enumerate(control.approvals if control else ()):
        if approval.date is None and _is_needed(approval, programme):
            message = f"the approval by '{approval.by}' has no date"
            place = facts.place("document_control", "approvals", number)
            yield CODE.at(place, message, _HELP, Related(status, "a paper that it is about is settled"))


def _is_needed(approval: Approval, programme: Programme) -> bool:
    """Whether a paper that it concerns is approved or final."""
    meant = [request for request in programme.documents if concerns(approval, request, programme)]
    return any((request.status or programme.status) in _SETTLED for request in meant)


RULE = ProgrammeRule(CODE, check)
