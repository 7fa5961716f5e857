"""A change in per cent, and nothing says from what: `admissions will fall by 20%`.

Whoever is to say later whether it was done needs the figure or the year that it is measured from. Until then the aim
binds nobody. It is a note: the figure may stand elsewhere.

Bad:

```markdown
Admissions of frail older people will fall by 20%.
```

Good:

```markdown
Admissions of frail older people will fall by 20% from the 3,400 of 2013/14.
```

Source: aims of published papers. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.quantities import SHARE, quantities, with_numbers
from docgen.check.prose.numbers.quantity import Quantity
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.stated import each_found
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG316", Severity.NOTE, "Change from nothing", __doc__ or "")
_BY = Pattern(
    r"\b(?:increas\w+|reduc\w+|r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|decreas\w+|gr[eo]w[ns]?|growing|cut(?:s|ting)?|drop\w*"
    r"|lower\w*|improv\w+|expand\w*|shr[aiu]nk)\b(?:\s[\w’'-]+){0,6}?\sby\s(?:about\s|around\s|some\s|at\sleast\s|up\sto\s|over\s)?$",
    re.IGNORECASE,
)
_MORE = Pattern(r"\s(?:more|fewer|less|higher|lower|increase|reduction|rise|fall|decrease|cut|growth)\b", re.IGNORECASE)
_BASE = Pattern(
    r"\b(?:from|since|compar\w+|than|against|baseline|relative|over\sthe|on\s(?:the\s)?(?:last|previous|year)|year\son\syear"
    r"|a\syear|each\syear|every\syear|per\syear|annual\w*|between|in\sreal\sterms|current|present|today)\b|£|(?<!\d)(?:19|20)\d\d",
    re.IGNORECASE,
)


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One note for each such change."""
    for sentence, found in each_found(quantities, with_numbers(paper.passages, 1, SHARE)):
        if found.is_share and _is_change(found, sentence.words) and not _BASE.search(sentence.words):
            yield CODE.at(
                sentence.place(found.start),
                f"'{found.said}' is a change, but from what is not said",
                "say from which figure, or from which year",
            )


def _is_change(found: Quantity, words: str) -> bool:
    """`Rose by 5%`, `5% more`."""
    return ends_with(_BY, words, found.start) or bool(_MORE.match(words, found.end))


RULE = DocumentRule(CODE, check)
