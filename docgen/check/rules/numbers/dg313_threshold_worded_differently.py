"""What carries the vote of the member practices is worded in ways that do not mean the same.

Half of the votes is not half of the practices, and `at least 50%` is reached by a draw, which `a majority` is not.
Where the wordings differ, nobody can say afterwards whether the vote was carried.

Bad:

```markdown
The move needs at least 50% of votes to be in favour.

A majority of all practices must support the move.
```

Good:

```markdown
The move needs more than half of the votes cast to be in favour.

A majority of the votes cast must be in favour.
```

The threshold of the vote in `engagement.yaml`, with its `denominator`, counts as the first wording.

Source: a published pack of 2018, which words it three ways. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from docgen.check.prose.numbers.thresholds import Of, Threshold, plain_thresholds, read_thresholds, thresholds
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.source import Source

CODE = Code("DG313", Severity.ERROR, "Threshold worded differently", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each wording that differs from the first."""
    found = [*_of_content(facts), *_of_papers(papers)]
    for threshold, place in found[1:]:
        first, first_place = found[0]
        if threshold.differs_from(first):
            yield CODE.at(
                place,
                f"the vote needs '{threshold.words}' here, and '{first.words}' elsewhere{_why(threshold, first)}",
                "word the threshold the same way everywhere: the share, whether it must be exceeded, and of what",
                Related(first_place, f"here it is '{first.words}'"),
            )


def _of_content(facts: ProgrammeFacts) -> Iterator[tuple[Threshold, Source]]:
    vote = facts.content.engagement.vote if facts.content.engagement else None
    if vote:
        for threshold in read_thresholds(f"{vote.threshold} of {vote.denominator}")[:1]:
            yield threshold, facts.place("engagement", "vote", "threshold")


def _of_papers(papers: Sequence[Paper]) -> Iterator[tuple[Threshold, Source]]:
    for _, sentences in groupby(each_sentence(papers), key=lambda sentence: sentence.passage):
        read = [(sentence, thresholds(sentence.words)) for sentence in sentences]
        is_vote = any(found for _, found in read)
        for sentence, found in read if is_vote else ():
            yield from ((each, sentence.place(each.start)) for each in found or plain_thresholds(sentence.words))


def _why(one: Threshold, other: Threshold) -> str:
    """Whose share each is, where that is what differs."""
    if one.of is other.of or Of.UNSAID in (one.of, other.of):
        return ""
    return f": of {one.of.value}, and of {other.of.value}"


RULE = PapersRule(CODE, check)
