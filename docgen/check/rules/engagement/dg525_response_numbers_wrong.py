"""The numbers of the responses to a survey leave gaps, or one stands twice.

Readers count responses by their numbers. A gap looks like a response that was taken out, and a number that stands twice
like one that was counted twice; either makes the whole list doubtful.

Bad:

```yaml
responses:
  - {number: 3, text: We agree}
  - {number: 1, text: So do we}
```

Good:

```yaml
responses:
  - {number: 2, text: We agree}
  - {number: 1, text: So do we}
```

Numbers may begin anywhere, since a paper may print the last responses only.

Source: lists of survey responses in published Expressions of Interest. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.engagement import Response
from docgen.wording import listed

CODE = Code("DG525", Severity.WARNING, "Response numbers wrong", __doc__ or "")
_MOST_NAMED = 5
_PLACE = ("engagement", "survey", "responses")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each number that stands twice, and one for all that are missing."""
    survey = facts.content.engagement.survey if facts.content.engagement else None
    responses = survey.responses if survey else []
    yield from _twice(responses, facts)
    numbers = {response.number for response in responses}
    missing = [number for number in range(min(numbers), max(numbers)) if number not in numbers] if numbers else []
    if missing:
        named = [f"'{number}'" for number in missing[:_MOST_NAMED]]
        more = [f"{len(missing) - _MOST_NAMED} more"] if len(missing) > _MOST_NAMED else []
        is_one = "is" if len(missing) == 1 else "are"
        message = f"of the numbers of the responses, {listed([*named, *more])} {is_one} missing"
        yield CODE.at(facts.place(*_PLACE), message, "add what is missing, or say why it was taken out and number anew")


def _twice(responses: Sequence[Response], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    first: dict[int, int] = {}
    for position, response in enumerate(responses):
        earlier = first.setdefault(response.number, position)
        if earlier != position:
            yield CODE.at(
                facts.place(*_PLACE, position, "number"),
                f"the response number '{response.number}' stands twice",
                "correct one of the numbers, or take out what is listed twice",
                Related(facts.place(*_PLACE, earlier, "number"), "first used here"),
            )


RULE = ProgrammeRule(CODE, check)
