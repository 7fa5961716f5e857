"""The text alternative of a picture repeats its caption.

Those who listen hear the caption twice, and still do not know what the picture shows. The caption names the picture,
the text alternative says what can be seen in it.

Bad:

```markdown
:::{figure} map.png
:alt: Our five localities
:caption: Our five localities
:::
```

Good:

```markdown
:::{figure} map.png
:alt: Map with Bath in the middle and four localities around it
:caption: Our five localities
:::
```

Source: WCAG 2.2 (1.1.1). Standing: law for public bodies, through the Public
Sector Bodies Accessibility Regulations 2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.tree.block import Figure
from docgen.tree.inline import Picture
from docgen.tree.walk import plain_text

CODE = Code("DG669", Severity.WARNING, "Caption said twice", __doc__ or "")

_LABEL = Pattern(r"^figure \d+\W*|^(?:an? )?(?:map|picture|photo(?:graph)?|diagram|chart|image) of ")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such figure."""
    for node in paper.document.nodes.of(Figure):
        if not isinstance(node.picture, Picture):
            continue
        if node.caption and _bare(node.picture.alt) == _bare(plain_text(node.caption)):
            message = f"the text alternative '{node.picture.alt}' repeats the caption"
            yield CODE.at(node.picture.source, message, "say what the picture shows beyond its caption")


def _bare(words: str) -> str:
    """Words without what makes no difference to those who listen."""
    return _LABEL.sub("", re.sub(r"[\W_]+", " ", words).strip().casefold()).strip()


RULE = DocumentRule(CODE, check, by_pack=True)
