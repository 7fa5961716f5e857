"""The text alternative of a picture is the name of its file, or says nothing but that there is a picture.

Those who do not see a picture hear its text alternative. "IMG 0042 dot j p g" tells them that they have missed
something, and not what. Word's accessibility checker names the same fault. A picture without any is an error, DG823.

Bad:

```markdown
![localities.png](localities.png)
```

Good:

```markdown
![Map of the five localities, with Bath in the middle](localities.png)
```

Source: WCAG 2.2 (1.1.1), Word's accessibility checker. Standing: law for public bodies, through the Public
Sector Bodies Accessibility Regulations 2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.tree.inline import Picture

CODE = Code("DG663", Severity.WARNING, "Picture described by the name of its file", __doc__ or "")

_FILE_NAME = Pattern(r"\S[^/\n]*\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)", re.IGNORECASE)
_ANY_PICTURE = Pattern(r"(?:an? )?(?:image|picture|photo|img|dsc|figure|diagram|chart|logo)[ _-]?\d*", re.IGNORECASE)


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such picture."""
    for node in paper.document.nodes.of(Picture):
        if _says_nothing(node):
            message = f"the text alternative '{node.alt}' does not say what the picture shows"
            yield CODE.at(node.source, message, "say what it shows, in words, for those who do not see it")


def _says_nothing(picture: Picture) -> bool:
    alt = picture.alt.strip(" .")
    stem = picture.path.rpartition("/")[2].rpartition(".")[0]
    return alt == stem or any(pattern.fullmatch(alt) for pattern in (_FILE_NAME, _ANY_PICTURE))


RULE = DocumentRule(CODE, check, by_pack=True)
