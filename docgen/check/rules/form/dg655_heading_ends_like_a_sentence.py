"""A heading ends with a full stop, a colon or a comma.

Headings are repeated in the contents, in the list of headings that people move by who listen, and in references. There
a full stop ends the sentence around it, and a colon points to nothing.

Bad:

```markdown
# How we will work together:
```

Good:

```markdown
# How we will work together
```

A question mark may stand, and so may the full stop of an abbreviation.

Source: the style guides of public bodies, such as that of GOV.UK. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.passages import Kind
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG655", Severity.NOTE, "Heading ends like a sentence", __doc__ or "")

_END = Pattern(r"(?<!\.\.)(?<!\betc)(?<!\bLtd)(?<!\bInc)(?<!\b[A-Za-z])[.:,;]\s*$")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such heading."""
    for passage in paper.passages:
        found = _END.search(passage.words) if passage.kind is Kind.HEADING else None
        if found:
            message = f"the heading '{passage.words.strip()}' ends with '{found[0].strip()}'"
            yield CODE.at(passage.source, message, "leave it out")


RULE = DocumentRule(CODE, check, by_pack=True, of_forms=False)
