"""Two sentences give different figures for one thing: `the CCG has 26 member practices`, `all 28 member practices`.

Papers are written by several people and from several sources. Boards notice when two of them disagree, and ask which
is right. Put the figure into `facts.yaml`, and print it from there.

Bad:

```markdown
The CCG is made up of 26 member practices. A letter was sent to all 28 member practices.
```

Good:

```markdown
The CCG is made up of {fact}`member_practices` member practices. A letter was sent to all of them.
```

Figures are compared where they are said to be those of a whole, and of the same whole: `our`, `all`, `the registered
population of`, a percentage of something in almost the same words. Figures of different years are different figures.

Source: figures of published papers that drifted apart between documents. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docgen.check.entries import entries
from docgen.check.prose.numbers.likeness import can_agree
from docgen.check.prose.numbers.quantity import Quantity
from docgen.check.prose.numbers.told_facts import told_facts
from docgen.check.prose.numbers.told_twice import NAMED, OF_COMMITTEES, Telling, are_of_one_thing, tellings
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Related, Severity

_ANY_COMMITTEE = frozenset(("", "committee", "joint committee", "group", "board"))
CODE = Code("DG312", Severity.WARNING, "Figure told twice", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each figure that contradicts an earlier one, unless one of the two is a fact: see DG310."""
    passages = each_passage(papers)
    told = {(each.sentence, each.measure.quantity) for each in told_facts(facts.content.facts, passages)}
    seen: dict[object, list[Telling]] = {}
    for telling in _without_entries(tellings(passages), facts):
        group = seen.setdefault(telling.key[:2], [])
        is_told = (telling.sentence, telling.quantity) in told
        others = [each for each in group if ((each.sentence, each.quantity) in told) is is_told]
        earlier = next((each for each in others if _contradict(each, telling)), None)
        if earlier:
            yield _contradiction(earlier, telling)
        group.append(telling)


def _without_entries(told: Iterable[Telling], facts: ProgrammeFacts) -> Iterator[Telling]:
    """Those figures that the content does not state in fields of their own: these are held against it by DG324.

    Where there are several committees, `the committee` may be another in each paper.
    """
    entered = {entry.figure.name for entry in entries(facts)}
    unclear = _ANY_COMMITTEE if len(facts.committees) > 1 else frozenset()
    for each in told:
        how, _, figure, whose = each.key
        if how != NAMED or not (figure <= entered or (figure <= OF_COMMITTEES and whose <= unclear)):
            yield each


def _contradict(one: Telling, other: Telling) -> bool:
    is_other_place = one.sentence != other.sentence
    return is_other_place and are_of_one_thing(one, other) and not can_agree(one.quantity, other.quantity)


def _contradiction(earlier: Telling, telling: Telling) -> Diagnostic:
    first, second = _written(earlier.quantity), _written(telling.quantity)
    return CODE.at(
        telling.sentence.place(telling.quantity.start),
        f"'{second}' stands here, and '{first}' elsewhere, for what seems to be the same",
        "correct one of the two, and keep the figure in facts.yaml",
        Related(earlier.sentence.place(earlier.quantity.start), f"here it is '{first}'"),
    )


def _written(quantity: Quantity) -> str:
    return f"{quantity.said} {quantity.noun}".strip()


RULE = PapersRule(CODE, check)
