"""Prose rounds a fact of `facts.yaml` and does not say so: `197,000 people` for 197,040.

Two figures stand in the papers, and a reader cannot tell that they are one. `About 197,000` says that it is rounded.

Bad:

```markdown
We serve a registered population of 197,000.
```

Good:

```markdown
We serve a registered population of about 197,000.
```

Money in thousands or millions is taken to be as exact as its last digit: £4.7m is right for £4,712,000.

Source: figures of published papers. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.prose.numbers.told_facts import told_facts
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG311", Severity.WARNING, "Fact rounded", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such figure, with the fact beside it."""
    for told in told_facts(facts.content.facts, each_passage(papers)):
        if told.is_rounded:
            quantity, known = told.measure.quantity, told.known
            yield CODE.at(
                told.sentence.place(quantity.start),
                f"'{quantity.words}' is {known.fact.words} rounded, and does not say so",
                f"write 'about {quantity.words}', or {{fact}}`{known.id}`",
                Related(facts.place("facts", known.id, "value"), f"'{known.id}' is {known.fact.words}"),
            )


RULE = PapersRule(CODE, check)
