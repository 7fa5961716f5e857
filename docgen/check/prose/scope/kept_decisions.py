"""What sentences say of decisions that somebody keeps and does not pass on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.pattern import Pattern, among
from docgen.check.prose.sentences import Sentence

_REACH = 300
"""How far from the verb, in characters, what is kept can stand."""

_DECISION = (
    r"\b(?:decisions?|decides?|approvals?|approving|authority|authori[sz]ations?|powers?|right\s+to|final\s+say|last\s+word|confirming|applying|"
    r"sign-?off)\b"
)
_HINT = Pattern(r"remain|stay|\brests?\b|\blies?\b|kept|keep|retain|held back|responsib|reserve|delegate")
_HAS_DECISION = Pattern(_DECISION, re.IGNORECASE)
_STAYS = Pattern(
    r"\b(?:remains?|stays?|rests?|lies?)\s+(?:\w+\s+){0,2}?(?:with|the\s+responsibility\s+of|a\s+matter\s+for|"
    r"decisions?\s+(?:of|for))\b"
    r"|\b(?:is|are|be|been)\s+(?:\w+\s+)?(?:kept|retained|held\s+back)\s+(?:by|with)\b|\b(?:is|are|be)\s+the\s+responsibility\s+of\b",
    re.IGNORECASE,
)
"""What is kept stands before these, and must be called a decision."""
_RESERVED = Pattern(
    r"\breserved\s+(?:\w+\s+)?(?:to|for|by)\b"
    r"|\b(?:be|is|are|was|will|would|shall|has|have)\s+not\s+(?:\w+\s+)?(?:be\s+|been\s+)?delegated\b",
    re.IGNORECASE,
)
"""What is kept stands before these."""
_KEEPS = Pattern(
    rf"\b(?:keeps?|retains?|reserves?|remains?\s+responsible\s+for)\s+(?:[\w-]+\s+){{0,3}}?{_DECISION}"
    r"|\b(?:will|would|shall|does|do)\s+not\s+delegate\b",
    re.IGNORECASE,
)
"""What is kept stands after these."""
_NOT_KEPT = Pattern(
    r"\b(?:not|never|no\s+longer|n['’]t)\s+(?:\w+\s+)?"
    r"(?:remain|stay|rest|lie|reserved?|kept|keep|retained?|be\s+(?:reserved|kept|retained))\b",
    re.IGNORECASE,
)
_SUPPOSED = Pattern(
    r"\b(?:if|whether|unless|ask(?:s|ed)?|should|might|could|thought|felt|believed|suggest\w*|until|at\s+present|"
    r"currently|so\s+far|today|rather\s+than|recommend\w*)\b|\?\s*$",
    re.IGNORECASE,
)


class KeptDecision(Struct, frozen=True):
    """A stretch of a sentence that names decisions which somebody keeps."""

    words: str
    start: int
    """Where it begins in the sentence."""
    is_undelegated: bool
    """Whether the sentence says that they are not delegated, so that no group has them, whoever keeps them."""


@kept
def kept_decisions(sentence: str) -> tuple[KeptDecision, ...]:
    """What a sentence keeps; nothing where it keeps nothing, or where it only asks, or speaks of today."""
    kept = tuple(_kept(sentence))
    return () if kept and (_NOT_KEPT.search(sentence) or _SUPPOSED.search(sentence)) else kept


def with_kept(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Those that may keep a decision."""
    return among(sentences, _HINT)


def _kept(sentence: str) -> Iterator[KeptDecision]:
    if not _HINT.search(sentence):
        return
    is_undelegated = "delegat" in sentence and bool(re.search(r"\bnot\b[^.;]*\bdelegat", sentence))
    for stays in _STAYS.finditer(sentence):
        start = _beginning(sentence, stays.start())
        if _HAS_DECISION.search(sentence, start, stays.start()):
            yield KeptDecision(sentence[start : stays.start()], start, is_undelegated)
    for reserved in _RESERVED.finditer(sentence):
        start = _beginning(sentence, reserved.start())
        yield KeptDecision(sentence[start : reserved.start()], start, is_undelegated)
    for keeps in _KEEPS.finditer(sentence):
        end = min(len(sentence), keeps.end() + _REACH)
        yield KeptDecision(sentence[keeps.start() : end].split(";")[0], keeps.start(), is_undelegated)


def _beginning(sentence: str, end: int) -> int:
    return max(sentence.rfind(";", 0, end) + 1, end - _REACH, 0)
