"""A vote was held, but its counts or its result are missing.

The mandate of the members is what the whole paper rests on. A vote without counts cannot be checked against its
threshold, and one without a result leaves readers to guess what was decided.

Bad:

```yaml
vote:
  question: Shall the board apply?
  threshold: more than 50%
  denominator: votes cast
  held: 2014-05-30
```

Good:

```yaml
vote:
  question: Shall the board apply?
  threshold: more than 50%
  denominator: votes cast
  held: 2014-05-30
  counts: {"Yes": 21, "No": 4}
  result: The members agreed
```

A vote that was held after the date of the papers, or that has no date yet, is still to come.

Source: guidance for member practices of 2016 asks for a formal vote. Standing: the mandate is policy, its form an
opinion of the British Medical Association.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.engagement import Vote

CODE = Code("DG536", Severity.WARNING, "Vote without result", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """At most one diagnostic, at the vote."""
    vote = facts.content.engagement.vote if facts.content.engagement else None
    if vote is None:
        return
    missing = _missing(vote)
    is_over = vote.held is not None and vote.held.last < facts.content.programme.dated
    if missing and (is_over or vote.counts or vote.result):
        when = f"was held on '{vote.held}'" if vote.held and is_over else "has an outcome"
        yield CODE.at(
            facts.place("engagement", "vote"), f"the vote {when}, but its {missing} missing", "add what is missing"
        )


def _missing(vote: Vote) -> str:
    """`counts and result are`, `counts are`, `result is`."""
    if not vote.counts and not vote.result:
        return "counts and result are"
    return "counts are" if not vote.counts else "" if vote.result else "result is"


RULE = ProgrammeRule(CODE, check)
