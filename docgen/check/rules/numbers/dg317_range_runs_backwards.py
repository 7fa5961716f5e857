"""A range of numbers begins with the higher one: `between 50,000 and 30,000`.

One of the two numbers is mistyped, or they were swapped. No value lies in such a range.

Bad:

```markdown
Each cluster would serve between 50,000 and 30,000 people.
```

Good:

```markdown
Each cluster would serve between 30,000 and 50,000 people.
```

What falls `from 50,000 to 30,000` is no range, nor is the result of a vote, `7–3`. What ranges from 19 to 2 days is
one.

Source: ranges of published papers. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.quantities import RANGE, quantities, with_numbers
from docgen.check.prose.numbers.quantity import Join, Quantity
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.stated import each_found
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG317", Severity.ERROR, "Range runs backwards", __doc__ or "")
_CHANGE = Pattern(
    r"\b(?:from|f[ae]ll\w*|reduc\w*|decreas\w*|cut|drop\w*|down|lower\w*|declin\w*|shr[aiu]nk|halv\w+|chang\w+|mov\w+|went|gone|go"
    r"|vot\w+|scor\w+|ratios?|odds|won|lost|beat|carried|passed|majority|favour|difference|gap|minus|less)\b",
    re.IGNORECASE,
)
_RANGES = Pattern(r"\b(?:rang(?:es?|ed|ing)|var(?:y|ies|ied|ying))(?:\s[\w’'-]+){0,3}?\sfrom\s$", re.IGNORECASE)
"""After these words, `from … to` is a range, and nothing that changes."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such range."""
    for sentence, found in each_found(quantities, with_numbers(paper.passages, 1, RANGE)):
        if found.high < found.low and _is_range(sentence.words, found):
            yield CODE.at(
                sentence.place(found.start),
                f"the range '{found.words}' begins with the higher number",
                "write the lower number first, and check both",
            )


def _is_range(words: str, found: Quantity) -> bool:
    if found.join is Join.BETWEEN:
        return not re.search(
            r"\b(?:difference|gap|ratio|choice|choose|choosing)\b", words[: found.start], re.IGNORECASE
        )
    if found.join is Join.FROM:
        return ends_with(_RANGES, words, found.start)
    return found.join in (Join.DASH, Join.TO) and not _CHANGE.search(words)


RULE = DocumentRule(CODE, check)
