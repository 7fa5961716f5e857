"""What the duties of a committee ask it to do: to decide a matter, or only to prepare or watch it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.schema.governance import Committee

_TAKES_OVER = Pattern(
    r"^(?:to\s+)?(?:(?:fully|finally|jointly)\s+)?(?:agree|appl(?:y|ying)|approv(?:e|ing|al\s+of)|authori[sz](?:e|ing)|"
    r"award(?:ing)?|carry(?:ing)?\s+out|commission(?:ing)?|confirm(?:ing)?|decid(?:e|ing)(?:\s+on)?|decisions?\s+(?:on|about)|"
    r"determin(?:e|ing)|impos(?:e|ing)|issu(?:e|ing)|mak(?:e|ing)\s+(?:\w+\s+)?(?:decisions?|payments?)|"
    r"mak(?:e|ing)\s+discretionary|manag(?:e|ing)|negotiat(?:e|ing)|run(?:ning)?|set(?:ting)?|sign(?:ing)?\s+off)\b",
    re.IGNORECASE,
)
_PREPARES = Pattern(
    r"\b(?:recommend\w*|advi[sc]e\w*|prepar\w+|proposals?|reports?|for\s+(?:approval|decision)\s+by|below|up\s+to|under\s+the\s+"
    r"(?:limit|threshold)|except)\b",
    re.IGNORECASE,
)


def duties_of(committee: Committee) -> Iterator[tuple[str, int, str]]:
    """Each duty and each power of a committee, with the field and the position at which it stands."""
    yield from (("responsibilities", number, line) for number, line in enumerate(committee.responsibilities))
    yield from (("authority", number, line) for number, line in enumerate(committee.authority))


def takes_over(duty: str) -> bool:
    """Whether a duty has the committee decide or do something itself, without a limit or another's approval."""
    return bool(_TAKES_OVER.match(duty.strip())) and not prepares(duty)


def prepares(words: str) -> bool:
    """Whether words leave a matter to others, above a limit or altogether: `up to the limit`, `recommend`."""
    return bool(_PREPARES.search(words))


def decides(duty: str) -> bool:
    """Whether a duty has the committee decide, and not only do."""
    begins = re.match(
        r"(?:to\s+)?(?:approv|authori|award|confirm|decid|decision|determin|mak\w+\s+(?:\w+\s+)?(?:decision|discretionary)|sign)",
        duty.strip(),
        re.IGNORECASE,
    )
    return bool(begins) and takes_over(duty)
