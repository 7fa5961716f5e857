"""Counts that a claim about support rests on: those of a sentence, or those of the vote and the survey."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from docgen.check.prose.numbers.quantities import quantities
from docgen.check.prose.numbers.quantity import Quantity
from docgen.check.prose.numbers.shares import Share, shares
from docgen.check.prose.numbers.stances import Stance, stance_of, stances
from docgen.check.prose.pattern import Pattern
from docgen.schema.engagement import Engagement

_SURVEY = Pattern(
    r"\b(?:survey\w*|questionnaires?|respond\w*|respons\w+|replies|answer\w*|asked|associates)\b", re.IGNORECASE
)
_VOTE = Pattern(r"\b(?:vot\w+|ballot\w*|poll\w*)\b", re.IGNORECASE)
_TURNS = Pattern(r"\b(?:which|whom|where|but|so\sfar|while|although|and)\b", re.IGNORECASE)
"""After these words a share is one of something else."""
_NEAR = 90


class Evidence(Struct, frozen=True):
    """How many of how many think something."""

    part: Decimal
    whole: Decimal
    """Of those who answered or voted; 100 for a percentage."""
    asked: Decimal = Decimal(0)
    """How many were asked; 0 where that is not known."""
    is_most: bool = False
    """Whether there may be fewer: those who are not against a thing need not be for it."""


def evidence_in(words: str, stance: Stance, after: int = -1) -> list[Evidence]:
    """What a sentence counts of a stance. A share that closely follows a claim, at `after`, needs no stance itself."""
    said = stances(words)
    every = [share for share in shares(words) if share.is_certain and share.part.value <= share.whole.value]
    asked = {share.part.value: share.whole.value for share in every}
    meant = [share for share in every if _is_of(share, stance, said) or _follows(words, share, after, said)]
    found = [Evidence(each.part.value, each.whole.value, asked.get(each.whole.value, Decimal(0))) for each in meant]
    return found or list(_percentages(said, stance)) or list(_counted(said, stance)) or list(_rest(every, said, stance))


def _is_of(share: Share, stance: Stance, said: Mapping[Quantity, Stance]) -> bool:
    return said.get(share.part) is stance or (share.part not in said and said.get(share.whole) is stance)


def _follows(words: str, share: Share, after: int, said: Mapping[Quantity, Stance]) -> bool:
    """Whether a share stands right after a claim, with no other number between, and says nothing else itself."""
    if after < 0 or not after <= share.start <= after + _NEAR or share.part in said or share.whole in said:
        return False
    is_next = not any(after <= each.start < share.start for each in quantities(words))
    return is_next and not _TURNS.search(words, after, share.start)


def _percentages(said: Mapping[Quantity, Stance], stance: Stance) -> Iterator[Evidence]:
    """`58% were in favour`."""
    for quantity, each in said.items():
        if each is stance and quantity.is_share:
            yield Evidence(quantity.value, Decimal(100))


def _counted(said: Mapping[Quantity, Stance], stance: Stance) -> Iterator[Evidence]:
    """`7 for, 3 against and 2 undecided`."""
    counts = [(each, quantity.value) for quantity, each in said.items()]
    total = sum((value for _, value in counts), Decimal(0))
    if {Stance.FOR, Stance.AGAINST} <= {each for each, _ in counts} and total:
        yield Evidence(sum((value for each, value in counts if each is stance), Decimal(0)), total)


def _rest(every: Iterable[Share], said: Mapping[Quantity, Stance], stance: Stance) -> Iterator[Evidence]:
    """`4 of the 37 voted against`: no more than 33 can be in favour."""
    for share in every if stance is Stance.FOR else ():
        if _is_of(share, Stance.AGAINST, said):
            yield Evidence(share.whole.value - share.part.value, share.whole.value, is_most=True)


def evidence_of_content(engagement: Engagement, stance: Stance, words: str) -> list[Evidence]:
    """What the vote counts, where a sentence speaks of a vote, and what the survey does, where it speaks of that."""
    vote, survey = engagement.vote, engagement.survey
    if vote and vote.counts and _VOTE.search(words):
        return list(_of_options(vote.counts, stance, vote.eligible or 0))
    if survey and survey.options and _SURVEY.search(words):
        return list(_of_options({each.option: each.count for each in survey.options}, stance, survey.invited))
    return []


def _of_options(options: Mapping[str, int], stance: Stance, asked: int) -> Iterator[Evidence]:
    of_stance = [count for option, count in options.items() if stance_of(option) is stance]
    total = sum(options.values())
    if of_stance and total:
        yield Evidence(Decimal(sum(of_stance)), Decimal(total), Decimal(asked))
