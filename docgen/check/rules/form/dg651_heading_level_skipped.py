"""A heading stands more than one level below the heading before it.

People who listen to a document move from heading to heading. A level that is left out tells them that they have missed
a section, and standards for accessible documents refuse it.

Bad:

```markdown
# Governance
### Quorum
```

Good:

```markdown
# Governance
## Quorum
```

Headings of a narrative count from the place where the template prints it: its `#` stands below the section's heading.

Source: WCAG 2.2 (1.3.1), PDF/UA-1 (7.4.2). Standing: law for public bodies, through the Public
Sector Bodies Accessibility Regulations 2018.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.tree.block import Heading
from docgen.tree.walk import plain_text

CODE = Code("DG651", Severity.ERROR, "Heading level skipped", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such heading."""
    before: Heading | None = None
    for node in paper.document.nodes.of(Heading):
        above = before.level if before else 0
        if node.level > above + 1:
            yield CODE.at(
                node.source,
                f"heading '{plain_text(node.content)}' skips {_levels(node.level - above - 1)} of headings",
                f"take {node.level - above - 1} '#' away from it, or write the heading between",
                *([Related(before.source, "this is the heading before it")] if before else []),
            )
        before = node


def _levels(count: int) -> str:
    return "a level" if count == 1 else f"{count} levels"


RULE = DocumentRule(CODE, check, of_forms=False)
