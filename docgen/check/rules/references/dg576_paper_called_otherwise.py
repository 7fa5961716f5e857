"""A paper of the programme is quoted under a title that is not quite its own.

"Expression of Interests" leads to a search for a paper that does not exist, and in minutes and letters the wrong title
stays for years. Titles in quotation marks are compared with the titles of the papers that are made here.

Bad:

```markdown
The board approved the “Expresion of interest”.
```

Good:

```markdown
The board approved the “Expression of interest”.
```

Source: minutes of governing bodies. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from docgen.check.prose.passages import Kind
from docgen.check.prose.quoted import quotations
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG576", Severity.WARNING, "Paper called otherwise", __doc__ or "")

_NEAR = 0.88
"""How alike two titles are, of 1, to be taken for one."""


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such title."""
    titles = {_folded(paper.document.properties.title): paper.document.properties.title for paper in papers}
    titles.pop("", None)
    read = [passage for passage in each_passage(papers) if passage.kind is not Kind.TITLE]
    for passage, (start, end) in ((one, span) for one in read for span in quotations(one.words)):
        quoted = passage.words[start + 1 : end - 1].strip(" .,;:")
        title = _meant(_folded(quoted), titles)
        if title:
            message = f"the paper quoted as '{quoted}' is called '{title}'"
            yield CODE.at(passage.place(start), message, f"write '{title}'")


def _folded(title: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", title).strip().casefold()


def _meant(quoted: str, titles: dict[str, str]) -> str:
    """The title that is meant and not met; empty where none is near, or one is met."""
    if len(quoted.split()) < 2 or quoted in titles:
        return ""
    near = [folded for folded in titles if abs(len(folded) - len(quoted)) < 6 and len(folded) > 10]
    return next((titles[folded] for folded in near if SequenceMatcher(None, quoted, folded).ratio() >= _NEAR), "")


RULE = PapersRule(CODE, check)
