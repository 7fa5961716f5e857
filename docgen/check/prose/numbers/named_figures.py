"""Figures that such papers name again and again: the quorum, who may vote, what the posts cost, who answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.quantities import quantities
from docgen.check.prose.numbers.quantity import Bound, Quantity, Unit
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.signs import signs_of
from docgen.check.prose.words.committee_names import committee_in


class Figure(Enum):
    """What is counted, in words for messages."""

    STAFF = "the number of people employed"
    VOTERS = "the number of voting members"
    QUORUM = "the quorum"
    PAPERS = "the number of working days from papers to meeting"
    NOTICE = "the number of working days of notice"
    INTERESTS = "the number of days for declaring an interest"
    POSTS = "the cost of the posts"
    INVITED = "the number of people who were asked"
    ANSWERED = "the number of people who answered"


class _Wording(Struct, frozen=True):
    """How one figure is worded: what stands before the number and after it, and what else the sentence must say."""

    figure: Figure
    before: Pattern
    after: Pattern
    beside: Pattern
    unit: Unit = Unit.COUNT
    bounds: tuple[Bound, ...] = (Bound.EXACT,)

    @property
    def sign(self) -> int:
        """The bits that a sentence must have. What stands before a number ends with a blank, so that no word is cut."""
        return self.before.sign | self.after.sign | self.beside.sign


def _wording(
    figure: Figure,
    before: str,
    after: str,
    beside: str = "",
    unit: Unit = Unit.COUNT,
    bounds: tuple[Bound, ...] = (Bound.EXACT,),
) -> _Wording:
    start, rest = Pattern(rf"(?:{before})$", re.IGNORECASE), Pattern(after, re.IGNORECASE)
    return _Wording(figure, start, rest, Pattern(beside, re.IGNORECASE), unit, bounds)


_LEAST = (Bound.EXACT, Bound.AT_LEAST)
_AT_LEAST = r"(?:at\sleast\s|a\sminimum\sof\s|no\sfewer\sthan\s)?"
_OWN = r"\b(?:we|CCG|ICB|board|organisation)\s(?:now\s|currently\s)?"
_HAS = r"\b(?:has|have|with|comprises|consists\sof|made\sup\sof|will\shave|there\s(?:are|will\sbe))\s"
_SURVEY = r"\b(?:survey|questionnaire)s?\b"
_WORDINGS = (
    _wording(Figure.STAFF, rf"{_OWN}employs?\s", r"\s(?:people|staff|employees)\b"),
    _wording(
        Figure.STAFF,
        rf"{_OWN}ha(?:s|ve)\s",
        r"\s(?:employees|members\sof\sstaff|people\s(?:(?:whom|that)\s)?we\semploy)\b",
    ),
    _wording(Figure.STAFF, r"\b(?:our|the)\s", r"\s(?:employees|people\s(?:(?:whom|that)\s)?we\semploy)\b"),
    _wording(
        Figure.VOTERS,
        _HAS,
        r"\s(?:voting\smembers|members\s(?:who|that|with)\s(?:may\s|can\s|a\s)?votes?)\b(?!\spresent)",
    ),
    _wording(
        Figure.QUORUM,
        rf"\bquorum\b[^.;,]{{0,60}}?\b(?:is|of|be|needs|requires)\s{_AT_LEAST}",
        r"\s(?:voting\s)?members\b",
        bounds=_LEAST,
    ),
    _wording(
        Figure.QUORUM,
        rf"\bquorate\s(?:only\s)?(?:if|when|with|where)\s{_AT_LEAST}",
        r"\s(?:voting\s)?members\b",
        bounds=_LEAST,
    ),
    _wording(
        Figure.QUORUM,
        r"",
        r"\s(?:voting\s)?members\s[^.;,]{0,40}\b(?:for\sa\squorum|(?:form|make)s?\s(?:a|the)\squorum)\b",
        bounds=_LEAST,
    ),
    _wording(
        Figure.PAPERS,
        r"",
        r"\s(?:clear\s)?working\sdays\s(?:before|ahead\sof|in\sadvance\sof)\b",
        r"\b(?:papers|agendas?)\b.*\b(?:sent|circulated|issued|published|go|goes|available|reach)\b",
        bounds=_LEAST,
    ),
    _wording(Figure.NOTICE, r"", r"\s(?:clear\s)?working\sdays[’']?(?:\sof)?\snotice\b", r"\bmeeting", bounds=_LEAST),
    _wording(
        Figure.INTERESTS,
        r"\bdeclar(?:es?|ed|ing|ation)\b[^\d;,]{0,60}\bwithin\s",
        r"\s(?:calendar\s)?days\b",
        r"\binterests?\b",
    ),
    _wording(
        Figure.POSTS,
        r"\b(?:the|all|these|our)\s(?:\w+\s)?posts\s(?:together\s|in\sall\s)?(?:will\s|would\s)?(?:cost|come\sto|amount\sto)\s",
        r"",
        unit=Unit.POUNDS,
    ),
    _wording(
        Figure.POSTS,
        r"\bcost\sof\s(?:the|all|these|our)\s(?:\w+\s)?posts\s(?:is|was|will\sbe|comes\sto|amounts\sto)\s",
        r"",
        unit=Unit.POUNDS,
    ),
    _wording(
        Figure.INVITED,
        r"\b(?:invited|asked|surveyed)\s(?:all\s)?(?:our\s|the\s)?",
        r"\s(?:people|practices)\b",
        _SURVEY,
    ),
    _wording(Figure.INVITED, r"(?:^|(?<=[,;]\s))", r"\s(?:people|practices)\swere\s(?:invited|asked)\b", _SURVEY),
    _wording(
        Figure.ANSWERED,
        r"(?:^(?:in\s(?:all|total),?\s)?)",
        r"\s(?:people|respondents)\s(?:answered|completed|returned|responded\sto|replied\sto)\s(?:the|our)\s(?:survey|questionnaire)\b(?!\s(?:of|about|for|among|on)\b)",
    ),
    _wording(
        Figure.ANSWERED,
        r"\breceived\s",
        r"\s(?:responses|replies|answers)\sto\s(?:the|our)\s(?:survey|questionnaire)\b(?!\s(?:of|about|for|among|on)\b)",
    ),
)
_SIGNS = tuple(each.sign for each in _WORDINGS)
_NOT_SO = Pattern(
    r"\b(?:if|unless|would|could|might|until|used\sto|previous(?:ly)?|former(?:ly)?|was\soriginally|instead|not|proposed"
    r"|plans?\sto|extraordinary|urgent|emergency|first|new|another|other|staff\ssurvey|last\syear|increas\w+|from\s\d+)\b",
    re.IGNORECASE,
)
"""What makes a sentence one about another time, or another thing."""


class Named(Struct, frozen=True):
    """One such figure in a sentence."""

    figure: Figure
    quantity: Quantity
    whose: str
    """The committee that the sentence names, in small letters; empty for none, or several."""


def may_name(words: str) -> bool:
    """Whether a sentence has all that one of the wordings needs."""
    signs = signs_of(words)
    return any(sign & signs == sign for sign in _SIGNS)


@kept
def named_figures(words: str) -> tuple[Named, ...]:
    """All that a sentence names; none where it speaks of what would be, or was."""
    found = tuple(_named(words))
    return () if found and _NOT_SO.search(words) else found


def _named(words: str) -> Iterator[Named]:
    for quantity in quantities(words) if may_name(words) else ():
        meant = next((each for each in _WORDINGS if _is_worded(each, words, quantity)), None)
        if meant and not quantity.is_range:
            yield Named(meant.figure, quantity, committee_in(words))


def _is_worded(wording: _Wording, words: str, quantity: Quantity) -> bool:
    if quantity.unit is not wording.unit or quantity.bound not in wording.bounds:
        return False
    is_after = wording.after.match(words, quantity.start + len(quantity.words))
    return bool(is_after) and ends_with(wording.before, words, quantity.start) and bool(wording.beside.search(words))
