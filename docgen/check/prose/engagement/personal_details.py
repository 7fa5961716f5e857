"""Words by which a person can be found: names with titles, numbers, addresses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from docgen.check.prose.passages import Passage
from docgen.check.prose.pattern import Pattern, among, each_match
from docgen.check.prose.sentences import Sentence

_STREET = "Road|Street|Lane|Avenue|Close|Drive|Way|Place|Terrace|Gardens|Crescent|Grove|Court|Square|Hill|Row|Mews"
_TELEPHONE = "a telephone number"
_DETAILS: tuple[tuple[str, Pattern], ...] = (
    ("an e-mail address", Pattern(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")),
    (
        _TELEPHONE,
        Pattern(r"(?<![\w.])(?:\+44[\s-]?\(?0?\)?|\(?0)\d{2,4}\)?(?:[\s-]?\d{2,4}){2,3}(?![\w.]?\d)"),
    ),
    ("a postcode", Pattern(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")),
    ("an address", Pattern(rf"\b\d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w'’]+ ){{1,3}}(?:{_STREET})\b")),
    ("a date of birth", Pattern(r"\b(?:[Bb]orn (?:on|in)|[Dd]ate of birth|DOB|D\.O\.B\.?)\b[^.;]{0,20}?\d{2,4}")),
    (
        "a place of work",
        Pattern(
            r"\b(?:I am|I work as|I'm|I’m) (?:a|an|the)(?: \w+){1,5} (?:at|in|of) (?:the )?(?:[A-Z][\w'’]+ )+"
            r"(?:Surgery|Practice|Medical Centre|Health Centre)\b"
        ),
    ),
)
_TITLED = Pattern(
    r"\b(?:Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sister|Nurse|Cllr|Councillor|Reverend|Rev)\b\.?\s"
    r"(?:[A-Z]\.?\s)*(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)"
)
_NHS_NUMBER = Pattern(r"(?<![\w-])(?P<digits>\d{3}(?P<parted>[ -]?)\d{3}(?P=parted)\d{4})(?![\w-]|\.\d)")
_CALLED_SO = Pattern(r"\bNHS\s+(?:no\b|num)", re.IGNORECASE)


class Detail(Struct, frozen=True):
    """One detail about a person."""

    kind: str
    """`a postcode`."""
    words: str
    start: int


def details(words: str, known: Collection[str] = ()) -> Iterator[Detail]:
    """All details in a text, in the order of their kinds. Names of people that everybody knows are left out."""
    for kind, pattern in _DETAILS:
        found_of_kind = (each for each in pattern.finditer(words) if kind != _TELEPHONE or _is_telephone(each[0]))
        yield from (Detail(kind, each[0], each.start()) for each in found_of_kind)
    for found in _TITLED.finditer(words):
        if not any(part in known for part in found["name"].split()):
            yield Detail("a name", found[0], found.start())


_LIVES = r"(?:of|lives (?:at|in)|living (?:at|in)|home (?:at|in))"
_TELLING: Mapping[Pattern, str] = {
    Pattern(r"\baged (?:about )?\d{1,3}\b(?! (?:and|or|to|years and)\b)|\b\d{1,3}[- ]years?[- ]old\b"): "an age",
    Pattern(
        rf"\b{_LIVES} \d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w'’]+ ){{1,3}}(?:{_STREET})\b(?! [a-z]*(?:surg|pract|clin))"
    ): "a home",
    Pattern(r"\b(?:[Bb]orn on|[Dd]ate of birth|DOB|D\.O\.B\.?)\b[^.;]{0,12}?\d{1,2}\b"): "a date of birth",
}
_AGE_AFTER = Pattern(r"(?:, (?P<age>[1-9]\d)(?=,)| \((?P<bracketed>[1-9]\d)\))")
"""`Mr Brown, 84,`, `Mrs Green (72)`."""


def telling_details(words: str, known: Collection[str] = ()) -> Iterator[Detail]:
    """What tells who somebody is where two of them stand together: a name with a title, an age, a home."""
    yield from (Detail(_TELLING[pattern], found[0], found.start()) for pattern, found in each_match(_TELLING, words))
    titled = [each for each in _TITLED.finditer(words) if not any(part in known for part in each["name"].split())]
    yield from (Detail("a name", found[0], found.start()) for found in titled)
    for age in (_AGE_AFTER.match(words, found.end()) for found in titled):
        if age:
            yield Detail("an age", age["age"] or age["bracketed"], age.start() + 2)


def with_details(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Those that may tell something of a person."""
    return among(sentences, *_TELLING, _TITLED)


def _is_telephone(words: str) -> bool:
    return 10 <= sum(map(str.isdigit, words)) <= 13


def with_nhs_numbers(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Those that may hold an NHS number."""
    return among(passages, _NHS_NUMBER)


def nhs_numbers(words: str) -> Iterator[Detail]:
    """Numbers that are grouped or called as NHS numbers are, and whose last digit is right for one."""
    for found in _NHS_NUMBER.finditer(words):
        digits = re.sub(r"\D", "", found["digits"])
        is_grouped = bool(found["parted"])
        if (is_grouped or _CALLED_SO.search(words[: found.start()][-40:])) and is_nhs_number(digits):
            yield Detail("an NHS number", found["digits"], found.start())


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits can be an NHS number: the last one checks the others, modulo 11."""
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = (11 - weighted % 11) % 11
    return len(digits) == 10 and check == int(digits[-1])
