"""A number is written otherwise than the house writes numbers: 1,000, 50%, £220 million, 10 to 15.

Long numbers without commas are misread by a factor of ten; "per cent" beside "%" makes tables and text hard to compare;
a hyphen between two numbers may be read as a minus, and is not read out at all. Nobody can tell what £1,2000 is.

Bad:

```markdown
12500 patients, of whom 15 per cent are older than 75, live in 10-15 villages.
```

Good:

```markdown
12,500 patients, of whom 15% are older than 75, live in 10 to 15 villages.
```

Years, telephone numbers and reference numbers are left alone.

Source: GOV.UK style guide, numbers. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.written import found_in_prose
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.wording import MONTHS, grouped

CODE = Code("DG618", Severity.NOTE, "Number against the style", __doc__ or "")

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_STYLE = Pattern(
    rf"(?<![\w.,/:£-])(?P<percent>{_NUMBER})\s?(?:per\s?cent|percent|\s%)(?!\w)"
    rf"|£(?P<amount>{_NUMBER})\s(?P<unit>[kKmM]|bn)(?!\w)"
    r"|(?<![\w.,/:£-])(?P<ungrouped>[1-9]\d{3,8})(?=\s(?P<after>[a-z]{3,}))"
    r"|(?<![\w.,/:-])(?P<broken>£?\d{1,3}(?:,\d{3})*,\d{4,9}|£\d{1,3}(?:,\d{3})*,\d{1,2}(?=[\s.;)])"
    r"|\d{1,3},\d{2}(?=\s[a-z]{4,}s\b))(?![,\d]|\.\d)"
    r"|£(?P<pounds>[1-9]\d{3,8})(?![\d/]|[,.]\d)"
    r"|(?<![\w.,/:£–-])(?P<low>[1-9]\d{0,2})\s?[-–]\s?(?P<high>[1-9]\d{0,2})(?=(?:%\s|\s)(?P<things>[a-z]{2,}))"
)
_YEAR = Pattern(r"(?:19|20)\d{2}")
_NAMED = Pattern(
    r"(?i:\b(?:references?|refs?|numbers?|nos?|phone|tel|telephone|call|ext|code|gateway|pages?|rooms?|sections?|paragraph|id|call|ring"
    r"|si|isbn|risk|dial|form|case|grant|is|year)\b[.:#]?\s?(?:number\s|no\.?\s|code\s|is\s)?)$|\b[A-Z]{2,}\s$"
)
_NO_THINGS = frozenset(
    "of in by at on as is it and or to until from with the were was has had when meeting agreement season".split()
)


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such number."""
    for passage, found in found_in_prose(_STYLE, each_passage(papers)):
        right = "" if passage.kind is Kind.HEADING else _right(passage, found)
        if found["broken"]:
            message = f"the commas of '{found['broken']}' do not part it into thousands"
            yield CODE.at(
                passage.place(found.start()), message, "put a comma before each three digits, or add what is lost"
            )
        elif right:
            written = found[0]
            yield CODE.at(
                passage.place(found.start()), f"'{written}' is not in the style of the house", f"write '{right}'"
            )


def _right(passage: Passage, found: re.Match[str]) -> str:
    """As the house writes it; empty where it is no such number, or where that cannot be told."""
    if found["broken"]:
        return ""
    if found["percent"]:
        return f"{found['percent']}%"
    if found["amount"]:
        return f"£{found['amount']}{found['unit'].lower()}"
    if found["pounds"]:
        return f"£{grouped(int(found['pounds']))}"
    if found["low"]:
        return _range(passage, found)
    is_year = _YEAR.fullmatch(found["ungrouped"])
    is_named = _NAMED.search(_before(passage, found))
    return "" if is_year or is_named or found["after"] in _NO_THINGS else grouped(int(found["ungrouped"]))


def _range(passage: Passage, found: re.Match[str]) -> str:
    rises = int(found["low"]) < int(found["high"])
    is_other = _NAMED.search(_before(passage, found)) or found["things"].capitalize() in MONTHS
    is_counted = found["things"] not in _NO_THINGS or passage.words[found.end() : found.end() + 1] == "%"
    return "" if is_other or not rises or not is_counted else f"{found['low']} to {found['high']}"


def _before(passage: Passage, found: re.Match[str]) -> str:
    """The words before a number, as far as they can name it."""
    return passage.words[max(0, found.start() - 40) : found.start()]


RULE = PapersRule(CODE, check, by_pack=True)
