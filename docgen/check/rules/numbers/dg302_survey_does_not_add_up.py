"""The counts of a survey cannot be right: more answers than people who were asked, or more texts than answers.

Support for a proposal is stated as a share of those asked or of those who answered. Where the counts contradict one
another, no share can be trusted, and a consultation that cannot be trusted invites challenge.

Bad:

```yaml
survey:
  question: Do you support the proposal?
  invited: 28
  options:
    - {option: "Yes", count: 24}
    - {option: "No", count: 12}
```

Good:

```yaml
survey:
  question: Do you support the proposal?
  invited: 42
  options:
    - {option: "Yes", count: 24}
    - {option: "No", count: 12}
```

Source: a published readiness count of 2014 that gave 63 answers of 61 submissions. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG302", Severity.ERROR, "Survey does not add up", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """At most one diagnostic for the answers and one for the texts."""
    survey = facts.content.engagement.survey if facts.content.engagement else None
    if survey is None or not survey.options:
        return
    path = ("engagement", "survey")
    answers = Related(facts.place(*path, "options"), "these are the answers")
    if survey.answered > survey.invited:
        yield CODE.at(
            facts.place(*path, "invited"),
            f"the survey has {survey.answered} answers, but only '{survey.invited}' people were asked",
            "correct the counts or the number of people who were asked",
            answers,
        )
    if len(survey.responses) > survey.answered:
        yield CODE.at(
            facts.place(*path, "responses"),
            f"the survey lists {len(survey.responses)} responses, but its answers add up to '{survey.answered}'",
            "correct the counts, or take out responses that are listed twice",
            answers,
        )


RULE = ProgrammeRule(CODE, check)
