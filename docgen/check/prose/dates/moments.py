"""The dates in words that people wrote: days, months, quarters, seasons, years, and stretches of time.

`6 August 2018`, `Monday 6th of August`, `06/08/2018`, `in April`, `2014/15`, `Q3 2014/15`, `the end of March 2015`,
`1–5 May 2014`, `from May to July 2014`. What only looks like one is left alone: `may`, `March on`, `April Jones`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from docgen.check.kept import kept
from docgen.check.prose.dates import month_names
from docgen.check.prose.dates.mention import Grain, Mention, dated, months_of, span_of
from docgen.check.prose.dates.month_names import MONTH, ORDINAL, WEEKDAY, YEAR, month_of, weekday_of
from docgen.check.prose.pattern import Pattern, each_match


@kept
def moments(words: str) -> tuple[Mention, ...]:
    """All dates in a text, in order; a stretch from one to another counts as one, with its two ends as parts."""
    if not month_names.HINT.search(words):
        return ()
    found = sorted(_found(words), key=lambda mention: mention.start)
    return tuple(_spans_joined(words, _with_shared_years(words, found)))


@kept
def single_moments(words: str) -> tuple[Mention, ...]:
    """All dates in a text, the two ends of a stretch each by itself."""
    return tuple(single for mention in moments(words) for single in mention.parts or (mention,))


def _found(words: str) -> Iterator[Mention]:
    """What each form of writing finds, where none before it found something."""
    taken = bytearray(len(words))
    for pattern, match in each_match(_FORMS, words):
        start, end = match.span()
        mention = None if any(taken[start:end]) else _FORMS[pattern](match)
        if mention:
            taken[start:end] = b"\1" * (end - start)
            yield mention


_LIST = Pattern(r"\s*(?:,|and|or|/|&|to|until|till|through to|[-–—])\s*(?:and|or)?\s*(?:the\s)?")
_RANGE = Pattern(r"\s*(?:[-–—]|to|until|till|through to|up to|through)\s*(?:the\s)?")
_BETWEEN = Pattern(r"\b(?:[Bb]etween)\s(?:the\s)?$")


def _with_shared_years(words: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """`May to July 2014`: the first takes its year from the last. `October 2014 to March`: the last from the first."""
    shared: list[Mention] = []
    for mention in reversed(found):
        after = shared[-1] if shared else None
        if after and mention.year is None and not mention.parts and _are_listed(words, mention, after):
            mention = _before(mention, after)
        shared.append(mention)
    return _with_earlier_years(words, reversed(shared))


def _with_earlier_years(words: str, found: Iterable[Mention]) -> Iterator[Mention]:
    before: Mention | None = None
    for mention in found:
        if before and mention.year is None and _RANGE.fullmatch(words, before.end, mention.start):
            mention = _after(mention, before)
        yield mention
        before = mention


def _are_listed(words: str, mention: Mention, after: Mention) -> bool:
    return bool(_LIST.fullmatch(words, mention.end, after.start))


def _before(mention: Mention, after: Mention) -> Mention:
    """A date in the year of the one that follows it, or in the year before: `October to March 2015`."""
    first = after.parts[0] if after.parts else after
    if first.year is None or first.month is None or mention.month is None:
        return mention
    return mention.in_year(first.year - (mention.month > first.month))


def _after(mention: Mention, before: Mention) -> Mention:
    if before.year is None or before.month is None or mention.month is None:
        return mention
    return mention.in_year(before.year + (mention.month < before.month))


def _spans_joined(words: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Two dates with `to` between them as one stretch."""
    begins: Mention | None = None
    for mention in found:
        if begins and _is_span(words, begins, mention):
            yield span_of(words, begins.start, begins, mention)
            begins = None
            continue
        if begins:
            yield begins
        begins = mention
    if begins:
        yield begins


def _is_span(words: str, begins: Mention, ends: Mention) -> bool:
    if begins.parts or ends.parts:
        return False
    between = words[begins.end : ends.start]
    if between.strip() == "and":
        return bool(_BETWEEN.search(words[max(0, begins.start - 20) : begins.start]))
    return bool(_RANGE.fullmatch(between))


def _mention(match: re.Match[str], grain: Grain, year: int | None = None, month: int | None = None) -> Mention:
    return dated(Mention(match.start(), match.end(), match[0], grain, year, month))


