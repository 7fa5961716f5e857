"""A link shows a web address in place of words.

A screen reader spells the address out, sign by sign: "h t t p s colon slash slash". Word's accessibility checker names
the same fault. E-mail addresses may stand as they are: they say whom they reach.

Bad:

```markdown
See <https://www.example.org/2014/05/a7f3-guidance.pdf>.
```

Good:

```markdown
See the [guidance of May 2014](https://www.example.org/2014/05/a7f3-guidance.pdf).
```

For those who read on paper, put the work into `references.yaml` and cite it: its footnote names title and address, and
the title is the link.

Source: WCAG 2.2 (2.4.4), Word's accessibility checker. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts, shortened
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.tree.inline import Link
from docgen.tree.walk import plain_text

CODE = Code("DG662", Severity.WARNING, "Link shows its address", __doc__ or "")

_ADDRESS = Pattern(r"(?:https?://|www\.|ftp://|mailto:)", re.IGNORECASE)


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such link."""
    for node in paper.document.nodes.of(Link):
        words = plain_text(node.content).strip()
        if _ADDRESS.match(words):
            message = f"the link '{shortened(words)}' shows an address in place of words"
            yield CODE.at(node.source, message, "write [what stands there](address), or cite it from references.yaml")


RULE = DocumentRule(CODE, check, by_pack=True)
