"""Whether words say that a vote was carried or lost."""

from __future__ import annotations

import re

from docgen.check.prose.pattern import Pattern

_LOST = Pattern(
    r"\b(?:lost|reject(?:s|ed)?|failed|fell|no\smandate|defeated|declined|refused|turned\sdown|oppose[sd]?|disagree[sd]?"
    r"|(?:votes?|voted)\sagainst|fell\sshort)\b"
    r"|(?:\bnot|n['’]t)\s(?:been\s|yet\s)?(?:carr(?:y|ied)|approve[ds]?|pass(?:ed)?|support(?:ed)?|agreed?|accept(?:ed)?|back(?:ed)?"
    r"|endorsed?|adopt(?:ed)?|in\sfavour|won|(?:give|given|have)\sa\smandate)\b",
    re.IGNORECASE,
)
_CARRIED = Pattern(
    r"\b(?:carried|approve[sd]?|passed|won|support(?:s|ed)?|mandate|in\sfavour|agree[sd]?|accept(?:s|ed)?|voted?\s(?:yes|for)"
    r"|back(?:s|ed)|endorse[sd]?|adopt(?:s|ed)|unanimous(?:ly)?)\b",
    re.IGNORECASE,
)
_ON_TERMS = r"(?!\s(?:only\s)?(?:if|when|where|once|provided|unless|as\slong)\b)"
"""`The proposal is carried if …` is a term of the vote, no result of it."""
_MOTION = r"(?:(?:the|this|our)\s(?:[a-z-]+\s)?(?:proposal|motion|bid|move|plan|application|vote|resolution)|it)"
_WAS_CARRIED = Pattern(
    rf"\b{_MOTION}\s(?:is|was|has\sbeen)\s(?:(?:therefore|thus|duly|accordingly)\s)?(?:carried|passed|adopted)\b{_ON_TERMS}"
    r"|\bthreshold\s(?:is|was|has\sbeen)\s(?:(?:therefore|thus)\s)?(?:met|reached|exceeded|passed)\b"
    r"|\b(?:gave|gives|given|have|has)\s(?:us\s|the\sCCG\s|it\s)?(?:a|the)\s(?:clear\s)?mandate\b",
    re.IGNORECASE,
)
_WAS_LOST = Pattern(
    rf"\b{_MOTION}\s(?:is|was|has\sbeen)\s(?:(?:therefore|thus|duly|accordingly)\s)?(?:lost|defeated|not\s(?:carried|passed|adopted))\b{_ON_TERMS}"
    r"|\bthreshold\s(?:(?:is|was|has)\snot\s(?:been\s)?(?:met|reached|exceeded|passed)|(?:is|was)\smissed)\b"
    r"|\b(?:falls|fell)\sshort\sof\s(?:the|this|that)\s(?:threshold|mark)\b",
    re.IGNORECASE,
)


def is_carried(result: str) -> bool | None:
    """Whether a result, which says nothing else, says that the vote was carried; None where it says neither."""
    if _LOST.search(result):
        return False
    return True if _CARRIED.search(result) else None


def is_told_as_carried(sentence: str) -> bool | None:
    """Whether a sentence, which may speak of much else, tells that a motion was carried; None if it tells neither."""
    if _WAS_LOST.search(sentence):
        return False
    return True if _WAS_CARRIED.search(sentence) else None
