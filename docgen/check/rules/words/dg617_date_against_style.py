"""A date is written otherwise than the house writes dates: 6 August 2018.

06/08/2018 is a day in June elsewhere, and "6th Aug" has to be spelled out by whoever reads it aloud. Content is not
meant: there a date may be 2018-08-06, and papers print it in full.

Bad:

```markdown
The draft of 6th August was approved on 03/09/14.
```

Good:

```markdown
The draft of 6 August was approved on 3 September 2014.
```

Source: GOV.UK style guide, dates. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.prose.pattern import Pattern
from docgen.check.prose.written import found_in_prose
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.wording import MONTHS

CODE = Code("DG617", Severity.NOTE, "Date against the style", __doc__ or "")

_MONTH = "|".join(MONTHS)
_SHORT = "|".join([*(month[:3] for month in MONTHS if month != "May"), "Sept"])
_DATE = Pattern(
    rf"(?<![\w./-])(?:(?P<day>\d{{1,2}})(?:(?P<th>st|nd|rd|th)(?:\s+day)?(?:\s+of)?)?\s+(?P<month>{_MONTH}|(?P<cut>{_SHORT})(?!\w)\.?)"
    r"(?:,?\s+(?P<year>\d{4}|[’']\d{2}))?"
    rf"|(?P<month_first>{_MONTH})\s+(?P<day_last>\d{{1,2}})(?P<th_last>st|nd|rd|th)?(?:,?\s+(?P<year_last>\d{{4}}))?(?![\w.,:/-]?\d|\s(?:per|%|million|practices|people|patients))"
    r"|(?P<numbers>(?:0?[1-9]|[12]\d|3[01])(?P<sign>[./])(?:0?[1-9]|1[0-2])(?P=sign)(?:\d{4}|\d{2})(?![\w/]|\.\d))"
    r"|(?P<iso>(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])))"
)


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such date."""
    for passage, found in found_in_prose(_DATE, each_passage(papers)):
        if _is_against(found):
            message = f"'{found[0].strip()}' is not in the style of '6 August 2018'"
            yield CODE.at(passage.place(found.start()), message, _help(found))


def _is_against(found: re.Match[str]) -> bool:
    if found["month_first"]:
        return bool(found["year_last"] or found["th_last"])
    return bool(found["th"] or found["cut"] or found["numbers"] or found["iso"])


def _help(found: re.Match[str]) -> str:
    day, year = found["day"] or found["day_last"], found["year"] or found["year_last"]
    written = found["month"] or found["month_first"]
    if not day or not written:
        return "write the day, the month as a word, and the year with four digits"
    month = next(month for month in MONTHS if month.startswith(written[:3]))
    full_year = f" {year}" if year and year.isdigit() else ""
    return f"write '{int(day)} {month}{full_year}'"


RULE = PapersRule(CODE, check, by_pack=True)
