"""The posts of `resources` do not add up to `stated_total`, but rounding may explain the difference.

43.3 + 24.6 + 11.4 is 79.3. Where the exact costs are 43.34, 24.64 and 11.43, the total of 79.41 is rightly
given as 79.4. Readers who add up the table cannot know that, so the paper should tell them.

Bad:

```yaml
posts:
  - {post: Programme manager, cost: £43.3k}
  - {post: Administrator, cost: £24.6k}
  - {post: Analyst, cost: £11.4k}
stated_total: £79.4k
```

Good:

```yaml
posts:
  - {post: Programme manager, cost: "£43,340"}
  - {post: Administrator, cost: "£24,640"}
  - {post: Analyst, cost: "£11,430"}
stated_total: "£79,410"
```

Or leave `stated_total` out: documents print the sum.

Source: found in a published Expression of Interest of 2014. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.check.totals import compare_posts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG303", Severity.WARNING, "Total differs by rounding", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic at the stated total."""
    found = compare_posts(facts.content.resources)
    if found and found.is_rounded:
        yield CODE.at(
            facts.place("resources", "stated_total"),
            f"the posts add up to {found.worded(found.total)}, and the stated total is '{found.stated}':"
            " rounding may explain the difference",
            "give the costs more precisely, or leave the total out",
        )


RULE = ProgrammeRule(CODE, check)
