"""Whom a sentence says to have been consulted, by those who write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.kept import kept
from docgen.check.prose.pattern import Pattern

_ACTIVE = Pattern(
    r"\b(?:consulted(?:\s+with)?|(?:engaged|met)(?:\s+with|(?=\s+(?:the\s+)?(?-i:[A-Z])))|(?:spoke|spoken|talked)\s+(?:\w+\s+)?(?:to|with)|"
    r"surveyed|interviewed|wrote\s+to|written\s+to|sought\s+the\s+views\s+of|heard\s+from)\b",
    re.IGNORECASE,
)
_SHARED = Pattern(
    r"\b(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:discussed|shared|explored|talked\s+through)\s+with\b",
    re.IGNORECASE,
)
_HELD = Pattern(
    r"\b(?:there\s+(?:has|have|was|were)(?:\s+been)?|(?:we|the\s+CCG)\s+(?:have\s+)?(?:had|held))\s+[^.;]{0,60}?"
    r"\b(?:engagement|consultations?|conversations?|discussions?|meetings?|workshops?|interviews?)\s+with\b",
    re.IGNORECASE,
)
_PASSIVE = Pattern(
    r"\b(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?(?:consulted|engaged|surveyed|interviewed|"
    r"asked\s+for\s+(?:its|their|his|her)\s+(?:views?|opinions?|comments?))\b",
    re.IGNORECASE,
)
_TOLD_US = Pattern(
    r"\b(?:(?:sent|gave|told|shown|shared\s+with)\s+us\s+(?:\w+\s+){0,2}?(?:views?|opinions?|comments?|response|answers?)|"
    r"(?:responded|replied)\s+to\s+(?:our|the)\s+(?:survey|consultation|questionnaire|draft|letter|proposals?)|"
    r"commented\s+on\s+(?:our|the)\s+(?:draft|proposals?|plans?)|"
    r"took\s+part\s+in\s+(?:our|the)\s+(?:survey|consultation|engagement))\b",
    re.IGNORECASE,
)
_OTHERS_SURVEY = Pattern(r"\b(?:own|national|staff|other)\b", re.IGNORECASE)
_BY_ANOTHER = Pattern(r"\s+(?:\w+\s+)?by\s+(?!us\b|the\s+CCG\b|our\b)", re.IGNORECASE)
_NOT_SO = Pattern(
    r"\b(?:will|would|shall|should|must|(?-i:may)|might|could|can|plan(?:s|ned)?|intend\w*|hope\w*|expect\w*|propose[sd]?|"
    r"going\s+to|to\s+be|need\w*|if|whether|unless|not|never|n['’]t|neither|nobody|once|when|next|could\s+have)\b",
    re.IGNORECASE,
)
_ENDS = Pattern(
    r"[.;()]|\b(?:who|which|whose|about|whether|how|because|since|before|after|"
    r"and\s+(?:found|learned|heard|asked|agreed|it|they|we|its|the\s+\w+\s+(?:was|were|has|have))|"
    r"together\s+with|alongside|jointly\s+with|on\s+behalf\s+of|according\s+to|with\s+the\s+help\s+of|at\s+the\s+request\s+of)\b",
    re.IGNORECASE,
)
_BREAK = Pattern(r"[;:.]|\b(?:but|while|whereas|although|because)\b")
_REACH = 300
"""How far from the verb, in characters, those consulted can stand."""
_WE = Pattern(r"\b(?:we|our\s+\w+|the\s+(?:CCG|board|programme|team|group|ICB|project\s+team))\b", re.IGNORECASE)


def consulted_in(sentence: str, ours: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that name those consulted. `ours` are the names of those who consult."""
    if re.search(
        r"consult|engag|\bmet\b|sp[ok]+en?|talk|survey|interview|writt?|wrote|view|heard|discuss|shar|explor|\bus\b|comment|respon"
        r"|repl|took part",
        sentence,
    ):
        yield from _stretches(sentence, tuple(ours))


@kept
def _stretches(sentence: str, ours: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    return tuple([*_of_active(sentence, ours), *_of_shared(sentence), *_of_passive(sentence), *_of_answer(sentence)])


def _of_active(sentence: str, ours: Sequence[str]) -> Iterator[tuple[int, int]]:
    """`We consulted A and B`: they stand after the verb, and we before it."""
    for verb in _ACTIVE.finditer(sentence):
        before = _clause_before(sentence, verb.start())
        is_ours = bool(_WE.search(before)) or any(name in before for name in ours)
        if is_ours and not _NOT_SO.search(before):
            yield verb.end(), _end(sentence, verb.end())


def _of_shared(sentence: str) -> Iterator[tuple[int, int]]:
    """`The draft was discussed with A`; `There have been conversations with A`."""
    for verb in (*_SHARED.finditer(sentence), *_HELD.finditer(sentence)):
        if not _NOT_SO.search(_clause_before(sentence, verb.end())):
            yield verb.end(), _end(sentence, verb.end())


def _of_passive(sentence: str) -> Iterator[tuple[int, int]]:
    """`A was consulted`: they stand before the verb, unless somebody else consulted them."""
    for verb in _PASSIVE.finditer(sentence):
        before = _clause_before(sentence, verb.end())
        if not _NOT_SO.search(before) and not _BY_ANOTHER.match(sentence, verb.end()):
            yield verb.start() - len(_clause_before(sentence, verb.start())), verb.start()


def _of_answer(sentence: str) -> Iterator[tuple[int, int]]:
    """`A sent us its views`, `A responded to our consultation`: they stand before the verb."""
    for verb in _TOLD_US.finditer(sentence):
        before = _clause_before(sentence, verb.start())
        if not _NOT_SO.search(before) and not _OTHERS_SURVEY.search(sentence, verb.start()):
            yield verb.start() - len(before), verb.start()


def _clause_before(sentence: str, at: int) -> str:
    """The words of the same clause that stand before a place."""
    return _BREAK.split(sentence[max(0, at - _REACH) : at])[-1]


def _end(sentence: str, start: int) -> int:
    limit = min(len(sentence), start + _REACH)
    found = _ENDS.search(sentence, start, limit)
    return found.start() if found else limit
