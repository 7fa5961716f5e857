"""What sentences say to be in scope, or out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.pattern import Pattern, among
from docgen.check.prose.scope.times import is_of_another_time
from docgen.check.prose.sentences import Sentence
from docgen.schema.types import When


class ScopeClaim(Struct, frozen=True):
    """Words of which a sentence says that they are in scope, or that they are not."""

    words: str
    start: int
    """Where they begin in the sentence."""
    inside: bool


_WHOLE = r"(?:joint |shared |delegated |proposed |new )*(?:commissioning )?(?:arrangements?|scope|delegation)"
_OF_WHAT = (
    r"(?:\s+of\s+(?:(?:the|our|this|these|any)\s+)?"
    r"(?:joint |strategic |delegated |proposed |new |primary |care |commissioning |co-commissioning )*"
    r"(?:arrangements?|commissioning|co-commissioning|proposals?|programme|committee|group|expression of interest))?"
)
_NO_OTHER = r"(?!\s+(?:of|for)\b)"
_STATES = Pattern(
    rf"\b(?P<out>out\s+of|outside(?:\s+of)?|beyond)\s+(?:the\s+|our\s+|its\s+)?(?:{_WHOLE}){_OF_WHAT}\b{_NO_OTHER}"
    rf"|\b(?P<in>(?:with)?in)\s+(?:the\s+|our\s+|its\s+)?scope{_OF_WHAT}\b{_NO_OTHER}"
    rf"|\b(?P<part>included\s+in|part\s+of|covered\s+by)\s+(?:the|our|this)\s+{_WHOLE}{_OF_WHAT}\b{_NO_OTHER}"
    rf"|\b(?P<left>excluded\s+from)\s+(?:the|our|this)\s+{_WHOLE}{_OF_WHAT}\b{_NO_OTHER}",
    re.IGNORECASE,
)
"""Words that say of what stands before them, or after them at the beginning, that it is in scope or out of it."""

_HOLDS = Pattern(
    rf"\b{_WHOLE}(?P<aux>\s+(?:(?:will|would|does|do|shall)(?:\s+not|n['’]t)?))?\s+"
    r"(?P<verb>includes?|covers?|extends?\s+to|takes?\s+in|excludes?|leaves?\s+out)\b"
    rf"|\bwe\s+(?:have\s+|would\s+|will\s+)?(?P<left>exclude[ds]?|(?:left|leave)\s+out)\b(?=[^.;]*\bfrom\s+(?:the|our|this)\s+{_WHOLE})",
    re.IGNORECASE,
)
"""Words that say of what stands after them that it is in scope, or out of it."""

_COLON = Pattern(r"\s*:\s")
_NEGATED = Pattern(r"(?:\bnot(?!\s+only)|\bnever|\bno\s+longer|n['’]t)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
_NONE = Pattern(r"\s*(?:neither|none|no)\b(?!\s+longer)", re.IGNORECASE)
_EXCEPT = Pattern(
    r"\b(?:except(?:\s+for)?|apart\s+from|other\s+than|with\s+the\s+exception\s+of|but\s+not|and\s+not|excluding|not)\b(?!\s+only)",
    re.IGNORECASE,
)
_PARTED = Pattern(
    r";|,\s+(?:but|yet)\b(?!\s+(?:not|also))|,?\s+\b(?:while|whereas|although|though)\b|\bbut\b(?!\s+(?:not|also))",
    re.IGNORECASE,
)
_TOLD = Pattern(
    r"\b(?:if|whether|unless|ask(?:s|ed)?|wants?|wanted|wish(?:es|ed)?|should|needs?\s+to\s+be|thought|think|felt|"
    r"feel|believed|suggest(?:s|ed)?|argued?|said|say|told|discuss(?:es|ed)?|question(?:s|ed)?|partly|in\s+part|"
    r"suppose|assum\w+|rather\s+than|review\s+of\s+the\s+scope)\b|\?\s*$",
    re.IGNORECASE,
)
"""What is asked, told, thought or supposed is no statement of the paper itself."""
_UNSURE = Pattern(r"\b(?:could|might|(?-i:may)|perhaps)\b", re.IGNORECASE)
_BARE = Pattern(r"(?P<words>.+?)\s+(?:is|are|do|does|will|would)(?P<not>\s+not|n['’]t)?\s*[.:;]?\s*$", re.IGNORECASE)
"""`rent reviews are not`: what was said before is said, or denied, of something else."""


_OF_SCOPE = Pattern(r"scope|arrangement|delegation", re.IGNORECASE)


def with_scope(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Those that may say of something whether it is in scope."""
    return among(sentences, _OF_SCOPE)


