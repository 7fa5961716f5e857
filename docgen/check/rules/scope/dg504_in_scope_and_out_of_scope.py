"""A paper says that a function is in scope, and the scope or another paper says that it is not.

The letter to members, the expression of interest and the terms of reference each say in words what the arrangement
covers. What one puts in and another leaves out was changed in one place only, and members vote on the wrong one.

Bad:

```yaml
functions:
  - {function: Carry out rent reviews, in_scope: no}
```

with, in the text:

```markdown
Rent reviews fall within the scope of the joint arrangement.
```

Good:

```markdown
Rent reviews are out of scope.
```

A sentence is read where it says outright what is in or out of scope, or that a body which the content names will carry
a function out or keep it: `The operational group will carry out rent reviews`. So are tables typed into a paper that
have a column `In scope?`.

What a sentence asks, supposes or plans for a day after the one on which the arrangement takes effect is left alone, as
are functions that are in scope partly or later.

Source: a published Expression of Interest of 2014, whose table and text disagree. Standing: arithmetic; only one of the
two can be right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from docgen.check.given import Given, each_given
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.quoted import is_quoted
from docgen.check.prose.scope.claims import scope_claims, with_scope
from docgen.check.prose.scope.deeds import Act
from docgen.check.prose.scope.doers import is_among, is_ours
from docgen.check.prose.scope.index import Topic
from docgen.check.prose.scope.tables import scope_rows
from docgen.check.prose.scope.topics import names, topics_in, topics_of
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.stated import each_found
from docgen.check.prose.words.bodies import bodies_named, organisation_of
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence, shortened
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.content import Content
from docgen.schema.scope import Function, InScope
from docgen.schema.types import When
from docgen.source import Source

CODE = Code("DG504", Severity.WARNING, "In scope and out of scope", __doc__ or "")
_DECIDED = {InScope.YES: True, InScope.NO: False}
_VERB = Pattern(r"\s+(?:is|are|be|fall|falls)(?:\s+(?:both|not))*$")
_SAID = {True: "in scope", False: "out of scope"}


class _Claimed(Struct, frozen=True):
    """Words that are said to be in scope or out of it, in a sentence or in a row of a table."""

    words: str
    inside: bool
    source: Source
    sentence: Sentence | None = None
    start: int = 0
    """Where they begin in the sentence."""

    def place(self, at: int = 0) -> Source:
        return self.sentence.place(self.start + at) if self.sentence else self.source


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each function in each claim that the scope contradicts, or else an earlier claim."""
    functions = facts.content.scope.functions if facts.content.scope else []
    own = facts.place("scope").path if functions else ""
    effective = facts.content.programme.effective
    claims = [*_claims(papers, effective), *_rows(papers, own)]
    yield from _against_scope(claims, functions, facts)
    yield from (found for given in each_given(papers, facts) for found in _given_otherwise(given, facts))
    yield from _against_one_another(claims, [topic for each in functions for topic in topics_of(each.function)])


def _claims(papers: Sequence[Paper], effective: When | None) -> Iterator[_Claimed]:
    for sentence, claim in each_found(partial(scope_claims, effective=effective), with_scope(each_sentence(papers))):
        if not is_quoted(sentence.passage.words, sentence.start + claim.start):
            yield _Claimed(claim.words, claim.inside, sentence.place(claim.start), sentence, claim.start)


def _rows(papers: Sequence[Paper], own: str) -> Iterator[_Claimed]:
    """What tables say that were typed into the papers and not printed from the scope, each row once."""
    rows = (row for paper in papers for row in scope_rows(paper.document, own))
    yield from (_Claimed(row.words, row.inside, row.source) for row in dict.fromkeys(rows))


def _against_scope(
    claims: Sequence[_Claimed], functions: list[Function], facts: ProgrammeFacts
) -> Iterator[Diagnostic]:
    topics = topics_in(functions)
    for claim, mention in ((each, named) for each in claims for named in topics.mentions(each.words)):
        function = functions[mention.number]
        if _DECIDED.get(function.in_scope, claim.inside) is claim.inside:
            continue
        called = shortened(function.function)
        yield CODE.at(
            claim.place(mention.start),
            f"'{called}' is {_SAID[claim.inside]} here, but {_SAID[not claim.inside]} in the table of functions",
            "find out which is right, and say the same in both places",
            Related(facts.place("scope", "functions", mention.number, "in_scope"), "the table decides it here"),
        )


def _given_otherwise(given: Given, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """A function out of scope that is given to us, or one in scope that somebody else keeps."""
    words = _taken(given, facts.content) or _left(given, facts.content)
    if words:
        yield CODE.at(
            given.source,
            f"'{given.called}' {words} in the table of functions",
            "find out which is right, and say the same in both places",
            Related(facts.place("scope", "functions", given.number, "in_scope"), "the table decides it here"),
        )


def _taken(given: Given, content: Content) -> str:
    function, body = given.function, given.deed.body
    if function.in_scope is not InScope.NO or not is_ours(body, content):
        return ""
    is_led_by_us = (
        function.lead is not None and organisation_of(function.lead, content) == content.programme.organisation
    )
    return "" if function.lead == body or is_led_by_us else f"is given to '{body}' here, but is out of scope"


def _left(given: Given, content: Content) -> str:
    function, body = given.function, given.deed.body
    if function.in_scope is not InScope.YES or given.deed.act is not Act.KEEPS or is_ours(body, content):
        return ""
    holders = [holder for holder in (function.lead, function.reserved_to) if holder]
    is_theirs = any(is_among(holder, [body], content) for holder in holders)
    is_told = any(named.id == body for named in bodies_named(" ".join(function.comment), content))
    return "" if is_theirs or is_told else f"stays with '{body}' here, but is in scope"


def _against_one_another(claims: Sequence[_Claimed], known: Sequence[Topic]) -> Iterator[Diagnostic]:
    """What two claims say differently, of matters that no function of the scope names."""
    first: dict[tuple[Topic, bool], _Claimed] = {}
    for claim, topic in ((each, about) for each in claims for about in dict.fromkeys(topics_of(each.words))):
        if any(each <= topic for each in known):
            continue
        first.setdefault((topic, claim.inside), claim)
        other = first.get((topic, not claim.inside))
        if other:
            yield _contradiction(claim, other, topic)


def _contradiction(claim: _Claimed, other: _Claimed, topic: Topic) -> Diagnostic:
    return CODE.at(
        claim.place(),
        f"'{_part(claim.words, topic)}' is {_SAID[claim.inside]} here, but {_SAID[other.inside]} elsewhere",
        "find out which is right, and say the same in both places",
        Related(other.place(), f"here it is {_SAID[other.inside]}"),
    )


def _part(words: str, topic: Topic) -> str:
    """The words of a claim that speak of a topic."""
    parts = [part.strip(" .:()") for part in words.replace(" and ", ",").split(",")]
    named = next((part for part in parts if names(part, topic)), words.strip(" .:"))
    return _VERB.sub("", named)


RULE = PapersRule(CODE, check)
