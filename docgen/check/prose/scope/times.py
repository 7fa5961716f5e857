"""Whether words speak of the time when the arrangement begins, or of another time."""

from __future__ import annotations

import re

from docgen.check.prose.pattern import Pattern
from docgen.schema.types import When, read_when

_LATER = Pattern(
    r"\b(?:later|until|once|soon|again|next\s+year|in\s+time|in\s+future|first\s+year|in\s+the\s+future|at\s+first|"
    r"initially|(?:from|before|after|by|since)\s+(?:\w+\s+){0,2}(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_BEGINS = Pattern(
    r"\b(?i:from|since|by|as\s+of|with\s+effect\s+from)\s+(?P<when>(?:(?:\d{1,2}\s+)?[A-Z][a-z]+\s+)?(?:19|20)\d\d(?:/\d\d)?)\b"
)


def is_of_another_time(words: str, effective: When | None) -> bool:
    """Whether words hold at another time; from the day on which the arrangement takes effect is no other time."""
    return bool(_LATER.search(_BEGINS.sub(lambda found: _unless_begun(found, effective), words)))


def _unless_begun(found: re.Match[str], effective: When | None) -> str:
    begins = read_when(" ".join(found["when"].split()))
    is_begun = effective is not None and begins is not None and begins.first <= effective.last
    return "" if is_begun else found[0]
