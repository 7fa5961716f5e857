"""A response, a remark or a quotation holds words by which somebody can be found: a name, a number, an address.

People answer a survey in confidence. What is published with a name, a telephone number or a postcode tells neighbours,
employers and journalists who said it, and may break the law on data protection.

Bad:

```yaml
responses:
  - {number: 1, text: "Dr Pelham told me to wait. Call me on 07700 900 123."}
```

Good:

```yaml
responses:
  - {number: 1, text: "[My doctor] told me to wait. [Telephone number left out.]"}
```

Looked at are responses to the survey, remarks in the feedback, and quotations in papers. People whom the programme
itself names, such as its author, are known already.

Source: survey responses published word for word in Expressions of Interest. Standing: the UK GDPR, articles 4(1) and
5(1)(c); what identifies somebody has to be judged case by case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.people_named import known_names
from docgen.check.prose.engagement.consultees import remarks_of
from docgen.check.prose.engagement.personal_details import Detail, details
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.quotations import quotations_of
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.engagement import Engagement
from docgen.source import Path, Source

CODE = Code("DG531", Severity.WARNING, "Response identifies a person", __doc__ or "")
_ATTRIBUTION = Pattern(r"(?:^|(?<=[.!?…\"”’'])\s*)[—–-]{1,2}\s*(?:Dr|Mr|Mrs|Ms|Miss|Prof|[A-Z])[^—–]{0,80}$")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each detail."""
    known = known_names(facts.content)
    for path, words in _said(facts.content.engagement):
        yield from (_finding(detail, facts.place(*path)) for detail in details(words, known))
    quotations = [quotation for passage in each_passage(papers) for quotation in quotations_of(passage)]
    for quotation in quotations:
        found = details(_without_attribution(quotation.words), known)
        yield from (_finding(detail, quotation.place(detail.start)) for detail in found)


def _without_attribution(words: str) -> str:
    """A pull quote without `— Dr Pelham, clinical chair` below it, who agreed to be named."""
    return _ATTRIBUTION.sub("", words)


def _finding(detail: Detail, source: Source) -> Diagnostic:
    return CODE.at(
        source,
        f"'{detail.words}' is {detail.kind}, by which somebody could be found",
        "write '[name left out]' or the like in its place before the paper is published",
    )


def _said(engagement: Engagement | None) -> Iterator[tuple[Path, str]]:
    """What people said, with its places."""
    if engagement is None:
        return
    for number, response in enumerate(engagement.survey.responses if engagement.survey else ()):
        yield ("engagement", "survey", "responses", number, "text"), response.text
    for number, feedback in enumerate(engagement.feedback):
        summary = ("engagement", "feedback", number, "summary")
        yield from (((*summary, at), line) for at, line in enumerate(feedback.summary))
    for path, remarks in remarks_of(engagement):
        yield from (((*path, "points", at), line) for at, line in enumerate(remarks.points))


RULE = PapersRule(CODE, check)
