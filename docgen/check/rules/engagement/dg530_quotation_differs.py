"""A quotation is not word for word what it quotes.

Whoever was quoted will read it, and a quotation that was changed, even to mend it, costs the trust of the others. Where
the source is a rule or a guideline, a changed word changes the rule.

Bad:

```yaml
responses: [{number: 1, text: The board must show us how conflicts will be handled before anything is signed.}]
```

with, in the text:

```markdown
One practice wrote: “The board must tell us how conflicts are handled before anything is signed.”
```

Good:

```markdown
One practice wrote: “The board must show us how conflicts will be handled …”
```

Quotations of five words and more are compared with the responses to the survey, with what the survey and the vote
asked, with the other papers of the programme, and with quotations of the same words elsewhere. Kinds of quotation
marks, capitals and punctuation do not matter; `…` may leave words out, and `[…]` may put words in.

Source: a letter to member practices of 2018 that quotes guidance with three changes. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docgen.check.prose.passages import Passage
from docgen.check.prose.quotations import Departure, Original, Originals, Quotation, parts_of, quotations_of
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage, shortened
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG530", Severity.WARNING, "Quotation differs from its source", __doc__ or "")
_LIKE_A_RESPONSE = 0.7
_LIKE_A_PASSAGE = 0.8
_LIKE_A_QUOTATION = 0.75


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each quotation, where it first departs from what it quotes."""
    read = [(passage, list(quotations_of(passage))) for passage in each_passage(papers)]
    quotations = [quotation for _, found in read for quotation in found]
    if not quotations:
        return
    words = [quotation.words for quotation in quotations]
    said, others = (
        Originals(_said(facts), words),
        Originals(_of_passages(passage for passage, found in read if not found), words),
    )
    quoted = Originals(_of_quotations(quotations), words)
    for number, quotation in enumerate(quotations):
        departure = (
            said.departure(quotation.words, _LIKE_A_RESPONSE)
            or others.departure(quotation.words, _LIKE_A_PASSAGE)
            or quoted.departure(quotation.words, _LIKE_A_QUOTATION, before=number)
        )
        if isinstance(departure, Departure):
            yield _finding(quotation, departure)


def _said(facts: ProgrammeFacts) -> Iterator[Original]:
    """What the content holds word for word."""
    engagement = facts.content.engagement
    if engagement and engagement.survey:
        path = ("engagement", "survey")
        yield Original("the question", engagement.survey.question, facts.place(*path, "question"))
        for number, each in enumerate(engagement.survey.responses):
            yield Original(f"response {each.number}", each.text, facts.place(*path, "responses", number, "text"))
    if engagement and engagement.vote:
        yield Original("the question", engagement.vote.question, facts.place("engagement", "vote", "question"))


def _of_passages(passages: Iterable[Passage]) -> Iterator[Original]:
    """What papers say in their own words."""
    return (Original("the text", passage.words, passage.source) for passage in passages)


def _of_quotations(quotations: Sequence[Quotation]) -> Iterator[Original]:
    """Each quotation; one that leaves words out or puts some in is no original for others."""
    for each in quotations:
        is_whole = len(list(parts_of(each.words))) == 1
        yield Original("another quotation of it", each.words if is_whole else "", each.place())


def _finding(quotation: Quotation, departure: Departure) -> Diagnostic:
    """Says what the quotation has, and what the original has in its place."""
    name, has, should_have = departure.original.name, shortened(departure.has), shortened(departure.should_have)
    if not has:
        message = f"the quotation leaves out '{should_have}', which {name} has"
    elif not should_have:
        message = f"the quotation has '{has}', which {name} has not"
    else:
        message = f"the quotation has '{has}' where {name} has '{should_have}'"
    return CODE.at(
        quotation.place(departure.at),
        message,
        "quote word for word: write '…' for what is left out, and '[…]' around what is put in",
        Related(departure.original.source, "it is said here"),
    )


RULE = PapersRule(CODE, check)
