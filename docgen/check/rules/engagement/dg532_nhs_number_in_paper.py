"""A paper holds an NHS number.

An NHS number is one patient's for life, and everybody in the service can find the patient by it. No paper for a board
needs one, in public or in private.

Bad:

```markdown
The case of the patient with NHS number 943 476 5919 shows why records must be shared.
```

Good:

```markdown
The case of one patient shows why records must be shared.
```

Ten digits count that are grouped as NHS numbers are, or called one, and whose last digit is right for one.

Source: the NHS data dictionary, for the last digit. Standing: the UK GDPR, articles 5(1)(c) and 9.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.prose.engagement.personal_details import nhs_numbers, with_nhs_numbers
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG532", Severity.ERROR, "NHS number in a paper", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each number, in responses and in all that papers say."""
    survey = facts.content.engagement.survey if facts.content.engagement else None
    for number, response in enumerate(survey.responses if survey else ()):
        for found in nhs_numbers(response.text):
            place = facts.place("engagement", "survey", "responses", number, "text")
            yield CODE.at(place, _message(found.words), _REMEDY)
    for passage in with_nhs_numbers(each_passage(papers)):
        yield from (CODE.at(passage.place(at.start), _message(at.words), _REMEDY) for at in nhs_numbers(passage.words))


_REMEDY = "delete it, and ask who else has received the file"


def _message(words: str) -> str:
    """Without the number itself, which would go on into logs."""
    return f"an NHS number that begins with '{words[:3]}' stands here"


RULE = PapersRule(CODE, check)
