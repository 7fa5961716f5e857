"""A section has a heading and nothing below it.

Readers take an empty section for a lost page or for something that nobody has decided. Often the content that a
template prints there is optional and has been left out.

Bad:

```markdown
## Budgets

## Capacity

Three posts are needed.
```

Good:

```markdown
## Capacity

Three posts are needed.
```

In a template, put the heading inside the same `{% if %}` as what stands below it.

Source: mandatory fields left blank in published papers. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.tree.block import Blocks, Heading, Landscape, PageBreak, Rule, Title
from docgen.tree.walk import plain_text

CODE = Code("DG652", Severity.WARNING, "Section is empty", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such section, at its heading."""
    waiting: Heading | None = None
    for step in [*_steps(paper.document.blocks), None]:
        ends = step is None or (isinstance(step, Heading) and waiting is not None and step.level <= waiting.level)
        if waiting is not None and ends:
            yield CODE.at(
                waiting.source,
                f"nothing stands below the heading '{plain_text(waiting.content)}'",
                "write something below it, or leave the heading out",
            )
        waiting = step if isinstance(step, Heading) else None


def _steps(blocks: Blocks) -> Iterator[Heading | str]:
    """Each heading, and a word for each other block that says something."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Landscape():
                yield from _steps(block.blocks)
            case PageBreak() | Rule() | Title():
                pass
            case _:
                yield "something"


RULE = DocumentRule(CODE, check, of_forms=False)
