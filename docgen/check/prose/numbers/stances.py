"""Who is for a thing, who is against it, and who is neither: `in favour`, `oppose`, `do not know`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from docgen.check.prose.numbers.quantities import quantities
from docgen.check.prose.numbers.quantity import Quantity
from docgen.check.prose.pattern import Pattern


class Stance(Enum):
    """What somebody thinks of a proposal, as messages word it."""

    FOR = "in favour"
    AGAINST = "against"
    NEITHER = "undecided"


_NEITHER = Pattern(
    r"\b(?:undecided|abstain\w*|abstentions?|(?:do|did|does)\s+not\s+know|do(?:es)?n['’]?t\s+know|unsure|not\s+sure|uncertain"
    r"|neither|neutral|no\s+(?:view|opinion|preference)|no\s+firm\s+view|did\s+not\s+say|had\s+not\s+decided)\b",
    re.IGNORECASE,
)
_AGAINST = Pattern(
    r"\b(?:against|oppos\w+|disagree\w*|object(?:s|ed|ing)?|reject\w*|unsupportive|(?:said|voted?)\s+no"
    r"|(?:not|n['’]t)\s+(?:in\s+favour|support\w*|agree\w*))\b|^\W?no\b(?!\s+(?:answer|reply|response|comment))",
    re.IGNORECASE,
)
_FOR = Pattern(
    r"\b(?:in\s+favour|favour(?:s|ed|ing)?|support\w*|agree(?:s|d|ing)?|approv(?:es?|ed|ing)|welcome[ds]?|back(?:ed|s)"
    r"|said\s+yes|voted?\s+(?:yes|for))\b|^\W?yes\b|^\W*for\W*$",
    re.IGNORECASE,
)
_PLAIN_FOR = Pattern(r"^(?:\s[\w’'-]+){0,3}?\sfor\b")


def stance_of(words: str) -> Stance | None:
    """What an answer or a few words say; None where they say nothing of the kind, or where one cannot tell."""
    patterns = ((Stance.NEITHER, _NEITHER), (Stance.AGAINST, _AGAINST), (Stance.FOR, _FOR))
    return next((stance for stance, pattern in patterns if pattern.search(words)), None)


def stances(words: str) -> Mapping[Quantity, Stance]:
    """The numbers of a sentence that say how many are for a thing, against it, or neither."""
    found = quantities(words)
    ends = [*(each.start for each in found[1:]), len(words)][: len(found)]
    clauses = {each: words[each.end : end] for each, end in zip(found, ends, strict=True)}
    said = {each: stance for each, clause in clauses.items() if (stance := stance_of(clause))}
    if Stance.AGAINST in said.values():
        plain = {each: Stance.FOR for each, clause in clauses.items() if each not in said and _PLAIN_FOR.match(clause)}
        said = {each: (said | plain)[each] for each in found if each in said or each in plain}
    return said
