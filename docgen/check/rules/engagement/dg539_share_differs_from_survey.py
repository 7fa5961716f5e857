"""The text gives another share for or against the proposal than the survey has.

Shares in the text were worked out from an earlier count, or from those who were invited where the text says those who
answered. Whoever works them out again finds another result.

Bad:

```yaml
survey:
  question: Do you support the plan?
  invited: 60
  options:
    - {option: Support, count: 24}
    - {option: Oppose, count: 21}
```

with, in the text:

```markdown
In the survey, 60% of respondents support the plan.
```

Good:

```markdown
In the survey, 53% of respondents support the plan.
```

Sentences about the survey are read part by part: a percentage counts for the answer that stands with it. Sentences
about some of those who answered only are left alone.

A percentage that differs from the very numbers beside it is left to DG304.

Source: a published Expression of Interest of 2014, whose 58%, 17% and 25% of 12 answers are right.
Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.check.prose.numbers.stances import stance_of
from docgen.check.prose.numbers.survey_figures import Rate, rates
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.words.stems import stem, stems
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.engagement import Survey

CODE = Code("DG539", Severity.ERROR, "Share differs from the survey", __doc__ or "")
_THIS = Pattern(
    r"\b(?:survey|questionnaire|respondents|responses|(?:those|people|members)\s+who\s+(?:answered|responded|replied))\b",
    re.IGNORECASE,
)
_OTHER = Pattern(
    r"\b(?:next|previous|earlier|last\s+year|national(?:ly)?|average|staff|vote[ds]?|friends\s+and\s+family|GP\s+patient|"
    r"hope|expect|target|elsewhere|compared|than\s+in)\b",
    re.IGNORECASE,
)
_OF_SOME = Pattern(
    r"^[^,;]*?\bof\s+(?:the\s+|our\s+|all\s+)?(?!the\b|our\b|all\b|respondents|responses|those|people|answers|them|members|practices|"
    r"participants|associates|\d)\w+",
    re.IGNORECASE,
)
_SOME = Pattern(
    r"\b(?:women|men|aged|patients|carers|under|over\s+\d\d|from\s+(?:the\s+)?\w+\s+cluster)\b", re.IGNORECASE
)
_INVITED = Pattern(r"\b(?:invited|asked|all\s+(?:members|practices|associates)|everybody|electorate)\b", re.IGNORECASE)
_OBJECT = Pattern(
    r"\b(?:agree\w*|disagree\w*|support\w*|oppos\w+|favour\w*|against|approv\w+|reject\w*)\s+(?P<object>[^,;.]+)",
    re.IGNORECASE,
)
_SHORT = 3
_THE_PROPOSAL = frozenset(
    map(stem, ("proposal", "proposals", "plan", "plans", "idea", "move", "change", "arrangement"))
)
_BREAK = Pattern(r"[,;:]\s|\s[–—]\s|\band\b|\bwhile\b|\bbut\b", re.IGNORECASE)


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each share that does not fit, at the figure."""
    survey = facts.content.engagement.survey if facts.content.engagement else None
    if survey is None or not survey.answered:
        return
    counted = Related(facts.place("engagement", "survey", "options"), "these are the answers")
    for sentence in each_sentence(papers):
        if _THIS.search(sentence.words) and not _OTHER.search(sentence.words):
            yield from _wrong_shares(sentence, survey, counted)


def _wrong_shares(sentence: Sentence, survey: Survey, counted: Related) -> Iterator[Diagnostic]:
    for percentage, part in _parts(sentence.words):
        stance = stance_of(part)
        counts = [option.count for option in survey.options if stance_of(option.option) is stance]
        if stance is None or not counts or _OF_SOME.match(part) or _SOME.search(part):
            continue
        if _is_of_another_question(part, survey.question):
            continue
        count = sum(counts)
        wholes = [survey.answered, *([survey.invited] if _INVITED.search(sentence.words) else [])]
        if any(percentage.fits(Decimal(100 * count) / whole) for whole in wholes if whole):
            continue
        yield CODE.at(
            sentence.place(percentage.start),
            f"the text says '{percentage.words}' are {stance.value}, but {count} of {survey.answered} answers are"
            f", which is {_share(count, survey)}",
            "correct the text, or the counts of the survey",
            counted,
        )


def _is_of_another_question(part: str, question: str) -> bool:
    """Whether what people agree or disagree with is named, and is not what the survey of the content asked."""
    found = _OBJECT.search(part)
    named = {word.stem for word in stems(found["object"]) if word.end - word.start > _SHORT} if found else set()
    return bool(named) and not named & ({word.stem for word in stems(question)} | _THE_PROPOSAL)


def _parts(words: str) -> Iterator[tuple[Rate, str]]:
    """Each percentage with the part of the sentence that it stands in, from the figure on or around it."""
    bounds = [0, *(found.end() for found in _BREAK.finditer(words)), len(words)]
    for percentage in rates(words):
        begin = max(bound for bound in bounds if bound <= percentage.start)
        end = min((bound for bound in bounds if bound > percentage.start), default=len(words))
        yield percentage, words[percentage.start : end] if begin == percentage.start else words[begin:end]


def _share(count: int, survey: Survey) -> str:
    return f"{(Decimal(100 * count) / survey.answered).quantize(Decimal('0.1'))}%"


RULE = PapersRule(CODE, check)
