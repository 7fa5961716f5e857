"""The cover report leaves fields blank that a governing body expects to be filled in.

Boards read the cover report first, and often nothing else. A blank field may be one that nobody has thought about, and
secretaries send such reports back on the day before the papers go out. Where a question does not apply, `N/A` says so.

Bad:

```yaml
# cover-report.yaml
authors: [{name: A. Author}]
purpose: [approval]
access: [public]
recommendations: [Approve the plan for engagement]
```

Good:

```yaml
# cover-report.yaml
produced: 2014-06-10
authors: [{name: A. Author, title: Director of Primary Care, contact: author@example.org}]
executive: {name: B. Chief, title: Chief Officer}
approved_by: {name: B. Chief, title: Chief Officer, date: 2014-06-12}
purpose: [approval]
access: [public]
individuals_at_centre: yes
summary: [The plan says how member practices are asked before the governing body decides]
risk: N/A
mitigation: [N/A]
conflicts: [Members who are partners of a practice declare it]
organisations: [ccg]
recommendations: [Approve the plan for engagement]
legal_implications: N/A
equality: {affects: [staff], increases_discrimination: no}
decided_by: [ccg]
```

The purpose, public or private, and the answers about equality have rules of their own: DG555, DG556 and DG558.

Source: the cover report of a governing body, whose form says "Please add N/A if any of the sections are not relevant".
Standing: local practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.cover_report import CoverReport, Purpose
from docgen.schema.programme import Programme
from docgen.wording import counted, listed

CODE = Code("DG554", Severity.WARNING, "Cover report left blank", __doc__ or "")

_EXPECTED = (
    "produced",
    "authors",
    "executive",
    "approved_by",
    "individuals_at_centre",
    "summary",
    "risk",
    "mitigation",
    "conflicts",
    "organisations",
    "recommendations",
    "legal_implications",
    "equality",
)
_ABOUT_AUTHORS = ("title", "contact")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for all blank fields of the report, and one for each author of whom something is not said."""
    cover = facts.content.cover_report
    if cover is None:
        return
    blank = list(_blank(cover, facts.content.programme))
    if blank:
        named = listed([f"'{name}'" for name in blank])
        message = f"the cover report leaves {counted(len(blank), 'field')} blank: {named}"
        yield CODE.at(facts.place("cover_report"), message, "fill them in; write 'N/A' where one does not apply")
    for number, author in enumerate(cover.authors):
        missing = [f"'{name}'" for name in _ABOUT_AUTHORS if not getattr(author, name)]
        if missing:
            message = f"the cover report gives no {listed(missing, 'or')} of its author '{author.name}'"
            yield CODE.at(facts.place("cover_report", "authors", number), message, "say who can be asked about it")


def _blank(cover: CoverReport, programme: Programme) -> Iterator[str]:
    if not (cover.committee_date or programme.committee_date):
        yield "committee_date"
    yield from (name for name in _EXPECTED if getattr(cover, name) in (None, []))
    if cover.equality and not cover.equality.affects:
        yield "affects"
    if Purpose.APPROVAL in cover.purpose and not cover.decided_by:
        yield "decided_by"


RULE = ProgrammeRule(CODE, check)
