"""The posts of `resources` do not add up to `stated_total`.

Readers add up the table. A total that does not follow from it casts doubt on every other figure of the paper,
and the approving body cannot tell which of the two it approves. Often one amount lacks its unit: `£43.3` for `£43.3k`.

Bad:

```yaml
posts:
  - {post: Programme manager, cost: £43.3k}
  - {post: Administrator, cost: £24.6k}
stated_total: £79.4k
```

Good:

```yaml
posts:
  - {post: Programme manager, cost: £43.3k}
  - {post: Administrator, cost: £24.6k}
stated_total: £67.9k
```

Or leave `stated_total` out: documents print the sum. A difference that rounding explains is reported as DG303 instead.

Source: found in a published Expression of Interest of 2014. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.check.totals import compare_posts
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG301", Severity.ERROR, "Total differs", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic at the stated total."""
    found = compare_posts(facts.content.resources)
    if found is None or found.agrees or found.is_rounded:
        return
    yield CODE.at(
        facts.place("resources", "stated_total"),
        f"the posts add up to {found.worded(found.total)}, but the stated total is '{found.stated}'",
        "correct the total or the costs, and look for an amount that lacks its unit",
        Related(facts.place("resources", "posts"), "these are the posts"),
    )


RULE = ProgrammeRule(CODE, check)