def _year(written: str | None) -> int | None:
    """`2014`, `14`, `'14`."""
    digits = re.sub(r"\D", "", written or "")
    return int(digits) + 2000 * (len(digits) == 2) if digits else None


def _of_day(match: re.Match[str]) -> Mention:
    numbers = _year(match["year"]), month_of(match["month"]), int(match["day"]), weekday_of(match["weekday"])
    return dated(Mention(match.start(), match.end(), match[0], Grain.DAY, *numbers))


def _of_numbers(match: re.Match[str]) -> Mention:
    numbers = _year(match["year"]), int(match["month"]), int(match["day"]), weekday_of(match["weekday"])
    return dated(Mention(match.start(), match.end(), match[0], Grain.DAY, *numbers))


def _of_days(match: re.Match[str]) -> Mention:
    """`1–5 May 2014`: two days of one month."""
    year, month = _year(match["year"]), month_of(match["month"])
    begins = _one_of_days(match, "day", match.end("day"), year, month)
    ends = _one_of_days(match, "until", match.end(), year, month)
    return span_of(match.string, match.start(), begins, ends)


def _one_of_days(match: re.Match[str], name: str, end: int, year: int | None, month: int) -> Mention:
    start = match.start(f"{name}_weekday") if match[f"{name}_weekday"] else match.start(name)
    weekday = weekday_of(match[f"{name}_weekday"])
    return dated(Mention(start, end, match.string[start:end], Grain.DAY, year, month, int(match[name]), weekday))


def _of_month(match: re.Match[str]) -> Mention | None:
    year = _year(match["year"])
    if year is None and not month_names.is_month(match.string, match.start("month"), match["month"]):
        return None
    return _mention(match, Grain.MONTH, year, month_of(match["month"]))


def _of_financial_year(match: re.Match[str]) -> Mention | None:
    """`2014/15`, and `2014/16` too, which means to be one: it has no first and no last day then."""
    year, after = _year(match["year"]), match["after"]
    if year is None or month_names.is_number_of_law(match.string, match.start()):
        return None
    if (year + 1) % 10 ** len(after) == int(after):
        return _mention(match, Grain.FINANCIAL_YEAR, year)
    return _mention(match, Grain.FINANCIAL_YEAR) if "/" in match[0] else None


def _of_short_financial_year(match: re.Match[str]) -> Mention | None:
    """`14/15`, which is a fraction or a score where it does not count up by one."""
    year, after = _year(match["year"]), int(match["after"])
    if year is None or (year + 1) % 100 != after:
        return None
    return dated(Mention(match.start("said"), match.end(), match["said"], Grain.FINANCIAL_YEAR, year))


def _of_quarter(match: re.Match[str]) -> Mention:
    number, year = month_names.quarter_of(match["quarter"]), int(match["year"])
    first, last = months_of(year + (number == 4), (3 * number) % 12 + 1, 3)
    if not match["after"]:  # Q3 2014 is of the calendar year to some, and of the financial year to others
        first = min(first, months_of(year, 3 * number - 2, 1)[0])
    return replace(_mention(match, Grain.QUARTER), year=year, first=first, last=last)


def _of_season(match: re.Match[str]) -> Mention:
    year = int(match["year"])
    first, last = months_of(year, *month_names.SEASONS[match["season"].lower()])
    return replace(_mention(match, Grain.SEASON), year=year, first=first, last=last)


def _of_year(match: re.Match[str]) -> Mention:
    return dated(Mention(match.start("said"), match.end(), match["said"], Grain.YEAR, int(match["year"])))


_PART = (
    r"(?:(?:the\s)?(?:(?:end|beginning|start|middle|close|last\sweek)\s(?:of|in)|early|mid|late|end)[\s-](?:the\s)?)?"
)
_QUARTER = (
    r"(?P<quarter>Q[1-4]|[Qq]uarter\s(?:[1-4]|one|two|three|four)|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)"
    r"\squarter)"
)
_BEFORE_YEAR = (
    r"\b(?:[Ii]n|[Bb]y|[Dd]uring|[Ss]ince|[Uu]ntil|[Tt]hroughout|[Ff]rom|[Bb]efore|[Aa]fter|[Ff]or|[Oo]f|to|year)"
)
_COUNTED = r"\s(?:of|practices|members|votes|responses|GPs|CCGs|respondents|people|patients|in favour)"

