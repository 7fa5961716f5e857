"""A typed paragraph number stands twice, or after a higher one.

What is decided "as in 2.2" must be in one place. Paragraphs that were moved or put in between often keep their old
numbers, or share one.

Bad:

```markdown
2.1 The board was told of the offer.

2.2 It asked for a plan.

2.2 The plan was ready in June.
```

Good:

```markdown
2.1 The board was told of the offer.

2.2 It asked for a plan.

2.3 The plan was ready in June.
```

Source: papers numbered by hand. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.check.typed_numbers import Number, Numbered, numbered_paragraphs
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG654", Severity.WARNING, "Paragraph numbers run backwards", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such number."""
    highest: dict[Number, Numbered] = {}
    for each in numbered_paragraphs(paper):
        before = highest.setdefault(each.number[:-1], each)
        if before is each or each.number > before.number:
            highest[each.number[:-1]] = each
            continue
        same = each.number == before.number
        message = f"paragraph '{each.written}' {'is there twice' if same else f'comes after {before.written!r}'}"
        related = Related(before.passage.source, f"this is paragraph '{before.written}'")
        yield CODE.at(each.passage.source, message, "number the paragraphs anew", related)


RULE = DocumentRule(CODE, check, of_forms=False)
