"""The numbers in words that people wrote, with what they count, how exactly, and of what.

`197,040`, `£43.3k`, `£220 million`, `28.6%`, `12 per cent`, `two thirds`, `five clusters`, `30–50,000`,
`between 30,000 and 50,000`. Numbers that count nothing are left out: dates, telephone numbers, sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from docgen.check.kept import kept
from docgen.check.prose.numbers.no_quantities import BLANK, LISTED, without
from docgen.check.prose.numbers.number_words import FRACTION, WORD_NUMBER, fraction_of, value_of
from docgen.check.prose.numbers.quantity import SCALES, Bound, Join, Quantity, Unit
from docgen.check.prose.passages import Passage
from docgen.check.prose.pattern import Pattern, among
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.stated import stated

_DIGITS = r"\d{1,3}(?:,\s?\d{3}){1,4}(?!\d)(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?"
_SCALE = r"\s?(?:million|billion|thousand|bn|[kKmM])\b"
_PERCENT = r"\s?(?:%|per\scent\b|percent\b|pc\b)"
_FIGURE = Pattern(
    rf"(?<![\w£,/{BLANK}])(?<!\d\.)(?<!\w[-–])(?P<sign>£\s?)?(?P<digits>{_DIGITS})"
    rf"(?P<scale>{_SCALE})?(?P<percent>{_PERCENT})?"
    rf"(?:\s?(?P<dash>[-–—])\s?(?P<sign2>£\s?)?(?P<digits2>{_DIGITS})(?P<scale2>{_SCALE})?(?P<percent2>{_PERCENT})?)?"
    rf"(?![\w{BLANK}]|,\d|\.\d|/\d|[-–]\w)"
)
NUMBER_WORDS = Pattern(rf"{FRACTION}|{WORD_NUMBER}(?P<percent>{_PERCENT})?(?!-\w)", re.IGNORECASE)
PERCENT = Pattern(r"%|per\scent|percent|pc", re.IGNORECASE)
"""Stands in each sentence with a percentage that is no fraction."""
SHARE = Pattern(rf"{PERCENT.pattern}|half|third|quarter|fifth|sixth|eighth|tenth", re.IGNORECASE)
"""Stands in each sentence with a percentage or a fraction."""
POUNDS = Pattern("£")
RANGE = Pattern(r"[-–—]\s?(?:£\s?)?\d|\s(?:to|and)\s")
"""Stands in each sentence with a range."""
_DIGIT = Pattern(r"\d")
_DIGITS_IN_A_ROW = Pattern(r"\d+")
_HINT = Pattern(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|dozen|half|third|quarter|fifth)\b|[tT]hirds|[qQ]uarters|ty-",
    re.IGNORECASE,
)
_BOUNDS = (
    (Bound.AT_LEAST, r"at least|a minimum of|no fewer than|no less than|not less than|minimum of|≥"),
    (Bound.UP_TO, r"(?<!add )(?<!adds )(?<!adding )up to|at most|no more than|not more than|a maximum of|maximum of|≤"),
    (Bound.OVER, r"over|more than|above|exceed(?:s|ed|ing)?|greater than|just over|well over|in excess of|>"),
    (Bound.UNDER, r"under|fewer than|less than|below|just under|nearly|almost|<"),
    (
        Bound.ABOUT,
        r"about|around|approximately|approx\.?|circa|ca\.?|c\.?|roughly|some|an estimated|close to|~|in the region of",
    ),
)
_BEFORE = tuple(
    (bound, Pattern(rf"(?:^|(?<=[\s(“\"'‘]))(?:{form})\s?(?:the\s|a\s|our\s|its\s)?$", re.IGNORECASE))
    for bound, form in _BOUNDS
)
_AFTER = Pattern(r"\+|\sor\s(?P<more>more|over|above)\b|\sor\sso\b|\sor\s(?P<less>less|fewer|under)\b")
_STOPS = (
    "of|in|at|for|to|from|by|with|within|and|or|but|were|was|are|is|be|been|had|have|has|will|would|could|can|may|should"
    "|must|who|which|that|whom|whose|on|as|than|if|so|per|an?|each|every|not|did|do|does|against|said|voted|out|over"
    "|under|into|until|since|because|while|where|when|during|after|before|including|between|among|across|through|via|the"
)
_NOUN = Pattern(rf"\s(?P<noun>(?!(?:{_STOPS})\b)[A-Za-z][\w’'-]*(?:\s(?!(?:{_STOPS})\b)[A-Za-z][\w’'-]*){{0,4}})")
_PLURAL = Pattern(r"(?:[\w’'-]+\s){0,4}?(?:[\w’'-]*[a-rt-z]s|people|staff|children|women|men)(?!\S)")
_LASTS = Pattern(r"\s(?:\w+\s)?(?:years?|months?|weeks?|days?)\b")
"""`over five years` does not mean more than five."""
_PER = Pattern(
    r"(?:\s[\w’'-]+){0,3}?\s?(?:\b(?:per|each|every|an?)\s|/\s?)(?P<per>head|capita|person|patient|resident|year|annum|month|week|day|hour"
    r"|session|practice|GP|cluster|member|1,000|100,000|household|appointment|visit|consultation)\b|\s(?P<yearly>annually|pa|p\.a\.|a-year)\b"
)
_BETWEEN = Pattern(r"\b(?:between|from)\s(?:the\s)?$", re.IGNORECASE)
_TO = Pattern(r"\s(?:to|and)\s(?:(?:about|around|over|some)\s)?")
_COMMA = Pattern(r"\s?(?:,|and|or|&|/|,\s?and)\s?")


@kept
def quantities(words: str) -> tuple[Quantity, ...]:
    """All numbers in a text, in order."""
    if not _may_hold_any(words):
        return ()
    meant = without(words)
    found = sorted(_found(meant), key=lambda quantity: quantity.start)
    joined = list(_joined(meant, list(_sharing(meant, found))))
    return tuple(_described(meant, quantity, _end(joined, place, meant)) for place, quantity in enumerate(joined))


def _may_hold_any(words: str) -> bool:
    return bool(_DIGIT.search(words) or _HINT.search(words))


def with_numbers(passages: Iterable[Passage], least: int, *needed: Pattern) -> Iterator[Sentence]:
    """The sentences, other than quotations, that hold so many numbers, and what one of the patterns finds."""
    sentences = among(stated(passages), *needed) if needed else stated(passages)
    for sentence in (each for each in sentences if _most_numbers(each.words) >= least):
        is_meant = not needed or any(pattern.search(sentence.words) for pattern in needed)
        if is_meant and len(quantities(sentence.words)) >= least:
            yield sentence


@kept
def _most_numbers(words: str) -> int:
    """No fewer than there are: the runs of digits, of which no two numbers share one; with words for numbers, any."""
    return len(words) if NUMBER_WORDS.may_match(words) else len(_DIGITS_IN_A_ROW.findall(words))


def _end(found: Sequence[Quantity], place: int, words: str) -> int:
    """How far the words about a number reach: to the next one."""
    return found[place + 1].start if place + 1 < len(found) else len(words)


def _found(words: str) -> Iterator[Quantity]:
    if LISTED.may_match(words):
        yield from (each for listed in LISTED.finditer(words) for each in _percentages(listed))
        words = LISTED.sub(lambda listed: BLANK * len(listed[0]), words)
    yield from map(_of_figure, _FIGURE.finditer(words))
    yield from map(_of_words, NUMBER_WORDS.finditer(words))


def _percentages(listed: re.Match[str]) -> Iterator[Quantity]:
    """`58/17/25%`: each of them."""
    for found in re.finditer(r"\d+(?:\.\d+)?", listed[0]):
        start = listed.start() + found.start()
        value = Decimal(found[0])
        yield Quantity(start, start + len(found[0]), f"{found[0]}%", value, value, _step(found[0], 1), Unit.PERCENT)


def _of_figure(found: re.Match[str]) -> Quantity:
    digits = re.sub(r"\s", "", found["digits"])
    scale = _scale(found["scale"])
    low = high = Decimal(digits.replace(",", "")) * SCALES[scale]
    step, join = _step(digits, SCALES[scale]), Join.NONE
    if found["dash"]:
        join, scale2 = Join.DASH, _scale(found["scale2"])
        high = Decimal(re.sub(r"[\s,]", "", found["digits2"])) * SCALES[scale2]
        low, scale = _rescaled(low, high, scale, scale2), scale or scale2
    unit = Unit.POUNDS if found["sign"] or found["sign2"] else Unit.COUNT
    unit = Unit.PERCENT if found["percent"] or found["percent2"] else unit
    return Quantity(found.start(), found.end(), found[0], low, high, step, unit, scale, join=join)


def _of_words(found: re.Match[str]) -> Quantity:
    is_fraction = bool(re.search(r"half|third|quarter|fifth|sixth|eighth|tenth", found[0], re.IGNORECASE))
    words = re.sub(_PERCENT, "", found[0], flags=re.IGNORECASE)
    value = fraction_of(words) if is_fraction else value_of(words)
    unit = Unit.PERCENT if is_fraction or found["percent"] else Unit.COUNT
    return Quantity(found.start(), found.end(), found[0], value, value, Decimal(1), unit, is_fraction=is_fraction)


def _scale(written: str | None) -> str:
    return (written or "").strip().lower()


def _step(digits: str, scale: int) -> Decimal:
    return Decimal(1).scaleb(-len(digits.partition(".")[2])) * scale


def _rescaled(low: Decimal, high: Decimal, scale: str, scale2: str) -> Decimal:
    """The first end in the scale of the second: 30,000 of `30–50,000`, £30 million of `£30–50m`."""
    if scale2 and not scale:
        return low * SCALES[scale2]
    is_short = low < 1000 <= high and not high % 1000 and low * 1000 <= high
    return low * 1000 if is_short else low


def _sharing(words: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """`58, 17 and 25%`, `£56, £206 and £246 million`: those before the last share its unit and its scale."""
    shared: list[Quantity] = []
    for quantity in reversed(found):
        after = shared[-1] if shared else None
        if after and _COMMA.fullmatch(words, quantity.end, after.start):
            quantity = _like(quantity, after)
        shared.append(quantity)
    return reversed(shared)


def _like(quantity: Quantity, after: Quantity) -> Quantity:
    """A number with the unit of the next one, where it has none itself."""
    if quantity.is_range or after.is_range or quantity.is_fraction or after.is_fraction:
        return quantity
    if quantity.unit is Unit.COUNT and after.unit is Unit.PERCENT and not quantity.scale:
        return replace(quantity, unit=Unit.PERCENT)
    if quantity.unit is after.unit is Unit.POUNDS and len(after.scale) > 2 and not quantity.scale:
        factor = SCALES[after.scale]
        return replace(
            quantity,
            low=quantity.low * factor,
            high=quantity.high * factor,
            step=quantity.step * factor,
            scale=after.scale,
        )
    return quantity


def _joined(words: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Numbers, with two that `between … and` or `to` joins as one."""
    place = 0
    while place < len(found):
        after = found[place + 1] if place + 1 < len(found) else None
        span = _span(words, found[place], after) if after else None
        yield span or found[place]
        place += 2 if span else 1


