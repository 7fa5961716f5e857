"""The text says that nobody had concerns, or that all agreed, and the feedback lists concerns.

Summaries grow rosier with each draft. A board that reads that no concerns were raised, and later the table that lists
them, will not believe the rest; and a consultation whose results are played down can be challenged.

Bad:

```yaml
feedback:
  - group: Local stakeholders
    consultees: [lmc]
    summary: Broad support
    challenges: [{label: Local Medical Committee, points: The capacity of the group}]
```

with, in the text:

```markdown
No concerns were raised by stakeholders.
```

Good:

```markdown
Stakeholders support the plan. The Local Medical Committee asked whether the group has the capacity for it.
```

Where a sentence names one of the groups, only that group's feedback is looked at. Sentences about one topic, about the
future or about other matters are left alone.

Source: published Expressions of Interest, whose texts claim more support than their tables show. Standing: the results
of a consultation must be taken into account (Gunning, case law).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.prose.engagement.consultees import remarks_of
from docgen.check.prose.numbers.stances import Stance, stance_of
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.quoted import is_quoted
from docgen.check.prose.words.stems import stem, stems
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.engagement import Engagement, Feedback
from docgen.source import Path

CODE = Code("DG538", Severity.WARNING, "Concerns denied", __doc__ or "")
_CONCERNS = (
    r"(?:concerns?|objections?|opposition|reservations?|criticisms?|negative\s+(?:comments?|feedback|responses?))"
)
_DENIED = Pattern(
    rf"\bno\s+(?:\w+\s+){{0,2}}?{_CONCERNS}\s+(?:at\s+all\s+)?(?:were|was|have\s+been|has\s+been|had\s+been)\s+(?:\w+\s+)?"
    r"(?:raised|expressed|received|made|voiced|reported)\b"
    rf"|\bthere\s+(?:were|was|have\s+been|has\s+been)\s+no\s+(?:\w+\s+){{0,2}}?{_CONCERNS}\b"
    rf"|\b(?:nobody|no\s+one|none\s+of\s+(?:the|our|those)\s+\w+)\b[^.;]{{0,40}}?\b(?:objected|opposed|disagreed|(?:sp(?:oke|oken)\s+(?:out\s+)?|(?:is|was|were|voted)\s+)against(?=\s*(?:[.,;]|$|(?:it|this|the\s+(?:plans?|proposals?|idea|move|change|arrangement|application))\b))|said\s+no|raised\s+(?:any\s+)?{_CONCERNS})\b"
    r"|\b(?:all|every)\s+(?:of\s+)?(?:the\s+|our\s+|those\s+)?(?:\w+\s+){0,2}?(?:consultees?|stakeholders?|respondents?|groups|partners|practices|members|asked|consulted)"
    r"\s+(?:(?:were|was|are|is|have|has|had|been|all|also|fully|strongly|broadly|warmly)\s+){0,3}(?:support(?:ed|s|ive)?|agreed?|in\s+favour|welcomed?)\b"
    r"|\b(?:without\s+(?:any\s+)?objections?|unanimous(?:ly)?\s+support\w*)\b",
    re.IGNORECASE,
)
_NOT_MEANT = Pattern(
    r"\b(?:where|when|if|whether|provided|unless|until|once|should|will|would|hope\w*|expect\w*|(?-i:may)|might|so\s+that|in\s+principle|other\s+than|no\s+(?:other|further|more|new|additional)|apart\s+from|except|beyond)\b",
    re.IGNORECASE,
)
_ON_ONE_TOPIC = Pattern(r"^\s+(?:about|regarding|concerning|over|on|in\s+relation\s+to|with\s+regard)\b", re.IGNORECASE)
_FROM = Pattern(
    r"\b(?:from|by|among|amongst|of)\s+(?:the|our|any\s+of\s+the|any|all|local)?\s*(?P<who>[^.,;]+)", re.IGNORECASE
)
_ANYBODY = Pattern(
    r"\b(?:consult\w+|stakeholders?|respondents?|anybody|anyone|nobody|no\s+one|partners|asked|groups|those|us)\b",
    re.IGNORECASE,
)
_GENERAL = frozenset(map(stem, ("local", "the", "and", "our", "of", "group", "groups", "summary", "feedback")))


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such claim, at its words."""
    engagement = facts.content.engagement
    if engagement is None:
        return
    for sentence in each_sentence(papers):
        claim = _DENIED.search(sentence.words)
        if claim is None or is_quoted(sentence.passage.words, sentence.start + claim.start()):
            continue
        against = _evidence(sentence.words, claim, engagement)
        if against:
            yield CODE.at(
                sentence.place(claim.start()),
                f"'{claim[0]}', but the feedback lists concerns: '{against[1]}'",
                "say what concerns there were, and how they are met",
                Related(facts.place(*against[0]), "it stands here"),
            )


def _evidence(words: str, claim: re.Match[str], engagement: Engagement) -> tuple[Path, str] | None:
    """What contradicts a claim; None where nothing does, or where the claim is about something else."""
    if _NOT_MEANT.search(words) or _ON_ONE_TOPIC.match(words[claim.end() :]):
        return None
    named = [at for at, each in enumerate(engagement.feedback) if _is_named(each, words)]
    if not named and _names_somebody_else(words, claim):
        return None
    concerns = [
        (path, remarks.points[0])
        for path, remarks in remarks_of(engagement)
        if path[3] == "challenges" and (not named or path[2] in named) and _says_something(remarks.points)
    ]
    return concerns[0] if concerns else None if named else _votes_against(engagement)


def _says_something(points: Sequence[str]) -> bool:
    return bool(points) and not re.match(r"none\b|no\s", points[0], re.IGNORECASE)


def _is_named(feedback: Feedback, words: str) -> bool:
    wanted = {word.stem for word in stems(feedback.group)} - _GENERAL
    return bool(wanted) and wanted <= {word.stem for word in stems(words)}


def _names_somebody_else(words: str, claim: re.Match[str]) -> bool:
    source = _FROM.match(words[claim.end() :].lstrip()) or _FROM.search(words[: claim.start()])
    return bool(source and not _ANYBODY.search(source["who"]) and not _ANYBODY.search(claim[0]))


def _votes_against(engagement: Engagement) -> tuple[Path, str] | None:
    """Answers against the proposal, in the survey."""
    for number, option in enumerate(engagement.survey.options if engagement.survey else ()):
        if option.count and stance_of(option.option) is Stance.AGAINST:
            return ("engagement", "survey", "options", number), f"{option.option}: {option.count}"
    return None


RULE = PapersRule(CODE, check)
