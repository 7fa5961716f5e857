"""A function is in scope that the law or the policy of the time did not let the board take over.

Each model of commissioning passes on some functions and keeps others. A paper that asks for what cannot be given is
sent back, and one that is approved all the same has a committee decide what it has no power to decide. Packs say which
functions, under which model and between which dates: dental services could not be delegated before July 2022.

Bad:

```yaml
# programme.yaml: model: joint, effective: 2015-04-01, packs: [nhs-co-commissioning-2014]
functions:
  - {function: Review dental services, in_scope: yes}
```

Good:

```yaml
functions:
  - function: Review dental services
    in_scope: yes
    comment: Alignment only; dental contracts stay with NHS England
```

A comment that says with whom the power stays is taken as an answer. Sentences that put such a function into the scope
are looked at too.

Source: the pack. Standing: the pack's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pydantic import Field

from docgen.check.given import each_deed
from docgen.check.policy import Provision
from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.scope.claims import scope_claims
from docgen.check.prose.scope.deeds import Deed
from docgen.check.prose.scope.doers import is_ours
from docgen.check.prose.scope.matters import begins_with
from docgen.check.prose.sentences import Sentence, sentences_of
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.base import Part
from docgen.schema.scope import Function, InScope
from docgen.schema.types import Text, When
from docgen.schema.values import SomeLines

CODE = Code("DG505", Severity.WARNING, "Function outside the powers", __doc__ or "")
_STAYS = Pattern(
    r"\b(?:stay|remain|rest|lie|is|are)s?\s+(?:with|the\s+(?:responsibility|duty)\s+of|a\s+matter\s+for)\b"
    r"|\b(?:kept|retained|held|commissioned)\s+by\b|\b(?:keeps?|retains?|holds?)\s+(?:the\s+)?"
    r"(?:contracts?|powers?|responsibility|functions?|duty)\b|\bno\s+(?:additional\s+|new\s+)?powers?\b",
    re.IGNORECASE,
)
"""Words of a comment that leave the power where it is."""


class ReservedFunction(Part):
    """A function that a model does not pass on."""

    function: Text = Field(description="What is not passed on")
    names: SomeLines = Field(description="How papers name it, in small letters: dental, dentistry")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each function of the scope, and for each sentence, that takes in what a pack excludes."""
    deeds = [
        (sentence, deed) for sentence, deed in each_deed(papers, facts.content) if is_ours(deed.body, facts.content)
    ]
    for provision in facts.provided(CODE, ReservedFunction):
        yield from _in_table(provision, facts)
        yield from (found for sentence, deed in deeds for found in _in_deed(provision, sentence, deed))
        own = (each for each in each_passage(papers) if each.kind not in (Kind.QUOTE, Kind.CELL))
        effective = facts.content.programme.effective
        yield from (found for passage in own for found in _in_words(provision, passage, effective))


def _in_table(provision: Provision[ReservedFunction], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    named = _pattern(tuple(provision.values.names))
    functions = facts.content.scope.functions if facts.content.scope else []
    for number, function in enumerate(functions):
        field = _field(function, named)
        if field and not _STAYS.search(" ".join(function.comment)):
            yield provision.at(
                CODE,
                facts.place("scope", "functions", number, field),
                f"'{function.function}' is in scope, but {provision.values.function} cannot be passed on",
                "take it out of scope, or say in 'comment' with whom the power stays",
            )


def _field(function: Function, named: Pattern) -> str:
    """The field in which a function of the scope takes in what is named; empty where none does."""
    if function.in_scope not in (InScope.YES, InScope.PARTLY):
        return ""
    if named.search(function.function):
        return "function"
    return "sub_functions" if named.search("\n".join(function.sub_functions)) else ""


def _in_words(provision: Provision[ReservedFunction], passage: Passage, effective: When | None) -> Iterator[Diagnostic]:
    named = _pattern(tuple(provision.values.names))
    if not named.search(passage.words):
        return
    for sentence in sentences_of(passage):
        claims = [claim for claim in scope_claims(sentence.words, effective) if claim.inside]
        found = [(claim, at) for claim in claims if (at := named.search(claim.words))]
        for claim, at in found:
            yield provision.at(
                CODE,
                sentence.place(claim.start + at.start()),
                f"'{at[0]}' is said to be in scope, but {provision.values.function} cannot be passed on",
                "take it out of scope, or say with whom the power stays",
            )


def _in_deed(provision: Provision[ReservedFunction], sentence: Sentence, deed: Deed) -> Iterator[Diagnostic]:
    """`The joint committee will take responsibility for appraisal`."""
    found = begins_with(deed.words, _pattern(tuple(provision.values.names)))
    if found:
        yield provision.at(
            CODE,
            sentence.place(deed.start + found.start()),
            f"'{found[0]}' is given to '{deed.body}', but {provision.values.function} cannot be passed on",
            "take it out of scope, or say with whom the power stays",
        )


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> Pattern:
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return Pattern(rf"\b(?:{either})\b", re.IGNORECASE)


RULE = PapersRule(CODE, check, values=ReservedFunction)
