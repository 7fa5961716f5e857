"""The text says that somebody was consulted who is not in the list of consultees.

The list is what others rely on: it goes into the appendix, and feedback is asked for from those who are in it. Who is
only in the text is forgotten when the results are drawn together.

Bad:

```yaml
consultees:
  - {id: lmc, name: Local Medical Committee, kind: stakeholder}
```

with, in the text:

```markdown
We also consulted Healthwatch in May.
```

Good:

```yaml
consultees:
  - {id: lmc, name: Local Medical Committee, kind: stakeholder}
  - {id: healthwatch, name: Healthwatch, kind: stakeholder}
```

Looked for are the organisations of the programme by any of their names, and partners that every programme has, such as
the mental health trust. What is planned, denied, or done by somebody else is left alone. A programme without a list of
consultees is not looked at.

Source: a published Expression of Interest of 2014 whose text names a mental health trust that its table of feedback
leaves out. Standing: the results of a consultation must be taken into account (Gunning, case law).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.prose.engagement.consulted import consulted_in
from docgen.check.prose.engagement.consultees import is_heard, words_of
from docgen.check.prose.passages import Kind
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.quoted import is_quoted
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.stated import stated
from docgen.check.prose.words.bodies import Named, bodies_named
from docgen.check.prose.words.stems import stems
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.content import Content

CODE = Code("DG534", Severity.WARNING, "Consulted but not listed", __doc__ or "")
_KINDS = (Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.FOOTNOTE)
_PARTNERS = Pattern(
    r"\b(?:mental\s+health\s+(?:trust|provider)|acute\s+(?:\w+\s+)?(?:trust|provider)|ambulance\s+(?:trust|service)|"
    r"community\s+(?:health\s+)?(?:trust|provider)|Healthwatch|Local\s+Medical\s+Committee|LMC|"
    r"Health\s+and\s+Well-?being\s+Board|local\s+authority|patient\s+(?:participation|reference)\s+groups?|"
    r"Local\s+Pharmaceutical\s+Committee|voluntary\s+sector)\b",
    re.IGNORECASE,
)


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each of them in each sentence, at the name."""
    engagement = facts.content.engagement
    if engagement is None or not engagement.consultees:
        return
    listed = Related(facts.place("engagement", "consultees"), "these are listed")
    passages = (passage for passage in each_passage(papers) if passage.kind in _KINDS)
    for sentence in stated(passages):
        for start, end in _not_listed(sentence, facts.content):
            yield CODE.at(
                sentence.place(start),
                f"the list of consultees lacks '{sentence.words[start:end]}', who were consulted as it says here",
                "add them to 'consultees' in engagement, with what they answered",
                listed,
            )


def _not_listed(sentence: Sentence, content: Content) -> Iterator[tuple[int, int]]:
    """The names of those who were consulted and are not in the list."""
    for begin, end in consulted_in(sentence.words, _ours(content)):
        words = sentence.words[begin:end]
        found = [
            (begin + start, begin + stop)
            for start, stop in (*_organisations(words, content), *_partners(words, content))
        ]
        yield from (each for each in found if not is_quoted(sentence.passage.words, sentence.start + each[0]))


def _named(words: str, content: Content) -> list[Named]:
    organisations = content.programme.organisations
    return [each for each in bodies_named(words, content) if each.id in organisations]


def _organisations(words: str, content: Content) -> Iterator[tuple[int, int]]:
    """Organisations of the programme, other than its own, that are not listed."""
    others = [each for each in _named(words, content) if each.id != content.programme.organisation]
    yield from ((each.start, each.end) for each in others if not is_heard(each.id, content))


def _partners(words: str, content: Content) -> Iterator[tuple[int, int]]:
    """Partners that every programme has and that no listed consultee is."""
    named = _named(words, content)
    for found in _PARTNERS.finditer(words):
        is_named = any(each.start < found.end() and found.start() < each.end for each in named)
        if not is_named and not _is_like_a_consultee(found[0], content):
            yield found.span()


def _ours(content: Content) -> tuple[str, ...]:
    """What the programme calls the organisation that consults."""
    own = content.programme.organisations[content.programme.organisation]
    return (own.name, *([own.abbreviation] if own.abbreviation else []), *own.aliases)


def _is_like_a_consultee(partner: str, content: Content) -> bool:
    """Whether a consultee is called so, or belongs to an organisation that is."""
    wanted = {word.stem for word in stems(partner)}
    consultees = content.engagement.consultees if content.engagement else []
    return any(wanted <= words_of(consultee, content) for consultee in consultees)


RULE = PapersRule(CODE, check)
