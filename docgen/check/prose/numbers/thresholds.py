"""What carries a vote: `at least 50% of votes`, `a majority of all practices`, `two thirds of those voting`."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.number_words import fraction_of
from docgen.check.prose.pattern import Pattern


class Of(Enum):
    """Of what a threshold is a share."""

    CAST = "those who vote"
    ALL = "all who may vote"
    UNSAID = "something that is not said"


_VALUE = r"(?P<value{n}>\d{{1,3}}(?:\.\d+)?\s?(?:%|per\scent)|half|(?:a|one|two|three)[- ](?:thirds?|quarters?))"
_LEAST = rf"(?P<least>at\sleast|no\sless\sthan|not\sless\sthan|a\sminimum\sof|≥)\s{_VALUE.format(n=1)}"
_MORE = rf"(?P<more>more\sthan|over|greater\sthan|above|in\sexcess\sof|>)\s?{_VALUE.format(n=2)}"
_OR_MORE = rf"{_VALUE.format(n=3)}\s(?P<ormore>or\smore|or\sover|or\sabove)"
_QUALIFIED = rf"{_VALUE.format(n=4)}[- ](?P<qualified>majority)"
_MAJORITY = r"(?P<majority>(?:an?\s)?(?:simple\s|absolute\s|overall\s)?[mM]ajority)"
_THRESHOLD = Pattern(
    rf"(?:{_LEAST}|{_MORE}|{_OR_MORE}|{_QUALIFIED}|{_MAJORITY})(?=(?P<of>\s(?:of|among|from)\s[^.;:()]{{1,60}})?)",
    re.IGNORECASE,
)
_CAST = Pattern(
    r"^\s(?:of|among|from)\s(?:all\s|the\s|all\sthe\s)*(?:valid\s)?(?:votes?(?:\scast)?\b|ballots|responses|respondents|replies|answers|returns"
    r"|those\s(?:who|that)\s\w+|those\s(?:voting|responding|answering|replying)|voting\spractices"
    r"|(?:member\s|GP\s)*practices\s(?:that|who|which)\s(?:vote|respond|repl|answer|take\spart)|(?:member\s|GP\s)*practices\s(?:voting|responding))",
    re.IGNORECASE,
)
_ALL = Pattern(
    r"^\s(?:of|among|from)\s(?:all\s|the\s|our\s|its\s|\d+\s)*(?:(?:member|GP|eligible|general)\s)*"
    r"(?:practices|membership|electorate|CCG\smembers|those\s(?:eligible|entitled))\b",
    re.IGNORECASE,
)
_VOTE = Pattern(
    r"\b(?:vot\w+|ballot\w*|in\sfavour|support\w*|mandate|carried|poll\w*|agree\w*|approv\w+)\b", re.IGNORECASE
)
_ASKED = Pattern(
    r"\b(?:must|need\w*|requir\w+|if|unless|threshold|carries|carried|asks?\sfor|to\s(?:support|agree|approve|back|be\sin\sfavour|vote)"
    r"|shall|should|sufficient|enough)\b|\(\d\d%\)",
    re.IGNORECASE,
)


_MEMBERS = Pattern(
    r"\b(?:practices?|membership|votes\scast|ballot\w*|mandate|propos\w+|move|bid|motion|responses|respondents|GPs|member\sGPs|yes|carried)\b",
    re.IGNORECASE,
)
_COMMITTEE = Pattern(
    r"\b(?:(?:sub-?)?committees?|quor\w+|casting|chair\w*|members\spresent|each\smeeting|meetings|decisions?|resolutions?)\b",
    re.IGNORECASE,
)
"""How a committee votes is another matter."""

_NEEDS = Pattern(
    r"\b(?:proposal|motion|bid|move|application|resolution)\s(?:needs?|requires?|must\shave|has\sto\shave)\s(?:the\s(?:support|backing)\sof\s)?$",
    re.IGNORECASE,
)
_MUST_VOTE = Pattern(
    r"\s(?:must|needs?\sto|ha(?:s|ve)\sto|shall)\s(?:vote|be\sin\sfavour|say\syes|support\s(?:it|the)|agree\sto)\b",
    re.IGNORECASE,
)


class Threshold(Struct, frozen=True):
    """One wording of what carries a vote."""

    start: int
    words: str
    share: Decimal
    """In per cent."""
    is_exceeded: bool
    """Whether the share must be exceeded, and not only reached."""
    of: Of

    def differs_from(self, other: Threshold) -> bool:
        """Whether some result would be carried by one and not by the other."""
        is_other_of = self.of is not other.of and Of.UNSAID not in (self.of, other.of)
        return is_other_of or self.share != other.share or self.is_exceeded is not other.is_exceeded

    def is_met(self, votes: int, of: int) -> bool:
        """Whether so many votes of so many carry it."""
        reached = Decimal(100 * votes)
        return reached > self.share * of if self.is_exceeded else reached >= self.share * of


@kept
def thresholds(words: str) -> tuple[Threshold, ...]:
    """What a sentence says that a vote of member practices needs; nothing where it tells how one went."""
    if not (_ASKED.search(words) and _MEMBERS.search(words)) or _COMMITTEE.search(words):
        return ()
    said = [threshold for threshold in read_thresholds(words) if threshold.of is not Of.UNSAID]
    is_of_vote = bool(_VOTE.search(words))
    return tuple(each for each in said if is_of_vote or ends_with(_NEEDS, words, each.start))


def plain_thresholds(words: str) -> tuple[Threshold, ...]:
    """Those of `More than 60% must vote in favour`, which only the sentences around them make one of the practices."""
    if _COMMITTEE.search(words):
        return ()
    found = (each for each in _THRESHOLD.finditer(words) if _MUST_VOTE.match(words, each.end()))
    return tuple(each for each in map(_read, found) if each.of is Of.UNSAID)


def read_thresholds(words: str) -> tuple[Threshold, ...]:
    """All thresholds in a text that is known to name one. Those of a committee, `of members present`, are unsaid."""
    return tuple(_read(found) for found in _THRESHOLD.finditer(words))


def _read(found: re.Match[str]) -> Threshold:
    value = next((found[f"value{n}"] for n in (1, 2, 3, 4) if found[f"value{n}"]), "half")
    is_exceeded = bool(found["more"] or found["majority"])
    of, denominator = _of(found["of"] or "")
    return Threshold(found.start(), f"{found[0]}{denominator}".strip(), _share(value), is_exceeded, of)


def _share(value: str) -> Decimal:
    digits = re.match(r"\d+(?:\.\d+)?", value)
    return Decimal(digits[0]) if digits else round(fraction_of(value), 2)


def _of(words: str) -> tuple[Of, str]:
    """Of what it is a share, and the words that say so."""
    cast, every = _CAST.match(words), _ALL.match(words)
    if cast:
        return Of.CAST, cast[0].rstrip()
    return (Of.ALL, every[0]) if every else (Of.UNSAID, "")
