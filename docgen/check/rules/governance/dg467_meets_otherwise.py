"""A paper says that a committee meets at other times than its entry says.

Frequencies are worked out early and change late: the terms of reference say quarterly, the body of the application
still says every month.

Bad:

```markdown
The operational group meets quarterly.
```

where `governance.yaml` has `meets: monthly` for the operational group.

Good:

```markdown
The operational group meets monthly.
```

Source: Expressions of Interest whose groups meet at different times in different sections. Standing: a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from docgen.check.prose.sentences import Sentence, sentences_of
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.governance import Committee

CODE = Code("DG467", Severity.WARNING, "Committee meets otherwise", __doc__ or "")

_OFTEN = {
    "week": r"weekly|(?:once a|each|every) week",
    "fortnight": r"fortnightly|(?:once a|each|every) fortnight|every (?:two|2) weeks",
    "month": r"monthly|(?:once a|each|every) month",
    "two months": r"bi-?monthly|every (?:other|second) month|every (?:two|2) months",
    "quarter": r"quarterly|(?:once a|each|every) quarter|every (?:three|3) months|four times a year",
    "half-year": r"twice a year|twice yearly|half-yearly|every six months|every (?:6|six) months",
    "year": r"annually|yearly|(?:once a|each|every) year",
}
_FREQUENCIES = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _OFTEN.items()}
_MEETS = re.compile(r"\b(?:meets?|meetings?|will meet|to meet|met)\b", re.IGNORECASE)


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such sentence, at the frequency, with the committee's entry."""
    committees = facts.committees
    stated = {name: found for name, each in committees.items() if (found := _frequency(each.meets))}
    if not stated:
        return
    for passage in each_passage(papers):
        for sentence in sentences_of(passage) if _MEETS.search(passage.words) else ():
            yield from _contradictions(sentence, committees, stated, facts)


def _contradictions(
    sentence: Sentence, committees: Mapping[str, Committee], stated: dict[str, str], facts: ProgrammeFacts
) -> Iterator[Diagnostic]:
    """Only a sentence that names one committee, and says once how often something meets, can be held against it."""
    named = [name for name, each in committees.items() if _names(sentence.words, each)]
    said = [(often, found) for often, words in _FREQUENCIES.items() for found in words.finditer(sentence.words)]
    if len(named) != 1 or len(said) != 1 or named[0] not in stated or not _MEETS.search(sentence.words):
        return
    (name,), ((often, found),) = named, said
    if often != stated[name]:
        place = facts.place("governance", "committees", name, "meets")
        message = f"'{committees[name].name}' meets '{found[0]}' here, but '{committees[name].meets}' in its entry"
        related = Related(place, "its entry says so")
        yield CODE.at(sentence.place(found.start()), message, "correct one of the two", related)


def _frequency(words: str) -> str:
    """How often a committee meets; empty where its entry says that in other words, or several times."""
    found = [name for name, pattern in _FREQUENCIES.items() if pattern.search(words)]
    return found[0] if len(found) == 1 else ""


def _names(words: str, committee: Committee) -> bool:
    names = [committee.name, *([committee.abbreviation] if committee.abbreviation else [])]
    return any(re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) for name in names)


RULE = PapersRule(CODE, check)
