"""The result of the vote in `engagement` does not follow from its counts, or more voted than may vote.

A mandate that rests on a wrong count is none. The threshold is held against what `denominator` names: the votes cast,
or all practices. Where that decides, and the paper does not say how many practices there are, a note says so. So does
one where the result says neither that the vote was carried nor that it was lost.

Bad:

```yaml
vote:
  question: Do you support joint commissioning?
  threshold: at least two thirds
  denominator: votes cast
  counts: {"Yes": 14, "No": 11}
  result: The motion was carried
```

Good:

```yaml
vote:
  question: Do you support joint commissioning?
  threshold: more than half
  denominator: votes cast
  counts: {"Yes": 14, "No": 11}
  result: The motion was carried
```

Source: the wordings of a published pack of 2018, under which one result is carried or lost. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.numbers.outcomes import is_carried
from docgen.check.prose.numbers.stances import Stance, stance_of
from docgen.check.prose.numbers.thresholds import Of, Threshold, read_thresholds
from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened, undecided
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.engagement import Vote

CODE = Code("DG321", Severity.ERROR, "Vote goes against its counts", __doc__ or "")
_VOTE = ("engagement", "vote")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """At most one diagnostic for the number of votes, and one for the result."""
    vote = facts.content.engagement.vote if facts.content.engagement else None
    if vote is None or not vote.counts:
        return
    cast = sum(vote.counts.values())
    if vote.eligible is not None and cast > vote.eligible:
        yield CODE.at(
            facts.place(*_VOTE, "eligible"),
            f"{cast} votes are counted, but only '{vote.eligible}' may vote",
            "correct the counts or the number of those who may vote",
            Related(facts.place(*_VOTE, "counts"), "these are the votes"),
        )
    else:
        yield from _result(vote, cast, facts)


def _result(vote: Vote, cast: int, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    threshold = next(iter(read_thresholds(f"{vote.threshold} of {vote.denominator}")), None)
    said = is_carried(vote.result or "")
    votes = sum(count for answer, count in vote.counts.items() if stance_of(answer) is Stance.FOR)
    if threshold is None or not vote.result or not any(stance_of(answer) is Stance.FOR for answer in vote.counts):
        return
    place = facts.place(*_VOTE, "result")
    if said is None:
        message = f"whether the result '{shortened(vote.result)}' means that the vote was carried cannot be told"
        yield undecided(
            CODE, place, message, "say whether the practices support the proposal, or that it was carried or lost"
        )
        return
    of = vote.eligible if threshold.of is Of.ALL else cast
    if of is None:
        if threshold.is_met(votes, cast):
            message = f"whether '{vote.threshold}' was reached cannot be told: how many may vote is not said"
            yield undecided(CODE, place, message, "say in 'eligible' how many may vote")
    elif threshold.is_met(votes, of) is not said:
        yield CODE.at(place, _against(vote, threshold, votes, of), "correct the counts or the result", _counts(facts))


def _counts(facts: ProgrammeFacts) -> Related:
    return Related(facts.place(*_VOTE, "counts"), "these are the votes")


def _against(vote: Vote, threshold: Threshold, votes: int, of: int) -> str:
    share = f"{100 * votes / of:.0f}%" if of else "nothing"
    reached = "reaches" if threshold.is_met(votes, of) else "does not reach"
    return f"the result is '{vote.result}', but {votes} of {of} ({share}) {reached} '{threshold.words}'"


RULE = ProgrammeRule(CODE, check)