@kept
def scope_claims(sentence: str, effective: When | None = None) -> tuple[ScopeClaim, ...]:
    """All that a sentence says outright. What is asked, supposed or planned for later is left out.

    What holds at another time than from the day on which the arrangement takes effect is no contradiction.
    """
    if not _OF_SCOPE.search(sentence) or _TOLD.search(sentence):
        return ()
    return tuple(_claims(sentence, effective))


def is_told(sentence: str) -> bool:
    """Whether a sentence asks, tells or supposes, and says nothing outright."""
    return bool(_TOLD.search(sentence))


def _claims(sentence: str, effective: When | None) -> Iterator[ScopeClaim]:
    lists = [state for state in _STATES.finditer(sentence) if _COLON.match(sentence, state.end())]
    yield from _of_lists(sentence, lists) if lists else _of_clauses(sentence, effective)


def _of_lists(sentence: str, lists: list[re.Match[str]]) -> Iterator[ScopeClaim]:
    """`Out of scope: estates; rent reviews`, up to the next such list."""
    for number, state in enumerate(lists):
        end = lists[number + 1].start() if number + 1 < len(lists) else len(sentence)
        holds = _is_inside(state) != bool(_NEGATED.search(sentence, 0, state.start()))
        yield ScopeClaim(sentence[state.end() : end], state.end(), holds)


def _of_clauses(sentence: str, effective: When | None) -> Iterator[ScopeClaim]:
    said: bool | None = None
    for start, words in _clauses(sentence):
        if _UNSURE.search(words) or is_of_another_time(words, effective):
            continue
        found = [*_of_states(words, start), *_of_verbs(words, start)]
        yield from found
        bare = _BARE.match(words)
        if not found and bare and said is not None:
            yield ScopeClaim(bare["words"], start, said != bool(bare["not"]))
        said = _asserted(words) if found else None


def _asserted(clause: str) -> bool | None:
    """What a clause speaks of, whether it denies it or not: True for `are not in scope`."""
    state = _STATES.search(clause)
    return None if state is None else _is_inside(state)


def _is_inside(state: re.Match[str]) -> bool:
    return bool(state["in"] or state["part"])


def _clauses(sentence: str) -> Iterator[tuple[int, str]]:
    start = 0
    for parted in _PARTED.finditer(sentence):
        yield start, sentence[start : parted.start()]
        start = parted.end()
    yield start, sentence[start:]


def _of_states(clause: str, start: int) -> Iterator[ScopeClaim]:
    """`Estates are out of scope`; `In scope are enhanced services`."""
    states = list(_STATES.finditer(clause))
    if not states:
        return
    is_first = not clause[: states[0].start()].strip(" ,:(")
    bounds = [0, *(state.end() for state in states)] if not is_first else []
    for number, state in enumerate(states):
        inside = _is_inside(state)
        if is_first:
            end = states[number + 1].start() if number + 1 < len(states) else len(clause)
            yield from _with_exceptions(clause, state.end(), end, start, inside)
            continue
        before = clause[bounds[number] : state.start()]
        holds = inside != bool(_NEGATED.search(before) or _NONE.match(before))
        yield from _with_exceptions(clause, bounds[number], state.start(), start, holds)
        excepted = _EXCEPT.match(clause[state.end() :].lstrip(" ,"))
        if excepted and number + 1 == len(states):
            yield ScopeClaim(clause[state.end() :], start + state.end(), not holds)


def _of_verbs(clause: str, start: int) -> Iterator[ScopeClaim]:
    """`The arrangement does not cover mergers`."""
    for holds in _HOLDS.finditer(clause):
        leaves_out = bool(holds["left"]) or holds["verb"].casefold().startswith(("exclude", "leave"))
        denied = bool(holds["aux"] and re.search(r"not|n['’]t", holds["aux"]))
        yield from _with_exceptions(clause, holds.end(), len(clause), start, leaves_out == denied)


def _with_exceptions(clause: str, begin: int, end: int, start: int, inside: bool) -> Iterator[ScopeClaim]:
    """What is said of some words, and the opposite of what these except."""
    words = clause[begin:end]
    excepted = _EXCEPT.search(words)
    if excepted is None or _NEGATED.fullmatch(words[excepted.start() :] + " "):
        yield ScopeClaim(words, start + begin, inside)
        return
    yield ScopeClaim(words[: excepted.start()], start + begin, inside)
    yield ScopeClaim(words[excepted.end() :], start + begin + excepted.end(), not inside)
