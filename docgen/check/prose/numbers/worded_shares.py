"""Words that claim a share without a number: `the vast majority`, `unanimous`, `nearly all`, `most practices`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.stances import Stance, stance_of
from docgen.check.prose.pattern import Pattern, among, each_match
from docgen.check.prose.sentences import Sentence

_WHO = (
    r"(?:member\s|GP\s)?(?:practices|members|GPs|respondents|responses|replies|people|patients|associates|attendees"
    r"|participants|those)"
)
_CLAIMS: Sequence[tuple[str, str, str]] = (
    (r"\b(?:vast|overwhelming|great|huge)\smajority\b", "66.6", "100"),
    (r"\b(?:nearly|almost|virtually)\s(?:all|every)\b", "80", "100"),
    (r"\b(?:unanimous(?:ly)?|unanimity|without\sexception)\b", "100", "100"),
    (rf"\b(?:all\s(?:of\s)?(?:the\s|our\s)?{_WHO}|every\s(?:member\s)?practice)\b", "100", "100"),
    (
        r"\b(?:(?:an?|the)\s)(?:(?:large|clear|strong|substantial|significant|comfortable|small|narrow)\s)?majority\b",
        "50.01",
        "100",
    ),
    (rf"\bmost\s(?:of\s(?:the|our|those)\s)?{_WHO}\b", "50.01", "100"),
    (r"\b(?:a|the)\s(?:(?:small|large)\s)?minority\b", "0", "49.99"),
)
"""A form of claim, and the least and the largest share of which nobody would say that it is false."""

_PATTERNS = {Pattern(form, re.IGNORECASE): (Decimal(least), Decimal(most)) for form, least, most in _CLAIMS}
_NO_CLAIM = Pattern(
    r"\b(?:if|unless|must|need\w*|requir\w+|threshold|carried\sif|would|should|could|lay\smajority|majority\s(?:vote|voting)|shall"
    r"|not\sunanimous\w*|asks?\sfor|was\sasked|were\sasked|were\sinvited|invited|wrote\sto|sent\sto)\b",
    re.IGNORECASE,
)
_EVERYBODY = Decimal(100)
_DIGIT = Pattern(r"\d")
_TURNED_OUT = Pattern(
    r"(?:\s(?:of\s)?(?:the\s|our\s)?(?:[\w-]+\s)?[\w-]+)?\s(?<!who\s)(?<!that\s)(?:have\s)?(?:voted|answered|replied|responded|attended|came|took\spart)\b"
    r"(?!\s(?:for|against|in\sfavour|yes|no|to\ssupport)\b)",
    re.IGNORECASE,
)
"""What follows a share of those who voted at all."""
_OBJECT = Pattern(r"\b(?:of|to|from|with|for|among|by|in|at|not)\s$", re.IGNORECASE)
_CLAUSE = Pattern(r"[,;:()—–]")
_NEAR = 60
"""How many characters after `all practices` say what all of them think."""
_OF_ANSWERS = Pattern(
    r"\b(?:respondents|responses|replies|answers|votes?\scast|(?:who|that|which)\s(?:answered|responded|replied|voted|took\spart|came|attended)"
    r"|(?:present|attending|voting|responding|attendees|participants))\b",
    re.IGNORECASE,
)


class Claim(Struct, frozen=True):
    """A share in words."""

    start: int
    end: int
    words: str
    least: Decimal
    """The least share, in per cent, that it can stand for."""
    most: Decimal
    stance: Stance
    """What those think of whom it speaks."""
    is_of_answers: bool
    """Whether it says that it is a share of those who answered."""

    def holds_for(self, part: Decimal | int, whole: Decimal | int) -> bool:
        """Whether it may be said of so many of so many."""
        return self.least * whole <= 100 * part + Decimal("0.1") * whole and 100 * part <= self.most * whole


def with_claims(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Those that may claim something."""
    return among(sentences, *_PATTERNS)


@kept
def claims(words: str) -> tuple[Claim, ...]:
    """The claims of a sentence about who is for or against something; none where it says what is needed."""
    tried = list(each_match(_PATTERNS, words))
    if not tried or is_conditional(words):
        return ()
    taken: list[Claim] = []
    for found, (least, most) in ((found, _PATTERNS[pattern]) for pattern, found in tried):
        is_taken = any(each.start < found.end() and found.start() < each.end for each in taken)
        if not is_taken and _is_claim(words, found):
            taken.append(_claim(words, found, least, most))
    return tuple(taken)


def is_conditional(words: str) -> bool:
    """Whether a sentence says what is needed or hoped for, and not what is the case."""
    return bool(_NO_CLAIM.search(words))


def _is_claim(words: str, found: re.Match[str]) -> bool:
    """`All practices support it` is a claim; `a letter to all practices` is none, nor is `the vast majority voted`."""
    if _TURNED_OUT.match(words, found.end()):
        return False
    if not re.match(r"all|every", found[0], re.IGNORECASE):
        return True
    is_subject = not ends_with(_OBJECT, words, found.start())
    return is_subject and stance_of(re.split(r"[,;:\d]", words[found.end() : found.end() + _NEAR])[0]) is not None


def _claim(words: str, found: re.Match[str], least: Decimal, most: Decimal) -> Claim:
    after = _CLAUSE.split(words[found.end() :])[0]
    stance = stance_of(after) or _stance_before(words, found, least) or Stance.FOR
    return Claim(found.start(), found.end(), found[0], least, most, stance, bool(_OF_ANSWERS.search(words)))


def _stance_before(words: str, found: re.Match[str], least: Decimal) -> Stance | None:
    """`opposed it unanimously`: what the words of its own clause say; another clause may say what the others think."""
    if least < _EVERYBODY:
        return _only_stance(_CLAUSE.split(words))
    own = _CLAUSE.split(words[: found.start()])[-1]
    return None if _DIGIT.search(own) else _only_stance([own])


def _only_stance(clauses: Sequence[str]) -> Stance | None:
    """What a sentence says that names one stance only: `33 in favour, 4 against` names two."""
    said = {stance for clause in clauses if (stance := stance_of(clause))}
    return said.pop() if len(said) == 1 else None
