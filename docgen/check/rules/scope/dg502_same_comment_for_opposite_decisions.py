"""One function is in scope and another is not, and both carry the same comment.

A comment gives the reason for the decision. The same reason cannot lead to both answers, so one of the two rows was
copied and not finished.

Bad:

```yaml
functions:
  - {function: Dispensing list, in_scope: no, comment: Led with the area team}
  - {function: Dentistry, in_scope: yes, comment: Led with the area team}
```

Good:

```yaml
functions:
  - {function: Dispensing list, in_scope: no, comment: Kept by the area team}
  - {function: Dentistry, in_scope: yes, comment: Led with the area team}
```

Source: the scope table of a published Expression of Interest of 2014. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.scope import Function, InScope

CODE = Code("DG502", Severity.WARNING, "Same comment for opposite decisions", __doc__ or "")
_OPPOSITE = {InScope.YES: InScope.NO, InScope.NO: InScope.YES}


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each row that contradicts an earlier one, at its comment."""
    seen: dict[tuple[str, InScope], tuple[int, Function]] = {}
    for number, function in enumerate(facts.content.scope.functions if facts.content.scope else []):
        comment = " ".join(" ".join(function.comment).casefold().split())
        opposite = _OPPOSITE.get(function.in_scope)
        if not comment or opposite is None:
            continue
        seen.setdefault((comment, function.in_scope), (number, function))
        if (comment, opposite) in seen:
            earlier, other = seen[comment, opposite]
            yield CODE.at(
                facts.place("scope", "functions", number, "comment"),
                f"'{function.function}' ({function.in_scope}) has the same comment as '{other.function}' ({opposite})",
                "give each decision its own reason",
                Related(facts.place("scope", "functions", earlier, "comment"), "the same comment stands here"),
            )


RULE = ProgrammeRule(CODE, check)