def _span(words: str, first: Quantity, last: Quantity) -> Quantity | None:
    """The range from one number to the next; None where they are not one."""
    between = _TO.fullmatch(words, first.end, last.start)
    if not between or first.is_range or last.is_range or first.is_fraction or last.is_fraction:
        return None
    if first.unit is not last.unit and first.unit is not Unit.COUNT:
        return None
    before = _BETWEEN.search(words, max(0, first.start - 14), first.start)
    is_between = bool(before and before[0].lower().startswith("between"))
    if is_between is ("to" in between[0].split()):
        return None
    join = Join.BETWEEN if is_between else Join.FROM if before else Join.TO
    low = first.low if join is Join.FROM else _rescaled(first.low, last.low, first.scale, last.scale)
    written = words[first.start : last.end]
    return replace(last, start=first.start, words=written, low=low, high=last.low, join=join)


def _described(words: str, quantity: Quantity, end: int) -> Quantity:
    """A number with what the words around it say of it."""
    after = _AFTER.match(words, quantity.end, end)
    start = after.end() if after else quantity.end
    noun, per = _NOUN.match(words, start, end), _PER.match(words, start, min(len(words), end + 8))
    bound, hedge = _bound(words, quantity, after)
    return replace(
        quantity,
        bound=bound,
        hedge=hedge,
        noun=_to_the_plural(noun["noun"]) if noun else "",
        per=(per["per"] or "year") if per else "",
    )


def _to_the_plural(noun: str) -> str:
    """The words up to the first that names several things: `member practices` of `member practices get`."""
    found = _PLURAL.match(noun)
    return found[0] if found else noun


def _bound(words: str, quantity: Quantity, after: re.Match[str] | None) -> tuple[Bound, str]:
    """How exactly a number is given, with the words before it that say so."""
    if after:
        more = Bound.AT_LEAST if after["more"] or after[0] == "+" else Bound.ABOUT
        return Bound.UP_TO if after["less"] else more, ""
    before = words[max(0, quantity.start - 24) : quantity.start]
    found = ((bound, form.search(before)) for bound, form in _BEFORE)
    bound, said = next(((bound, said[0].strip()) for bound, said in found if said), (Bound.EXACT, ""))
    lasts = bound is Bound.OVER and _LASTS.match(words, quantity.end)
    return (Bound.EXACT, "") if lasts else (bound, said)
