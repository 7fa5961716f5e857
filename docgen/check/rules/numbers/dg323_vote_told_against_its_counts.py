"""A paper tells that a vote was carried or lost, and the counts beside it say the opposite.

The threshold stands in one sentence, the counts in the next, and nobody works the share out. Those who lost will.

Bad:

```markdown
The proposal needs at least 75% of all practices. With 27 of 38 in favour, it was carried.
```

Good:

```markdown
The proposal needs at least 75% of all practices. With 29 of 38 in favour, it was carried.
```

The threshold is the one of the same paragraph, or that of the vote in `engagement.yaml`. A share of those who voted
says nothing about a threshold of all practices unless it is too small even so, and the other way round.

Source: the wordings of a published pack of 2018, under which one result is carried or lost. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.prose.numbers.evidence import Evidence, evidence_in
from docgen.check.prose.numbers.outcomes import is_told_as_carried
from docgen.check.prose.numbers.stances import Stance
from docgen.check.prose.numbers.thresholds import Of, Threshold, read_thresholds, thresholds
from docgen.check.prose.pattern import Pattern, among
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.stated import sentences_in
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG323", Severity.ERROR, "Vote told against its counts", __doc__ or "")
_HINT = Pattern(r"carried|passed|adopted|lost|defeated|threshold|mandate|short of", re.IGNORECASE)
"""Words without which nothing is told of a result; looking for them is fast."""
_PERCENT = 100
"""The whole of a percentage."""
_OF_ALL = Pattern(r"\b(?:of|all)\s(?:the\s|our\s|its\s)?(?:[\w-]+\s)?(?:member\s|GP\s)?practices\b", re.IGNORECASE)
_OF_VOTES = Pattern(r"\b(?:votes?\scast|voted|voting|ballots?|responses|replies|respondents|answered)\b", re.IGNORECASE)


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each sentence that tells a result, at its beginning."""
    for passage in (each for each in among(each_passage(papers), _HINT) if _HINT.search(each.words)):
        sentences = sentences_in(passage)
        told = [(place, is_told_as_carried(each.words)) for place, each in enumerate(sentences)]
        said = ((place, carried) for place, carried in told if carried is not None)
        yield from (found for place, carried in said for found in _judged(sentences, place, carried, facts))


def _judged(sentences: Sequence[Sentence], place: int, carried: bool, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    threshold = next((each for one in sentences for each in thresholds(one.words)), None) or _of_content(facts)
    counted = next((one for one in (sentences[place], *sentences[place - 1 : place]) if _counts(one)), None)
    if threshold is None or counted is None:
        return
    evidence = _counts(counted)[0]
    if threshold.is_met(int(evidence.part), int(evidence.whole)) is carried or not _is_certain(
        threshold, carried, counted
    ):
        return
    said, reached = ("carried", "does not reach") if carried else ("lost", "reaches")
    yield CODE.at(
        sentences[place].place(),
        f"the vote is told as {said}, but {_worded(evidence)} {reached} '{threshold.words}'",
        "correct the counts, the threshold or the result",
    )


def _worded(evidence: Evidence) -> str:
    share = f"{100 * evidence.part / evidence.whole:.0f}%"
    return share if evidence.whole == _PERCENT else f"{evidence.part} of {evidence.whole} ({share})"


def _counts(sentence: Sentence) -> list[Evidence]:
    """How many of how many are in favour, as a sentence says it; whole numbers only."""
    found = evidence_in(sentence.words, Stance.FOR)
    return [each for each in found if not each.is_most and each.part == int(each.part) and each.whole > 0]


def _is_certain(threshold: Threshold, carried: bool, counted: Sentence) -> bool:
    """Whether the share is surely one of what the threshold asks for, or goes against it whatever it is a share of."""
    if threshold.of is Of.ALL:
        return carried or not _OF_VOTES.search(counted.words)
    return threshold.of is Of.CAST and not (carried and _OF_ALL.search(counted.words))


def _of_content(facts: ProgrammeFacts) -> Threshold | None:
    vote = facts.content.engagement.vote if facts.content.engagement else None
    return next(iter(read_thresholds(f"{vote.threshold} of {vote.denominator}")), None) if vote else None


RULE = PapersRule(CODE, check)
