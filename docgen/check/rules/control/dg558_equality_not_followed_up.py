"""The screening for equality impact is not finished, or its answers ask for an assessment that is not there.

The form has a route: a yes to any question but the second and third, or no answer, asks for a quality and equality
impact assessment; otherwise a sentence says why none is needed. A body that decides without either cannot show that it
had due regard to equality.

Bad:

```yaml
equality:
  affects: [patients]
  increases_discrimination: no
  reduces_discrimination: n/a
  is_controversial: yes
  disadvantages: yes
  is_in_doubt: no
```

Good:

```yaml
equality:
  affects: [patients]
  increases_discrimination: no
  reduces_discrimination: n/a
  is_controversial: yes
  disadvantages: yes
  is_in_doubt: no
  assessment: Appendix C, Quality and equality impact assessment
```

Source: the screening form of a governing body; Equality Act 2010, section 149. Standing: law asks for due regard, the
route is local practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.cover_report import Answer, EqualityImpact
from docgen.wording import listed

CODE = Code("DG558", Severity.WARNING, "Equality not followed up", __doc__ or "")

_QUESTIONS = (
    "increases_discrimination",
    "reduces_discrimination",
    "is_controversial",
    "disadvantages",
    "is_in_doubt",
)
_ASK_FOR_MORE = ("increases_discrimination", "disadvantages", "is_in_doubt")
"""The questions to which a yes asks for an assessment: all but the second and the third."""


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for such a screening."""
    cover = facts.content.cover_report
    if cover is None or cover.equality is None:
        return
    yield from _faults(cover.equality, facts)


def _faults(equality: EqualityImpact, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    place = facts.place("cover_report", "equality")
    open_ = [f"'{name}'" for name in _QUESTIONS if getattr(equality, name) is None]
    asking = [name for name in _ASK_FOR_MORE if getattr(equality, name) is Answer.YES]
    if open_ and not equality.assessment:
        message = f"the cover report leaves questions about equality open: {listed(open_)}"
        yield CODE.at(place, message, "answer them, or name an 'assessment': the form asks for one in case of doubt")
    for name in [] if equality.assessment else asking:
        message = f"'{name}' is answered with yes, and no assessment is named"
        help = "make a quality and equality impact assessment, and name it under 'assessment'"
        yield CODE.at(facts.place("cover_report", "equality", name), message, help)
    if not (open_ or asking or equality.assessment or equality.justification):
        message = "the cover report does not say why no 'assessment' is needed"
        yield CODE.at(place, message, "give the reason, with its evidence, under 'justification'")


RULE = ProgrammeRule(CODE, check)
