"""A cost or a budget of `resources` lacks the thousands or millions that those beside it have: `£43.3` beside `£24.6k`.

The sum that documents print is then wrong, and so is every share that is worked out from it.

Bad:

```yaml
posts:
  - {post: Programme manager, cost: £43.3}
  - {post: Administrator, cost: £24.6k}
```

Good:

```yaml
posts:
  - {post: Programme manager, cost: £43.3k}
  - {post: Administrator, cost: £24.6k}
```

A cost that is not for a year but for something else, such as a session, says so in `unit` and is left alone.

Source: found in a published Expression of Interest of 2014. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.types import Money
from docgen.source import Source

CODE = Code("DG309", Severity.ERROR, "Cost lacks its unit", __doc__ or "")
_SMALL, _LARGE = 1000, 1000
"""An amount below the first is suspicious beside one of as many pounds as the second."""


class _Amount(Struct, frozen=True):
    name: str
    money: Money
    place: Source


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such amount."""
    yield from _found(_posts(facts))
    yield from _found(_budgets(facts))


def _posts(facts: ProgrammeFacts) -> list[_Amount]:
    posts = facts.content.resources.posts if facts.content.resources else []
    return [
        _Amount(post.post, post.cost, facts.place("resources", "posts", row, "cost"))
        for row, post in enumerate(posts)
        if post.unit is None
    ]


def _budgets(facts: ProgrammeFacts) -> list[_Amount]:
    budgets = facts.content.resources.budgets if facts.content.resources else []
    return [
        _Amount(budget.name, budget.amount, facts.place("resources", "budgets", row, "amount"))
        for row, budget in enumerate(budgets)
    ]


def _found(amounts: Sequence[_Amount]) -> Iterator[Diagnostic]:
    scaled = [each for each in amounts if _has_scale(each.money) and abs(each.money.pounds) >= _LARGE]
    for each in amounts:
        if scaled and not _has_scale(each.money) and 0 < abs(each.money.pounds) < _SMALL:
            yield CODE.at(
                each.place,
                f"'{each.name}' costs '{each.money}', which lacks the unit that '{scaled[0].money}' has",
                f"write {each.money}{_scale(scaled[0].money)}, or the whole amount",
                Related(scaled[0].place, f"'{scaled[0].name}' costs '{scaled[0].money}'"),
            )


def _has_scale(money: Money) -> bool:
    return bool(_scale(money))


def _scale(money: Money) -> str:
    return money.words.lstrip("-£0123456789.,")


RULE = ProgrammeRule(CODE, check)
