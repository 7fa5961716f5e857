"""The parts that a sentence names do not make its total, but rounding may explain the difference.

43.3 + 24.6 + 11.4 is 79.3. Where the exact costs are 43.34, 24.64 and 11.43, the total is rightly given as 79.4.
Readers who add up cannot know that. It is a note, because only the author can tell whether the total is right.

Bad:

```markdown
The posts cost £79.4k (£43.3k, £24.6k and £11.4k).
```

Good:

```markdown
The posts cost £79,410 (£43,340, £24,640 and £11,430).
```

Source: found in a published Expression of Interest of 2014. Standing: arithmetic.
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

CODE = Code("DG306", Severity.NOTE, "Sum differs by rounding", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One note for each such total, at the total."""
    for sentence, found in each_found(sums, with_numbers(paper.passages, 3)):
        if found.is_rounded:
            parts = listed([f"'{part.words}'" for part in found.parts])
            yield CODE.at(
                sentence.place(found.total.start),
                f"{parts} make {worded(found.sum, found.total)}, and the total is '{found.total.words}':"
                " rounding may explain the difference",
                "give the parts more precisely, or say that they are rounded",
            )


RULE = DocumentRule(CODE, check)
