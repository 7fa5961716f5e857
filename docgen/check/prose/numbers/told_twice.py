"""Figures that several sentences tell of one thing: what `our 27 practices` and `all 28 member practices` count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.numbers.measures import REACH, Measure, measures, stems_of
from docgen.check.prose.numbers.named_figures import Figure, Named, may_name, named_figures
from docgen.check.prose.numbers.quantities import NUMBER_WORDS, PERCENT
from docgen.check.prose.numbers.quantity import Quantity, Unit
from docgen.check.prose.passages import Passage
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.stated import stated
from docgen.wording import MONTHS

_ALL_BEFORE = (
    r"\b(?:our|all(?:\sof)?(?:\sour|\sits|\sthe)?|(?:[Tt]he\s|[Oo]ur\s|[Tt]his\s)(?:CCG|ICB|organisation)\s(?:has|is\smade\sup\sof|consists\sof"
    r"|comprises)|[Ww]e\s(?:have|employ|comprise|are\smade\sup\sof)|a\smembership\sof)\s"
)
_ALL = Pattern(rf"{_ALL_BEFORE}$")
SOME = Pattern(
    r"\s(?:[\w’'-]+\s){0,3}?(?:that|who|which|whom|whose|from|of|with|at|among|taking|present|north|south|east|west"
    rf"|in(?!\s(?:{'|'.join(MONTHS)}|(?:19|20)\d\d|all|total|writing|the\s(?:spring|summer|autumn|winter))\b))\b"
)
"""Words after a number that make it one of some of the things, and not of all."""
_IS_BEFORE = (
    r"(?:of|is|was|stands\sat|comes\sto|came\sto|amounts\sto)\s"
    r"(?:some\s|about\s|around\s|over\s|nearly\s|more\sthan\s|approximately\s|at\sleast\s|just\s(?:over|under)\s)*"
)
_IS = Pattern(rf"(?P<noun>(?:[\w’'-]+\s){{2,6}}){_IS_BEFORE}$")
_BEFORE_DIGITS = tuple(Pattern(rf"{before}[£\d]") for before in (_ALL_BEFORE, rf"\s{_IS_BEFORE}"))
"""The same where a number follows that is not written in words."""
_OF = Pattern(r"\s?of\s")
_NARROWS = Pattern(r"\s?(?:[\w’'-]+\s)?(?:of|in|at|among|for|from|on|by|aged|over|under|with|who|that|which|to)\b")
_LEAST_SHARED = 3
NAMED = "figure"
"""How figures are told that such papers name in many ways, and that are known for what they are."""
OF_COMMITTEES = frozenset(each.name for each in (Figure.VOTERS, Figure.QUORUM, Figure.PAPERS, Figure.NOTICE))
"""Those of them that each committee has for itself."""
_MOST_TAIL = 60


class Telling(Struct, frozen=True):
    """A figure in a sentence, with what it is a figure of."""

    quantity: Quantity
    sentence: Sentence
    key: tuple[str, Unit, frozenset[str], frozenset[str]]
    """How it is told, in which unit, of what, and of which years and places. Shares are alike with most words alike."""
    subject: str
    """As written, for messages."""


def tellings(passages: Iterable[Passage]) -> Iterator[Telling]:
    """Every figure that is told as the one of something, in the order of reading."""
    for sentence in (each for each in stated(passages) if _may_tell(each.words)):
        named = {each.quantity: each for each in named_figures(sentence.words)}
        others = (measure for measure in measures(sentence.words) if measure.quantity not in named)
        yield from (_named_telling(each, sentence) for each in named.values())
        yield from (found for measure in others for found in _telling(measure, sentence))


def _may_tell(words: str) -> bool:
    """Whether a sentence has words that a telling needs; a long one is read in parts, and has to be tried."""
    if len(words) > REACH or PERCENT.may_match(words) or may_name(words):
        return True
    if NUMBER_WORDS.may_match(words):
        return _ALL.may_match(words) or _IS.may_match(words)
    return any(before.search(words) for before in _BEFORE_DIGITS)


def _telling(measure: Measure, sentence: Sentence) -> Iterator[Telling]:
    told = _key(measure) if not _is_left_out(measure) else None
    if told:
        yield Telling(measure.quantity, sentence, told, f"{measure.before} {measure.after}".strip())


def _named_telling(named: Named, sentence: Sentence) -> Telling:
    """A figure that such papers name: the same where the same committee is named, or none."""
    key = (NAMED, named.quantity.unit, frozenset((named.figure.name,)), frozenset((named.whose,)))
    return Telling(named.quantity, sentence, key, named.figure.value)


def _is_left_out(measure: Measure) -> bool:
    quantity = measure.quantity
    return quantity.is_fraction or bool(quantity.per) or measure.is_of_change or not quantity.value


def _key(measure: Measure) -> tuple[str, Unit, frozenset[str], frozenset[str]] | None:
    """None where the words around a figure do not say that it is the one of something."""
    unit = measure.quantity.unit
    if unit is Unit.PERCENT and _OF.match(measure.after):
        words = stems_of(measure.after)
        return ("share", unit, words, measure.years) if len(words) >= _LEAST_SHARED else None
    if unit is Unit.COUNT and measure.quantity.noun and _ALL.search(measure.before):
        noun = stems_of(measure.quantity.noun)
        return ("count", unit, noun, measure.years) if noun and not SOME.match(measure.after) else None
    return _of_named(measure)


def _of_named(measure: Measure) -> tuple[str, Unit, frozenset[str], frozenset[str]] | None:
    """`the registered population of 197,040`, `the response rate was 28.6%`."""
    named = _IS.search(measure.before)
    if not named:
        return None
    noun = _last_words(named["noun"])
    tail = stems_of(measure.after[:_MOST_TAIL]) if _NARROWS.match(measure.after) else frozenset()
    return ("named", measure.quantity.unit, noun, measure.years | tail) if len(noun) >= 2 else None


@kept
def _last_words(words: str) -> frozenset[str]:
    """What the last three words before `of` or `was` say."""
    return stems_of(" ".join(words.split()[-3:]))


def are_of_one_thing(one: Telling, other: Telling) -> bool:
    """Whether two figures are told of the same thing, of the same time."""
    (how, unit, words, years), (how2, unit2, words2, years2) = one.key, other.key
    if (how, unit, years) != (how2, unit2, years2):
        return False
    if how != "share":
        return words == words2
    shared = len(words & words2)
    return (
        shared >= _LEAST_SHARED
        and 5 * shared >= 4 * min(len(words), len(words2))
        and 2 * shared > max(len(words), len(words2))
    )
