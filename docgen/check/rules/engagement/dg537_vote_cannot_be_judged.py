"""Whether a vote was carried cannot be told from its threshold, its denominator and its counts.

A threshold that does not say whether the share itself is enough, or of what it is a share, is read by each side in its
own favour. Abstentions do the same where they decide: they are votes cast for some, and none for others.

Bad:

```yaml
vote:
  question: Shall the board apply?
  threshold: more than half
  denominator: votes cast
  counts: {"Yes": 10, "No": 8, Abstained: 3}
  result: Carried
```

Good:

```yaml
vote:
  question: Shall the board apply?
  threshold: more than half
  denominator: votes cast
  counts: {"Yes": 12, "No": 6, Abstained: 3}
  result: Carried
```

A vote without counts is not looked at. Where counts and threshold tell the outcome, DG321 holds the result against it.

Source: papers of 2018 that word the threshold of one vote in three ways. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.numbers.stances import Stance, stance_of
from docgen.check.prose.numbers.thresholds import Of, Threshold, read_thresholds
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.engagement import Vote

CODE = Code("DG537", Severity.NOTE, "Vote cannot be judged", __doc__ or "")
_PLACE = ("engagement", "vote")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """At most one diagnostic: about the threshold, else about the denominator, else about abstentions."""
    vote = facts.content.engagement.vote if facts.content.engagement else None
    if vote is None or not vote.counts:
        return
    threshold = next(iter(read_thresholds(f"{vote.threshold} of {vote.denominator}")), None)
    field, message, remedy = _doubt(vote, threshold)
    if message:
        counts = Related(facts.place(*_PLACE, "counts"), "these are the votes")
        yield CODE.at(facts.place(*_PLACE, field), message, remedy, counts)


def _doubt(vote: Vote, threshold: Threshold | None) -> tuple[str, str, str]:
    """The field that leaves a doubt, which one, and what to do; empty where there is none."""
    if threshold is None:
        message = f"'{vote.threshold}' does not say whether that share is enough or must be exceeded"
        return "threshold", message, "write 'at least' or 'more than'"
    if threshold.of is Of.UNSAID:
        message = f"whether abstentions and those who did not vote count among '{vote.denominator}' is not clear"
        return "denominator", message, "write 'votes cast' or 'all practices'"
    if threshold.of is Of.CAST and _abstentions_decide(vote, threshold):
        message = f"whether '{vote.threshold}' is reached depends on whether abstentions count as votes cast"
        return "denominator", message, "say so under 'denominator'"
    return "", "", ""


def _abstentions_decide(vote: Vote, threshold: Threshold) -> bool:
    cast = sum(vote.counts.values())
    votes, abstained = _count(vote, Stance.FOR), _count(vote, Stance.NEITHER)
    return cast > abstained > 0 and threshold.is_met(votes, cast) is not threshold.is_met(votes, cast - abstained)


def _count(vote: Vote, stance: Stance) -> int:
    return sum(count for answer, count in vote.counts.items() if stance_of(answer) is stance)


RULE = ProgrammeRule(CODE, check)
