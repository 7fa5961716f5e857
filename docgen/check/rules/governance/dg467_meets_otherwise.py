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

A sentence counts that says of the committee itself how often it meets. What holds for a time, such as a year of shadow
working, and what others ask for or say of their meetings with it, is left alone.

Source: Expressions of Interest whose groups meet at different times in different sections. Standing: a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.check.prose.meetings import Said, frequency_in, meetings_said, says_how_often
from docgen.check.prose.scope.claims import is_told
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.words.bodies import bodies_named
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG467", Severity.WARNING, "Committee meets otherwise", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such sentence, at the frequency, with the committee's entry."""
    stated = {name: found for name, each in facts.committees.items() if (found := frequency_in(each.meets))}
    for sentence in each_sentence(papers) if stated else ():
        if says_how_often(sentence.words) and not is_told(sentence.words):
            yield from _contradictions(sentence, stated, facts)


def _contradictions(sentence: Sentence, stated: Mapping[str, str], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    for named in (each for each in bodies_named(sentence.words, facts.content) if each.id in stated):
        every = meetings_said(sentence.words, named.start, named.end)
        others = (said for said in every if said.often != stated[named.id])
        yield from (_contradiction(sentence, named.id, said, facts) for said in others)


def _contradiction(sentence: Sentence, name: str, said: Said, facts: ProgrammeFacts) -> Diagnostic:
    committee = facts.committees[name]
    return CODE.at(
        sentence.place(said.start),
        f"'{committee.name}' meets '{said.words}' here, but '{committee.meets}' in its entry",
        "correct one of the two",
        Related(facts.place("governance", "committees", name, "meets"), "its entry says so"),
    )


RULE = PapersRule(CODE, check)
