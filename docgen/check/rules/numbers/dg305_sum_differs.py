"""The parts that a sentence names do not make the total that it names.

Readers add up. A sum that is wrong casts doubt on all other figures of the paper, and a vote that does not add up can
be challenged.

Bad:

```markdown
Seven members voted for the proposal, three against and four were undecided, in all 12.
```

Good:

```markdown
Seven members voted for the proposal, three against and two were undecided, in all 12.
```

Only lists that are said to be complete are added up: not `including five GPs`, nor answers of which people could give
several. A difference that rounding explains is reported as DG306 instead.

Source: costs and votes of published papers. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.numbers.quantities import with_numbers
from docgen.check.prose.numbers.quantity import worded
from docgen.check.prose.numbers.sums import sums
from docgen.check.prose.stated import each_found
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.wording import listed

CODE = Code("DG305", Severity.ERROR, "Sum differs from its parts", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such total, at the total."""
    for sentence, found in each_found(sums, with_numbers(paper.passages, 3)):
        if found.agrees or found.is_rounded:
            continue
        parts = listed([f"'{part.words}'" for part in found.parts])
        yield CODE.at(
            sentence.place(found.total.start),
            f"{parts} make {worded(found.sum, found.total)}, and not '{found.total.words}'",
            "correct the total or its parts, and look for a part that is missing",
        )


RULE = DocumentRule(CODE, check)
