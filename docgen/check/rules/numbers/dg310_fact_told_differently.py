"""Prose gives another figure for a fact of `facts.yaml`.

The same figure in two values is what boards notice first. Figures that are typed again drift apart with every version;
one that is printed from `facts.yaml` cannot.

Bad:

```markdown
Our practices look after a registered population of 179,040.
```

Good:

```markdown
Our practices look after a registered population of {fact}`registered_population`.
```

A figure counts as a fact where the words around it are all those of the fact's id, or of its label. What something will
be, was in another year, or changes by, is another figure. One that is only rounded is DG311.

Source: figures of published papers that drifted apart between their versions. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.prose.numbers.told_facts import told_facts
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG310", Severity.ERROR, "Fact told differently", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such figure, with the fact beside it."""
    for told in told_facts(facts.content.facts, each_passage(papers)):
        if not told.agrees and not told.is_rounded:
            quantity, known = told.measure.quantity, told.known
            yield CODE.at(
                told.sentence.place(quantity.start),
                f"'{quantity.said}' stands here, but the fact '{known.id}' is {known.fact.words}",
                f"write {{fact}}`{known.id}`, or correct the fact",
                Related(facts.place("facts", known.id, "value"), f"'{known.id}' is {known.fact.words}"),
            )


RULE = PapersRule(CODE, check)
