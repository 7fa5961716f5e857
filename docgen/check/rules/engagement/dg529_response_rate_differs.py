"""The text gives another response rate, or another number of answers, than the survey has.

The rate tells how far the result can be trusted, and is quoted long after the survey. It is often worked out from an
earlier count, or from another number of people who were asked.

Bad:

```yaml
survey: {question: Do you agree?, invited: 60, options: [{option: "Yes", count: 45}]}
```

with, in the text:

```markdown
The questionnaire had a response rate of 80%.
```

Good:

```markdown
The questionnaire had a response rate of 75%.
```

A rate may be rounded as it is written, and `about` and `over` are understood. Sentences about other surveys, about
hopes and about averages elsewhere are left alone.

A percentage that differs from the very numbers beside it is left to DG304.

Source: a published Expression of Interest of 2014, whose rate of 28.6% of 42 is right. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.check.prose.numbers.survey_figures import counts_of, rates
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.sentences import Sentence
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.engagement import Survey

CODE = Code("DG529", Severity.ERROR, "Response rate differs from the survey", __doc__ or "")
_ANSWERING = Pattern(
    r"\bresponse\s+rate\b|\b(?:responded|replied|answered|completed|returned|filled\s+in|took\s+part|came\s+back|sent\s+(?:\w+\s+){1,3}back)\b",
    re.IGNORECASE,
)
_RATE = Pattern(r"\bresponse\s+rate\b", re.IGNORECASE)
_THIS = Pattern(
    r"\b(?:surveys?|questionnaires?|invited|(?:whom|who)\s+we\s+asked|were\s+asked|associates)\b", re.IGNORECASE
)
_OTHER = Pattern(
    r"\b(?:next|last\s+year|previous|earlier|national(?:ly)?|average|hope|expect|target|aim|will|would|should|staff|"
    r"friends\s+and\s+family|GP\s+patient\s+survey|census|elsewhere|other|compared|reminder|after\s+\w+\s+week|question)\b",
    re.IGNORECASE,
)
_OPINION = Pattern(r"\b(?:favour|support\w*|against|oppos\w+|agree\w*|undecided)\b", re.IGNORECASE)
_HUNDRED = Decimal(100)


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each figure that does not fit the survey, at the figure."""
    survey = facts.content.engagement.survey if facts.content.engagement else None
    if survey is None or not survey.options or not survey.invited:
        return
    counted = Related(facts.place("engagement", "survey"), "the survey stands here")
    for sentence in each_sentence(papers):
        if _is_about(sentence.words):
            yield from _wrong_rates(sentence, survey, counted)
            yield from _wrong_counts(sentence, survey, counted)


def _is_about(words: str) -> bool:
    """Whether a sentence tells how many answered this survey."""
    if not _ANSWERING.search(words) or _OTHER.search(words):
        return False
    return bool(_THIS.search(words) or _RATE.search(words))


def _answers(survey: Survey) -> set[int]:
    """How many answered, and how many sent the survey back: papers mean either."""
    return {survey.answered, *([survey.responded] if survey.responded else [])}


def _wrong_rates(sentence: Sentence, survey: Survey, counted: Related) -> Iterator[Diagnostic]:
    actual = [_HUNDRED * answers / survey.invited for answers in _answers(survey)]
    given = [] if _OPINION.search(sentence.words) else rates(sentence.words)
    for percentage in given:
        if not any(percentage.fits(rate) for rate in actual):
            yield CODE.at(
                sentence.place(percentage.start),
                f"the text says '{percentage.words}', but {survey.answered} of {survey.invited} answered, "
                f"which is {survey.response_rate}",
                "correct the text, or the counts of the survey",
                counted,
            )


def _wrong_counts(sentence: Sentence, survey: Survey, counted: Related) -> Iterator[Diagnostic]:
    given = [] if _OPINION.search(sentence.words) else counts_of(sentence.words)
    for count in given:
        if count.whole == survey.invited and count.part not in _answers(survey):
            yield CODE.at(
                sentence.place(count.start),
                f"the text says '{count.words}', but {survey.answered} of {survey.invited} answered",
                "correct the text, or the counts of the survey",
                counted,
            )


RULE = PapersRule(CODE, check)
