"""The terms of reference of a committee contradict the scope: a duty is out of scope, or what it leads is excluded.

The scope is in the expression of interest, the duties are in the terms of reference. When a function changes sides
late, one of the two is forgotten, and the committee is told to do what it may not do, or may not do what it is told to.

Bad:

```yaml
# scope.yaml
functions:
  - {function: Carry out rent reviews, in_scope: no}
# governance.yaml
committees:
  strategic-group:
    responsibilities:
      - Carry out rent reviews
```

Good:

```yaml
committees:
  strategic-group:
    exclusions:
      - Rent reviews
```

A duty counts that begins with a word for deciding or doing. To advise, to align, to prepare, to oversee and to
recommend take nothing over.

Source: published terms of reference beside the scope tables they belong to. Standing: arithmetic; only one of the two
can be right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from docgen.check.prose.scope.duties import duties_of, takes_over
from docgen.check.prose.scope.topics import matter_of, topics_in
from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.governance import Committee
from docgen.schema.scope import Function, InScope

CODE = Code("DG511", Severity.WARNING, "Duties contradict the scope", __doc__ or "")


class _Meant:
    """Which functions a line of the terms of reference means: by their main words, or by their whole names."""

    def __init__(self, functions: list[Function]) -> None:
        self._topics = topics_in(functions)
        self._matters: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        for number, function in enumerate(functions):
            self._matters[matter_of(function.function)].append(number)

    def __call__(self, line: str) -> Iterable[int]:
        """The places of the functions in the scope."""
        matter = matter_of(line)
        whole = self._matters.get(matter, ()) if matter else ()
        return dict.fromkeys([*whole, *(mention.number for mention in self._topics.mentions(line))])


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each duty and each exclusion that the scope contradicts."""
    scope, governance = facts.content.scope, facts.content.governance
    if scope is None or governance is None or not scope.functions:
        return
    meant = _Meant(scope.functions)
    for name, committee in governance.committees.items():
        yield from _duties(name, committee, meant, scope.functions, facts)
        yield from _exclusions(name, committee, meant, scope.functions, facts)


def _duties(
    name: str, committee: Committee, meant: _Meant, functions: Sequence[Function], facts: ProgrammeFacts
) -> Iterator[Diagnostic]:
    doing = [duty for duty in duties_of(committee) if takes_over(duty[2])]
    for field, number, at in ((field, number, at) for field, number, line in doing for at in meant(line)):
        if functions[at].in_scope is not InScope.NO or functions[at].lead == name:
            continue
        yield CODE.at(
            facts.place("governance", "committees", name, field, number),
            f"'{shortened(functions[at].function)}' is a duty of '{name}', but it is out of scope",
            "take the duty out, or put the function in scope",
            Related(facts.place("scope", "functions", at, "in_scope"), "it is out of scope here"),
        )


def _exclusions(
    name: str, committee: Committee, meant: _Meant, functions: Sequence[Function], facts: ProgrammeFacts
) -> Iterator[Diagnostic]:
    for number, at in ((number, at) for number, line in enumerate(committee.exclusions) for at in meant(line)):
        function = functions[at]
        if function.lead == name and function.in_scope is InScope.YES and function.reserved_to is None:
            yield CODE.at(
                facts.place("governance", "committees", name, "exclusions", number),
                f"'{shortened(function.function)}' is excluded for '{name}', but the scope has it lead the function",
                "take the exclusion out, or change the lead, or write in the scope to whom the decision is reserved",
                Related(facts.place("scope", "functions", at, "lead"), "it leads here"),
            )


RULE = ProgrammeRule(CODE, check)
