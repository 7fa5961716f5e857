"""How often sentences say that a committee meets: `The group meets in public on the first Tuesday of each month`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.check.prose.pattern import Pattern

_OFTEN = {
    "two months": r"bi-?monthly|every (?:other|second) month|every (?:two|2) months|(?:six|6) times a year",
    "week": r"weekly|(?:once a|once every|of each|of every|each|every) week",
    "fortnight": r"fortnightly|(?:once a|once every|each|every) fortnight|every (?:two|2) weeks",
    "month": r"monthly|(?:once a|once every|of each|of every|each|every) month|(?:twelve|12) times a year",
    "six weeks": r"every (?:six|6) weeks",
    "quarter": r"quarterly|(?:once a|once every|of each|each|every) quarter|every (?:three|3) months"
    r"|(?:four|4) times a year",
    "four months": r"every (?:four|4) months|(?:three|3) times a year",
    "half-year": r"twice a year|twice yearly|half-yearly|every (?:6|six) months",
    "year": r"annually|yearly|(?:once a|once every|each|every) year",
}
_ANY = "|".join(_OFTEN.values())
_FREQUENCY = Pattern(rf"(?<![\w-])(?:{_ANY})\b", re.IGNORECASE)

_AUXILIARY = (
    r"(?:(?:will|shall|is\s+to|are\s+to|needs?\s+to|has\s+to)\s+)?(?:(?:then|normally|usually|formally|also)\s+)?"
)
_WHERE_AND_WHEN = (
    r"(?:\s+(?:in|public|normally|usually|formally|on|the|a|as|rule|first|second|third|fourth|last|"
    r"(?:mon|tues|wednes|thurs|fri)days?|mornings?|afternoons?|evenings?))*\s+"
)
"""What may stand between the verb and how often; whom a committee meets may not."""
_OFTEN_NEXT = rf"{_WHERE_AND_WHEN}(?P<often>{_ANY})\b"
_MEETS = Pattern(
    rf"(?:\s*\([^()]{{1,30}}\))?(?:,[^,;]{{1,120}},)?\s+{_AUXILIARY}"
    rf"(?:(?:meets?|convenes?|sits?|comes?\s+together){_OFTEN_NEXT}"
    rf"|(?:holds?|has|have)\s+(?:its\s+)?(?P<every>{_ANY})\s+meetings?\b)",
    re.IGNORECASE,
)
"""What stands behind a committee that meets."""
_ARE_HELD = Pattern(
    rf"(?:(?:['’]s)?\s+meetings)?\s+(?:are|will\s+be|take\s+place|will\s+take\s+place)(?:\s+held)?{_OFTEN_NEXT}",
    re.IGNORECASE,
)
_MEETINGS_OF = Pattern(
    rf"^\W*(?:(?:all|the)\s+)*(?:(?P<often>{_ANY})\s+)?meetings\s+of\s+(?:(?:the|our)\s+)?$", re.IGNORECASE
)
_SUBJECT = Pattern(
    r"(?:^|[,;:]\s*|\b(?:and|but|while|whereas|that|then|so)\s+)(?:(?:the|our|this|new|proposed)\s+)*$", re.IGNORECASE
)
"""What stands before a committee that meets itself: `the chair of the group` is another."""
_OTHER_TIME = Pattern(
    r"\b(?:until|till|at\s+first|initially|shadow|to\s+begin\s+with|(?:for|in|during)\s+(?:the|its)\s+first|in\s+preparation|"
    r"could|might|perhaps|would|not|never)\b",
    re.IGNORECASE,
)
"""What holds for a time only, or is only thought of, is no contradiction."""


class Said(Struct, frozen=True):
    """How often a committee meets, in the words of a sentence."""

    often: str
    words: str
    start: int
    """Where they begin in the sentence."""


def frequency_in(words: str) -> str:
    """How often something happens; empty where that is said in other words, or differently twice."""
    found = {_name(each[0]) for each in _FREQUENCY.finditer(words)}
    return found.pop() if len(found) == 1 else ""


def says_how_often(words: str) -> bool:
    """Whether words hold a frequency at all."""
    return bool(_FREQUENCY.search(words))


def meetings_said(sentence: str, start: int, end: int) -> Iterator[Said]:
    """How often that meets which is named between two places of a sentence."""
    found = _found(sentence, start, end)
    if found is None or _OTHER_TIME.search(sentence):
        return
    name = "every" if found.groupdict().get("every") else "often"
    further = {_name(each[0]) for each in _FREQUENCY.finditer(sentence, found.end(name))}
    if further <= {_name(found[name])} or re.match(r"\s+and\s", sentence[found.end(name) :]) is None:
        yield Said(_name(found[name]), found[name], found.start(name))


def _found(sentence: str, start: int, end: int) -> re.Match[str] | None:
    before = sentence[:start]
    if meetings := _MEETINGS_OF.match(before):
        return meetings if meetings["often"] else _ARE_HELD.match(sentence, end)
    return (_MEETS.match(sentence, end) or _owned(sentence, end)) if _SUBJECT.search(before) else None


def _owned(sentence: str, end: int) -> re.Match[str] | None:
    return _ARE_HELD.match(sentence, end) if re.match(r"['’]s\s|\s+meetings\s", sentence[end:]) else None


def _name(words: str) -> str:
    spaced = " ".join(words.casefold().split())
    return next(name for name, pattern in _OFTEN.items() if re.fullmatch(pattern, spaced))
