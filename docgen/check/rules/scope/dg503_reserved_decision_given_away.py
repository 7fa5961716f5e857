"""A paper says that somebody keeps or makes a decision, and the scope gives it to somebody else, or leaves it out.

One author writes the section on governance, another the table of functions. Where the words keep a decision with the
board and the table gives it to a group or to the area team, readers cannot tell who decides, and a decision that the
wrong body makes can be challenged.

Bad:

```yaml
functions:
  - {function: Decide on practice mergers, in_scope: yes, lead: strategic-group}
```

with, in the text:

```markdown
Decisions on mergers of practices remain with the board and will not be delegated.
```

Good:

```yaml
functions:
  - {function: Decide on practice mergers, in_scope: yes, lead: strategic-group, reserved_to: ccg-board}
```

A sentence is read where it names a function of the scope by its main words. What it asks, supposes or recommends is
left alone, and so is what it says of today.

Source: a published Expression of Interest of 2014 keeps sanctions, mergers and discretionary payments with its board,
and gives them away in its table. Standing: local practice; the board's constitution says what it may delegate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.given import Given, each_given
from docgen.check.prose.quoted import is_quoted
from docgen.check.prose.scope.deeds import Act
from docgen.check.prose.scope.doers import is_among
from docgen.check.prose.scope.kept_decisions import KeptDecision, kept_decisions, with_kept
from docgen.check.prose.scope.topics import Mention, topics_in
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.words.bodies import bodies_named
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence, shortened
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.content import Content
from docgen.schema.scope import Function, InScope
from docgen.wording import listed

CODE = Code("DG503", Severity.WARNING, "Reserved decision given away", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each function in each sentence that contradicts the scope."""
    scope = facts.content.scope
    if scope is None or not scope.functions:
        return
    topics = topics_in(scope.functions)
    for sentence in with_kept(each_sentence(papers)):
        kept = [each for each in kept_decisions(sentence.words) if not _is_quoted(sentence, each)]
        named = [(each, mention) for each in kept for mention in topics.mentions(each.words)]
        first = {mention.number: (each, mention) for each, mention in reversed(named)}
        yield from (found for each, mention in first.values() for found in _judged(sentence, each, mention, facts))
    yield from (found for given in each_given(papers, facts) for found in _given_away(given, facts))


def _given_away(given: Given, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """`The group makes the final decision on mergers`, where the scope reserves it to the board."""
    keeper, body = given.function.reserved_to, given.deed.body
    if given.deed.act is Act.DECIDES and keeper and not is_among(keeper, [body], facts.content):
        yield CODE.at(
            given.source,
            f"'{given.called}' is decided by '{body}' here, but in the scope it is reserved to '{keeper}'",
            "say the same in both places: change the sentence, or 'reserved_to' in the scope",
            Related(facts.place("scope", "functions", given.number, "reserved_to"), "the scope says so here"),
        )


def _judged(sentence: Sentence, kept: KeptDecision, mention: Mention, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    content = facts.content
    function = (content.scope.functions if content.scope else [])[mention.number]
    holders = [named.id for named in bodies_named(sentence.words, content)]
    said = _said_in_scope(function, holders, kept, content)
    if said:
        called = shortened(function.function)
        yield CODE.at(
            sentence.place(kept.start + mention.start),
            f"the decision on '{called}' is kept {_by(holders)}here, but in the scope it {said}",
            "say the same in both places: write 'reserved_to' in the scope, or change the sentence",
            Related(facts.place("scope", "functions", mention.number), "the scope says so here"),
        )


def _is_quoted(sentence: Sentence, kept: KeptDecision) -> bool:
    return is_quoted(sentence.passage.words, sentence.start + kept.start + len(kept.words) // 2)


def _by(holders: Sequence[str]) -> str:
    return f"by '{listed(list(dict.fromkeys(holders)), 'or')}' " if holders else ""


def _said_in_scope(function: Function, holders: Sequence[str], kept: KeptDecision, content: Content) -> str:
    """What the scope says that contradicts the sentence; empty where nothing does, or nobody can tell."""
    committees = content.governance.committees if content.governance else {}
    deciding = function.reserved_to or function.lead
    if deciding is None:
        return "is out of scope" if holders and function.in_scope is InScope.NO else ""
    if holders and not is_among(deciding, list(holders), content):
        return f"is {'reserved to' if function.reserved_to else 'led by'} '{deciding}'"
    is_passed_on = kept.is_undelegated and not holders and deciding in committees
    return f"is led by '{deciding}'" if is_passed_on else ""


RULE = PapersRule(CODE, check)