_DAYS = (
    rf"(?<![\w/.-])(?:(?P<day_weekday>{WEEKDAY})\s)?(?P<day>\d{{1,2}}){ORDINAL}\s?(?:–|-|to|until|and|&)\s?"
    rf"(?:(?P<until_weekday>{WEEKDAY})\s)?(?P<until>\d{{1,2}}){ORDINAL}(?:\sof)?\s(?P<month>{MONTH})(?P<year>{YEAR})?"
)
_DAY = (
    rf"(?<![\w/.£-])(?:(?:[Ww]/c|[Ww]eek\s(?:commencing|beginning))\s)?(?:(?P<weekday>{WEEKDAY}),?\s(?:the\s)?)?"
    rf"(?P<day>\d{{1,2}}){ORDINAL}(?:\sof)?[\s-](?P<month>{MONTH})(?P<year>{YEAR}|-(?:19|20)\d\d\b)?"
)
_AMERICAN_DAY = (
    rf"(?:(?P<weekday>{WEEKDAY}),?\s)?\b(?P<month>{MONTH})\s(?:the\s)?"
    r"(?P<day>\d{1,2})(?:(?:st|nd|rd|th)\b|(?=,\s(?:19|20)\d\d\b))(?P<year>,?\s(?:19|20)\d\d\b)?"
)
_NUMBERS = (
    rf"(?<![\w/.-])(?:(?P<weekday>{WEEKDAY}),?\s)?(?P<day>\d{{1,2}})(?P<sep>[/.])(?P<month>\d{{1,2}})(?P=sep)"
    r"(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\w/]|\.\d)"
)
_ISO = rf"(?<![\w/-])(?:(?P<weekday>{WEEKDAY}),?\s)?(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"
_QUARTER_OF_YEAR = (
    rf"\b{_QUARTER},?(?:\s(?:of|in)(?:\sthe\sfinancial\syear)?)?\s(?P<year>20\d\d)"
    r"(?P<after>[/–-]\d\d(?:\d\d)?)?(?![\w/])"
)
_SEASON_OF_YEAR = (
    r"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?:\sof)?,?\s(?P<year>20\d\d)(?:/\d\d)?(?![\w/])"
)
_FINANCIAL_YEAR = (
    rf"(?<![\w/.:=-]){_PART}(?<![\w/.:=-])(?P<year>(?:19|20)\d\d)\s?[/–-]\s?(?P<after>20\d\d|\d\d?)"
    r"(?![\w/%–-]|\.\d|,\d)"
)
_SHORT_FINANCIAL_YEAR = rf"{_BEFORE_YEAR}\s(?P<said>(?P<year>\d\d)/(?P<after>\d\d))(?![\w/%]|\.\d|{_COUNTED})"
_MONTH = (
    rf"(?<![\w@.]){_PART}(?<![\w@.])(?P<month>{MONTH})"
    r"(?P<year>(?:\s(?:of\s)?|\s?[-,]\s?)(?:19|20)\d\d\b(?!/\d)|[\s-]?['’‘]\d\d\b|-\d\d\b(?!-))?"
)
_YEAR = rf"{_BEFORE_YEAR}\s(?P<said>{_PART}(?P<year>(?:19|20)\d\d))(?![\w/%–-]|,\d|\.\d|\s[a-z]+s\b)"

_FORMS: Mapping[Pattern, Callable[[re.Match[str]], Mention | None]] = {
    Pattern(_DAYS): _of_days,
    Pattern(_DAY): _of_day,
    Pattern(_AMERICAN_DAY): _of_day,
    Pattern(_NUMBERS): _of_numbers,
    Pattern(_ISO): _of_numbers,
    Pattern(_QUARTER_OF_YEAR): _of_quarter,
    Pattern(_SEASON_OF_YEAR): _of_season,
    Pattern(_FINANCIAL_YEAR): _of_financial_year,
    Pattern(_SHORT_FINANCIAL_YEAR): _of_short_financial_year,
    Pattern(_MONTH): _of_month,
    Pattern(_YEAR): _of_year,
}
"""Every form in which a date is written, the more telling ones first."""
