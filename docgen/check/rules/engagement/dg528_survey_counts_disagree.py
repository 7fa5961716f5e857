"""The counts of a survey contradict each other: invited, responded, answered and skipped.

Those who sent a survey back have either answered its question or skipped it, and nobody sends it back who was not
asked. Where the counts do not fit, a share of support can be made of any of them.

Bad:

```yaml
survey:
  question: Do you agree?
  invited: 60
  responded: 42
  skipped: 1
  options: [{option: "Yes", count: 30}, {option: "No", count: 9}]
```

Good:

```yaml
survey:
  question: Do you agree?
  invited: 60
  responded: 42
  skipped: 1
  options: [{option: "Yes", count: 30}, {option: "No", count: 11}]
```

Source: survey results in published Expressions of Interest, which state what was answered and what was skipped.
Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.engagement import Survey

CODE = Code("DG528", Severity.ERROR, "Survey counts disagree", __doc__ or "")
_PLACE = ("engagement", "survey")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """At most one diagnostic for those who responded, one for the answers and one for the texts."""
    survey = facts.content.engagement.survey if facts.content.engagement else None
    responded = survey.responded if survey else None
    if survey is None or responded is None:
        return
    place, remedy = facts.place(*_PLACE, "responded"), "correct the count that is wrong"
    if responded > survey.invited:
        asked = Related(facts.place(*_PLACE, "invited"), "so many were asked")
        yield CODE.at(place, f"'{responded}' people responded, but only {survey.invited} were asked", remedy, asked)
    parts = _parts(survey)
    if parts is not None and parts != responded:
        message = f"'{responded}' people responded, but {_worded(survey)}"
        yield CODE.at(place, message, remedy, Related(facts.place(*_PLACE, "options"), "these are the answers"))
    if len(survey.responses) > responded:
        texts = Related(facts.place(*_PLACE, "responses"), "they are listed here")
        message = f"'{responded}' people responded, but {len(survey.responses)} responses are listed"
        yield CODE.at(place, message, remedy, texts)


def _parts(survey: Survey) -> int | None:
    """Those who answered and those who did not, together; None where one cannot tell."""
    if not survey.options or (survey.skipped is None and survey.answered <= (survey.responded or 0)):
        return None
    return survey.answered + (survey.skipped or 0)


def _worded(survey: Survey) -> str:
    if survey.skipped is None:
        return f"the answers add up to {survey.answered}"
    together = survey.answered + survey.skipped
    return f"{survey.answered} answered and {survey.skipped} skipped the question, which makes {together}"


RULE = ProgrammeRule(CODE, check)
