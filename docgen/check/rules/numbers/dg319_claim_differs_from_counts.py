"""A claim such as `the vast majority` or `unanimous` is not borne out by the counts beside it.

Words are remembered longer than numbers. A board that is told of a vast majority, and reads that it was seven of
twelve, trusts the rest of the paper less, and a challenge will begin there.

Bad:

```markdown
The vast majority of practices were in favour: 7 of 12 said yes.
```

Good:

```markdown
Most of the practices that answered were in favour: 7 of 12 said yes.
```

Counts are those in the same paragraph, else those of the vote and the survey in `engagement.yaml`. A vast majority is
taken to be two thirds or more, nearly all four fifths or more. Where a claim holds of those who answered, and not of
all who were asked, a note says so.

Source: a published Expression of Interest of 2014, whose claim holds of some of its denominators. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.check.prose.numbers.evidence import Evidence, evidence_in, evidence_of_content
from docgen.check.prose.numbers.worded_shares import Claim, claims, is_conditional, with_claims
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.stated import each_found, sentences_in, stated
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts, undecided
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG319", Severity.WARNING, "Claim differs from the counts", __doc__ or "")
_ALL = Decimal(100)
"""In per cent."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each claim that its counts contradict, or that only some of them bear out."""
    for sentence, claim in each_found(claims, with_claims(stated(paper.passages))):
        sentences = sentences_in(sentence.passage)
        evidence = _evidence(claim, sentences, sentences.index(sentence), facts)
        yield from _judged(claim, sentence, evidence)


def _evidence(claim: Claim, sentences: Sequence[Sentence], place: int, facts: ProgrammeFacts) -> Sequence[Evidence]:
    """The counts that a claim rests on: those of its sentence, else of the next or last one, else of the content."""
    around = [sentences[at].words for at in (place + 1, place - 1) if 0 <= at < len(sentences)]
    own = evidence_in(sentences[place].words, claim.stance, claim.end)
    beside = [found for words in around if not is_conditional(words) for found in evidence_in(words, claim.stance)]
    beside = [found for found in beside if not found.is_most]
    engagement = facts.content.engagement
    return (
        own or beside or (evidence_of_content(engagement, claim.stance, sentences[place].words) if engagement else [])
    )


def _judged(claim: Claim, sentence: Sentence, evidence: Sequence[Evidence]) -> Iterator[Diagnostic]:
    if not evidence:
        return
    place = sentence.place(claim.start)
    fitting = [each for each in evidence if _fits(claim, each)]
    if not fitting:
        yield CODE.at(
            place,
            f"'{claim.words}' is said of {_worded(evidence[0].part, evidence[0].whole)}",
            "say what the counts show, with the numbers",
        )
        return
    wider = [each for each in fitting if each.asked and not claim.holds_for(each.part, each.asked)]
    if wider and not claim.is_of_answers:
        each = wider[0]
        yield undecided(
            CODE,
            place,
            f"'{claim.words}' holds of those who answered, {_worded(each.part, each.whole)},"
            f" but not of all who were asked, {_worded(each.part, each.asked)}",
            "say of whom it is a share",
        )


def _fits(claim: Claim, evidence: Evidence) -> bool:
    """Whether counts bear a claim out; a small share is not contradicted by what it is at most."""
    return claim.holds_for(evidence.part, evidence.whole) or (evidence.is_most and claim.most < _ALL)


def _worded(part: Decimal, whole: Decimal) -> str:
    return f"{part} of {whole} ({100 * part / whole:.0f}%)"


RULE = DocumentRule(CODE, check)
