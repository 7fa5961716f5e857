"""The counts of `readiness` do not make the totals that are stated beside them, or exceed the number of submissions.

A matrix is printed to show how many are ready. Where its rows do not make its totals, or 63 are counted of 61, nobody
can tell which of the figures to plan with.

Bad:

```yaml
stages: [now, later]
categories:
  - {name: Joint, counts: [17, 12]}
  - {name: Delegated, counts: [21, 14]}
stated_totals: [25, 37]
submissions: 61
```

Good:

```yaml
stages: [now, later]
categories:
  - {name: Joint, counts: [17, 12]}
  - {name: Delegated, counts: [8, 24]}
stated_totals: [25, 36]
submissions: 61
```

Source: a readiness matrix of 2014, which counts 63 of 61 submissions. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.readiness import Readiness
from docgen.wording import grouped

CODE = Code("DG314", Severity.ERROR, "Readiness does not add up", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each total that its counts do not make, and one where all exceed the submissions."""
    readiness = facts.content.readiness
    if readiness is None:
        return
    yield from _stages(readiness, facts)
    yield from _categories(readiness, facts)
    yield from _submissions(readiness, facts)


def _stages(readiness: Readiness, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    for place, (stage, stated) in enumerate(zip(readiness.stages, readiness.stated_totals, strict=False)):
        counts = [category.counts[place] for category in readiness.categories if place < len(category.counts)]
        if counts and sum(counts) != stated:
            yield _differs(
                f"the categories make {grouped(sum(counts))} for '{stage}'", stated, ("stated_totals", place), facts
            )


def _categories(readiness: Readiness, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    for row, category in enumerate(readiness.categories):
        stated, total = category.stated_total, sum(category.counts)
        if stated is not None and total != stated:
            path = ("categories", row, "stated_total")
            yield _differs(f"the counts of '{category.name}' make {grouped(total)}", stated, path, facts)


def _differs(made: str, stated: int, path: tuple[str | int, ...], facts: ProgrammeFacts) -> Diagnostic:
    return CODE.at(
        facts.place("readiness", *path),
        f"{made}, but the stated total is '{grouped(stated)}'",
        "correct the counts or the total, or say that one may be counted twice",
        Related(facts.place("readiness", "categories"), "these are the counts"),
    )


def _submissions(readiness: Readiness, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    total = sum(readiness.stated_totals)
    if readiness.submissions is not None and total > readiness.submissions:
        yield CODE.at(
            facts.place("readiness", "submissions"),
            f"the totals make {grouped(total)}, but only '{readiness.submissions}' submissions were made",
            "count each submission once, or correct the number of submissions",
            Related(facts.place("readiness", "stated_totals"), "these are the totals"),
        )


RULE = ProgrammeRule(CODE, check)
