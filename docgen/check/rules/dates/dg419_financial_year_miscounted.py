"""A financial year is written with two years that do not follow one another.

`2014/16` may be meant as 2014/15, as 2015/16 or as both. Money is planned by financial years, so that the slip moves a
budget by a year.

Bad:

```markdown
The budget for 2014/16 is £220 million.
```

Good:

```markdown
The budget for 2014/15 is £220 million.
```

Several years that a plan, a strategy or a contract covers may be written so: "the operational plan 2014/16".

Source: the financial year of public bodies, 1 April to 31 March. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.dates.dated_sentences import dated_singly
from docgen.check.prose.dates.mention import Grain
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.sentences import Sentence
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG419", Severity.WARNING, "Financial year is miscounted", __doc__ or "")

_OF_YEARS = Pattern(
    r"(?i)\b(?:plans?|strateg\w+|years|two-year|\w+-year|contracts?|programmes?|framework|period|agreement|settlement"
    r"|intentions|allocations)\b"
)
_NEAR = 50
"""Within how many characters what covers several years is looked for."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such year, where it stands."""
    for sentence, mention in dated_singly(paper.passages):
        if mention.grain is not Grain.FINANCIAL_YEAR or mention.is_dated:
            continue
        if not _covers_years(sentence, mention.start, mention.end):
            message = f"'{mention.words}' is no financial year, since its two years do not follow one another"
            yield CODE.at(sentence.place(mention.start), message, f"write '{_following(mention.words)}', or both years")


def _covers_years(sentence: Sentence, start: int, end: int) -> bool:
    return bool(_OF_YEARS.search(sentence.words[max(0, start - _NEAR) : end + _NEAR]))


def _following(words: str) -> str:
    """The financial year that begins with the first of the two."""
    year = int(re.search(r"\d{4}", words)[0])  # type: ignore[index]
    return f"{year}/{(year + 1) % 100:02}"


RULE = DocumentRule(CODE, check)
