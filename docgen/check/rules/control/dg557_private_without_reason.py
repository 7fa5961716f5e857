"""The cover report is private and gives no reason, or gives a reason and is public.

Public bodies meet in public unless there is a reason not to, which the minutes must be able to state.

Bad:

```yaml
access: [private]
```

Good:

```yaml
access: [private]
private_reason: It names practices whose contracts are under discussion
```

Source: the form of a governing body ("Please state reason for inclusion as a private paper"); Public Bodies (Admission
to Meetings) Act 1960, section 1. Standing: law for the bodies that the Act names, good practice for all.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.cover_report import Access

CODE = Code("DG557", Severity.WARNING, "Private without a reason", __doc__ or "")

_NO_REASONS = {"", "n/a", "none", "not applicable"}


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for such a report."""
    cover = facts.content.cover_report
    if cover is None or len(set(cover.access)) != 1:
        return
    reason = (cover.private_reason or "").strip(" .")
    has_reason = reason.casefold() not in _NO_REASONS
    if Access.PRIVATE in cover.access and not has_reason:
        help = "say why it cannot be taken in public under 'private_reason'"
        yield CODE.at(facts.place("cover_report", "access"), "the cover report is 'private' without a reason", help)
    if Access.PUBLIC in cover.access and has_reason:
        message = f"the cover report is 'public', and says why it is private: '{shortened(reason)}'"
        yield CODE.at(facts.place("cover_report", "private_reason"), message, "delete the reason, or tick 'private'")


RULE = ProgrammeRule(CODE, check)
