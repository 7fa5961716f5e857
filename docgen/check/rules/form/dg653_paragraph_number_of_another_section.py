"""A paragraph bears the number of another section: section 5 holds paragraph 7.1.

Minutes and letters cite paragraphs by number. One that belongs elsewhere cannot be found, and makes readers look for
the sections that seem to be missing. It happens where paragraphs are numbered by hand and sections are taken out.

Bad:

```markdown
# 5. Recommendations

7.1 It is recommended that the board approve the plan.
```

Good:

```markdown
# 5. Recommendations

5.1 It is recommended that the board approve the plan.
```

Source: a report to a governing body of 2018, whose fifth section holds paragraph 7.1. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.check.typed_numbers import heading_called, numbered_paragraphs
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG653", Severity.WARNING, "Paragraph number of another section", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such paragraph."""
    for each in numbered_paragraphs(paper):
        if not each.section or each.belongs:
            continue
        heading = heading_called(each.passage.section, paper)
        related = [Related(heading.source, f"this is section '{each.section}'")] if heading else []
        message = f"section '{each.section}' holds a paragraph numbered '{each.written}'"
        help = f"number it within section {each.section}, or leave typed numbers out"
        yield CODE.at(each.passage.source, message, help, *related)


RULE = DocumentRule(CODE, check, of_forms=False)
