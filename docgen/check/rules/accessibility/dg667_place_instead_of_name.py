"""A sentence points to something by where it stands on the page, or by its shape.

"The box on the right" is below the text on a telephone, on another page in print, and nowhere for those who listen.
A name or a number is found in every format.

Bad:

```markdown
The box on the right sets out what is asked of us.
```

Good:

```markdown
Box 2, "What is asked of us", sets out the conditions.
```

"Above" and "below" stand for the order of reading, and may be used.

Source: WCAG 2.2 (1.3.3). Standing: law for public bodies, through the Public
Sector Bodies Accessibility Regulations 2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG667", Severity.WARNING, "Place instead of a name", __doc__ or "")

_THING = (
    r"(?:box|column|panel|sidebar|figure|table|map|chart|picture|diagram|photograph|graph|button|list|menu|legend|key"
    r"|link|icon|tab|logo|image)"
)
_NO_NOUN = (
    r"(?=-hand\b|\W*$|[,.;:)]"
    r"| (?:of|and|for|which|that|side|to (?:open|see|start|begin|read)|(?!lines\b|terms\b)\w+s)\b)"
)
"""What may follow: `on the right sets out`, `on the right.`, but not `at the right time`."""
_BY_PLACE = Pattern(
    rf"\b{_THING}(?:es|s)? (?:\w+ ){{0,2}}?(?:on|to|at) the (?:far )?(?:right|left)\b{_NO_NOUN}"
    r"|\b(?:right|left)-hand (?:column|box|panel|margin|page|corner)s?\b"
    r"|\b(?:right|left)(?:-hand)? side of (?:the|this|each) (?:page|table|form|screen|sheet|map|chart|diagram)\b"
    r"|\b(?:round|square|circular|oval|triangular|rectangular) (?:button|box|icon|symbol)(?:es|s)?\b"
    r"|\b(?:opposite|facing) page\b|\boverleaf\b",
    re.IGNORECASE,
)

_ANY_PLACE = ("right", "left", "button", "box", "icon", "symbol", "page", "overleaf")
"""One of these stands in each; looking for them is fast."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such place."""
    for passage in paper.passages:
        words = passage.words.casefold()
        if not any(place in words for place in _ANY_PLACE):
            continue
        for found in _BY_PLACE.finditer(passage.words):
            message = f"'{found[0]}' says where something stands, not what it is called"
            help = "name it, or refer to it with a label: {ref}`table-scope`"
            yield CODE.at(passage.place(found.start()), message, help)


RULE = DocumentRule(CODE, check, by_pack=True)
