"""A part is larger than what it is a part of: `31 of our 27 practices`.

The two numbers stem from different counts, or one is mistyped. No share can be worked out from them.

Bad:

```markdown
Replies came from 31 of our 27 practices.
```

Good:

```markdown
Replies came from 21 of our 27 practices.
```

Source: a published readiness count of 2014 that gave 63 answers of 61 submissions. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.numbers.quantities import with_numbers
from docgen.check.prose.numbers.quantity import Bound
from docgen.check.prose.numbers.shares import SHARED, shares
from docgen.check.prose.stated import each_found
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG320", Severity.ERROR, "Part exceeds the whole", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such share, at the part."""
    for sentence, share in each_found(shares, with_numbers(paper.passages, 2, SHARED)):
        is_exact = share.part.bound is share.whole.bound is Bound.EXACT
        if is_exact and share.is_certain and share.part.value > share.whole.value and not share.part.per:
            yield CODE.at(
                sentence.place(share.part.start),
                f"'{share.part.words}' is more than the '{share.whole.words}' that it is a part of",
                "correct one of the two numbers",
            )


RULE = DocumentRule(CODE, check)
