"""A breakdown of people by age, origin, belief, health or the like has fewer than five in one of its groups.

Two people over 80 in a small place are known to everybody. Statistics about people are published with small numbers
left out, or with groups put together, so that nobody can be found by them.

Bad:

```yaml
survey:
  question: How old are you?
  invited: 42
  options: [{option: Under 65, count: 39}, {option: Over 80, count: 2}]
```

Good:

```yaml
survey:
  question: How old are you?
  invited: 42
  options: [{option: Under 65, count: 36}, {option: 65 and over, count: 5}]
```

Answers to a proposal are opinions and not looked at.

Source: the anonymisation standard for publishing health and social care data (ISB 1523). Standing: good practice; what
identifies somebody has to be judged case by case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.prose.pattern import Pattern, among
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG533", Severity.NOTE, "Small number in a breakdown", __doc__ or "")
_TRAIT = (
    r"aged|years\s+old|(?:under|over)\s+\d{2}|\d{2}\s*(?:–|-|to)\s*\d{2}|\d{2}\s+(?:and|or)\s+over|ethnic\w*|asian|african|"
    r"caribbean|traveller|muslim|jewish|hindu|sikh|buddhist|gay|lesbian|bisexual|transgender|pregnan\w+|disab\w+|"
    r"mental\s+(?:illness|health\s+condition)|learning\s+(?:disabilit\w+|difficult\w+)|HIV|dementia"
)
_OPTION = Pattern(rf"\b(?:{_TRAIT}|male|female|men|women|white|black|christian)\b", re.IGNORECASE)
_IN_WORDS = Pattern(
    r"\b(?P<count>one|two|three|four|[1-4])\s+(?:of\s+the\s+|of\s+our\s+)?"
    r"(?:respondents?|patients?|people|persons?|residents?|participants?)\b"
    r"(?!\s+(?:in|out\s+of)\s+(?:every\s+)?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twenty)\b))[^.;,]{0,40}?"
    rf"\b(?:{_TRAIT})\b",
    re.IGNORECASE,
)
_SMALLEST = 5


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One note for each group."""
    survey = facts.content.engagement.survey if facts.content.engagement else None
    for number, option in enumerate(survey.options if survey else ()):
        if 0 < option.count < _SMALLEST and _OPTION.search(option.option):
            place = facts.place("engagement", "survey", "options", number)
            yield CODE.at(
                place, f"people in so small a group can be recognised: {option.count} for '{option.option}'", _REMEDY
            )
    for sentence in among(each_sentence(papers), _IN_WORDS):
        for found in _IN_WORDS.finditer(sentence.words):
            yield CODE.at(
                sentence.place(found.start()), f"people in so small a group can be recognised: '{found[0]}'", _REMEDY
            )


_REMEDY = "join the group with another, or write 'fewer than 5'"

RULE = PapersRule(CODE, check)
