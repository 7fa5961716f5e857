"""A paper tells other numbers of those in favour or against than the vote or the survey in the content has.

The counts of a vote are copied into letters, summaries and speeches, often before the last ballot paper was opened. Who
was on the losing side compares them.

Bad:

```markdown
Eighteen practices voted in favour, and twelve against.    (and in engagement.yaml: {"Yes": 21, "No": 12})
```

Good:

```markdown
Twenty-one practices voted in favour, and twelve against.
```

Only sentences are judged that plainly speak of the vote or of the survey of the programme: those that begin with the
number, or give both sides. How committees vote, and how practices of one place did, is left alone.

Source: figures of published papers that drifted apart between their versions. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from docgen.check.prose.numbers.quantity import Bound, Quantity
from docgen.check.prose.numbers.shares import shares
from docgen.check.prose.numbers.stances import Stance, stance_of, stances
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.quoted import is_quoted
from docgen.check.prose.sentences import Sentence
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.source import Source

CODE = Code("DG325", Severity.WARNING, "Votes told otherwise", __doc__ or "")
_VOTE = Pattern(r"\b(?:vot(?:e|es|ed|ing)|ballot\w*)\b", re.IGNORECASE)
_SURVEY = Pattern(r"\b(?:survey|questionnaire|respondents)\b", re.IGNORECASE)
_OTHER = Pattern(
    r"\b(?:board|body|committee|group|council|forum|panel|meeting|workshop|event|members\spresent|if|would|must|need\w*|could"
    r"|in\sthe\s(?:north|south|east|west|town|city)|last|previous(?:ly)?|first|earlier|by\s(?:noon|post|e-?mail)|so\sfar"
    r"|other|another|national\w*)\b",
    re.IGNORECASE,
)
_SOME = Pattern(r"\b(?:who|that|which|whom|whose)\b")
_NEAR = 40
_BEGINS = Pattern(r"(?:in\s(?:the\s(?:vote|ballot|survey)|all|total),?\s)?", re.IGNORECASE)


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each number that differs, with the counts beside it."""
    vote, survey = _counts_of_vote(facts), _counts_of_survey(facts)
    for sentence in each_sentence(papers) if vote or survey else ():
        words = sentence.words
        is_of_survey, is_of_vote = bool(_SURVEY.search(words)), bool(_VOTE.search(words))
        if not (is_of_survey or is_of_vote) or _OTHER.search(words):
            continue
        if vote and is_of_vote and not is_of_survey:
            yield from _differing(sentence, vote, facts.place("engagement", "vote", "counts"), "the vote")
        elif survey and is_of_survey:
            yield from _differing(sentence, survey, facts.place("engagement", "survey", "options"), "the survey")


def _counts_of_vote(facts: ProgrammeFacts) -> Mapping[Stance, int]:
    vote = facts.content.engagement.vote if facts.content.engagement else None
    return _by_stance(vote.counts) if vote else {}


def _counts_of_survey(facts: ProgrammeFacts) -> Mapping[Stance, int]:
    survey = facts.content.engagement.survey if facts.content.engagement else None
    return _by_stance({option.option: option.count for option in survey.options}) if survey else {}


def _by_stance(counts: Mapping[str, int]) -> dict[Stance, int]:
    """The counts by what answers say; an answer that says nothing of the kind makes all of them unclear."""
    said = {answer: stance_of(answer) for answer in counts}
    if None in said.values():
        return {}
    return {
        stance: sum(counts[each] for each in counts if said[each] is stance)
        for stance in Stance
        if stance in said.values()
    }


def _differing(sentence: Sentence, counts: Mapping[Stance, int], place: Source, what: str) -> Iterator[Diagnostic]:
    told = {} if is_quoted(sentence.passage.words, sentence.start) else _told(sentence.words)
    for quantity, stance in told.items():
        if stance in counts and quantity.value != counts[stance]:
            message = f"'{quantity.words}' are told to be {stance.value}, and '{counts[stance]}' are in {what}"
            at = sentence.place(quantity.start)
            yield CODE.at(at, message, "correct one of the two", Related(place, "these are the counts"))


def _told(words: str) -> dict[Quantity, Stance]:
    """The exact counts of those in favour and against, where both are told or the sentence begins with one."""
    wholes = {share.whole for share in shares(words)}
    said = {each: stance for each, stance in stances(words).items() if _is_plain(each) and each not in wholes}
    is_of_all = {Stance.FOR, Stance.AGAINST} <= set(said.values()) and len(set(said.values())) == len(said)
    return said if is_of_all else {each: said[each] for each in said if _is_subject(words, each)}


def _is_subject(words: str, quantity: Quantity) -> bool:
    """Whether a sentence begins with a number, and is about all whom it counts."""
    is_some = _SOME.search(words, quantity.end, quantity.end + _NEAR)
    return bool(_BEGINS.fullmatch(words, 0, quantity.start)) and not is_some


def _is_plain(quantity: Quantity) -> bool:
    return quantity.is_count and quantity.bound is Bound.EXACT


RULE = PapersRule(CODE, check)
