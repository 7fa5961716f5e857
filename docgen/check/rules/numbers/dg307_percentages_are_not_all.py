"""Percentages that are said to be of all answers, or of all money, do not make 100%.

`58% were in favour, 17% against and 30% did not know` makes 105%. One of them is wrong, and the approving body cannot
tell how large the support is.

Bad:

```markdown
58% were in favour, 17% against and 30% did not know.
```

Good:

```markdown
58% were in favour, 17% against and 25% did not know.
```

Percentages are added up where they are for, against and undecided, or where the last is called the rest. A difference
that rounding explains is none: 33%, 33% and 33% are thirds.

Source: survey results of published papers. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.quantities import SHARE, quantities, with_numbers
from docgen.check.prose.numbers.quantity import Bound, Quantity, worded
from docgen.check.prose.numbers.stances import Stance, stances
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.wording import listed

CODE = Code("DG307", Severity.ERROR, "Percentages do not make 100%", __doc__ or "")
_REST = Pattern(
    r"\b(?:the|a)\s(?:remaining|rest|remainder|other)(?:\s\(|,\s|\s)(?:of\s|some\s)?$|\bthe\s(?:rest|remainder)\b[^,;.\d]{0,40}\($"
    r"|\b(?:or|and)\s(?:later|longer|never|not\sat\sall|elsewhere|neither|none(?:\sof\s(?:these|them))?|in\s(?:some\s|an)?other\sways?)\s\($"
)
_SEVERAL = Pattern(r"\b(?:several|more\sthan\sone|both|multiple|any\sof)\b|compared|\bfrom\b.*\bto\b", re.IGNORECASE)


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such list, at its first percentage."""
    for sentence in with_numbers(paper.passages, 2, SHARE):
        parts = () if _SEVERAL.search(sentence.words) else _parts(sentence.words)
        total = sum((part.value for part in parts), Decimal(0))
        tolerance = sum((part.step / 2 for part in parts), Decimal(0))
        is_exact = all(part.bound is Bound.EXACT or not place for place, part in enumerate(parts))
        if parts and is_exact and abs(total - 100) > tolerance:
            named = listed([f"'{part.words}'" for part in parts])
            yield CODE.at(
                sentence.place(parts[0].start),
                f"{named} make {worded(total, parts[0])}, and not 100%",
                "correct the percentages, or name the answer that is missing",
            )


def _parts(words: str) -> tuple[Quantity, ...]:
    """The percentages of a sentence that are said to be all; none where it says no such thing."""
    found = tuple(each for each in quantities(words) if each.is_share and not each.is_fraction)
    if len(found) < 2:
        return ()
    said = {each: stance for each, stance in stances(words).items() if each.is_share}
    kinds = sorted(stance.value for stance in said.values())
    if kinds == sorted(stance.value for stance in Stance):
        return tuple(said)
    if kinds == [Stance.AGAINST.value, Stance.FOR.value] and sum(each.value for each in said) > 100:
        return tuple(said)
    last = next((place for place, each in enumerate(found) if ends_with(_REST, words, each.start)), 0)
    return found[: last + 1] if last else ()


RULE = DocumentRule(CODE, check)
