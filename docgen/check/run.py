"""Holds a programme and its documents against the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct, field

from docgen.check.choice import EVERYTHING, Choice
from docgen.check.ignores import Ignore
from docgen.check.kept import let_go
from docgen.check.policy import Policy
from docgen.check.registry import RULES
from docgen.check.rule import DocumentRule, Paper, PapersRule, ProgrammeFacts, ProgrammeRule, Rule, needs_pack
from docgen.codes import checking
from docgen.diagnostic import Diagnostic, Findings
from docgen.schema.base import Part

VALUES: Mapping[str, type[Part]] = {rule.code.id: rule.values for rule in RULES}
"""The values that each rule takes, by its code."""


class Terms(Struct, frozen=True):
    """On what terms a programme is checked."""

    choice: Choice = EVERYTHING
    ignores: tuple[Ignore, ...] = ()
    complete: bool = True
    """Whether all documents of the programme are there, so that a comment that excuses nothing can be told."""


FULL_TERMS = Terms()
"""All rules, nothing excused."""


class Checked(Struct, frozen=True):
    """What the rules found."""

    shared: Findings = field(default_factory=Findings)
    """In the content, or between documents: it concerns all documents."""
    papers: Mapping[str, Findings] = field(default_factory=dict)
    """In one document, by its name."""

    def of(self, name: str) -> Findings:
        """All that concerns a document."""
        findings = Findings()
        findings.extend(self.shared.diagnostics)
        findings.extend(self.papers.get(name, Findings()).diagnostics)
        return findings


def check(facts: ProgrammeFacts, papers: Sequence[Paper], terms: Terms = FULL_TERMS) -> Checked:
    """What every rule finds that is chosen and in force, less what is excused."""
    checked = Checked(papers={paper.name: Findings() for paper in papers})
    used: set[Ignore] = set()
    rules = [rule for rule in RULES if terms.choice.includes(rule.code.id) and is_held(rule, facts.policy)]
    for rule in rules:
        for name, found in _found(rule, facts, papers):
            findings = checked.papers[name] if name else checked.shared
            findings.extend(_kept(rule, found, facts.policy, terms.ignores, used))
    if terms.complete:
        held = {rule.code.id for rule in rules}
        checked.shared.extend(_unused(terms.ignores, used, held))
    let_go()
    return checked


def is_held(rule: Rule, policy: Policy) -> bool:
    """Whether a rule holds under the packs of a programme."""
    if needs_pack(rule):
        return policy.names(rule.code)
    return not policy.leaves_out(rule.code)


def _found(rule: Rule, facts: ProgrammeFacts, papers: Sequence[Paper]) -> Iterator[tuple[str, Iterable[Diagnostic]]]:
    """What a rule finds, with the name of the document; without one where it concerns all."""
    match rule:
        case ProgrammeRule():
            yield "", rule.check(facts)
        case DocumentRule():
            meant = [paper for paper in papers if rule.of_forms or not paper.is_form]
            yield from ((paper.name, rule.check(paper, facts)) for paper in meant)
        case PapersRule():
            yield "", rule.check(papers, facts)
        case _:
            assert_never(rule)


def _kept(
    rule: Rule, found: Iterable[Diagnostic], policy: Policy, ignores: Iterable[Ignore], used: set[Ignore]
) -> Iterator[Diagnostic]:
    """What is not excused, in the level that the packs give the rule."""
    for diagnostic in found:
        excuses = [ignore for ignore in ignores if ignore.covers(diagnostic)]
        used.update(excuses)
        if not excuses:
            yield policy.graded(diagnostic, rule.code)


def _unused(ignores: Iterable[Ignore], used: set[Ignore], held: set[str]) -> Iterator[Diagnostic]:
    """Excuses that excuse nothing, as far as their rules were held at all."""
    for ignore in ignores:
        is_tried = all(any(rule.startswith(code) for rule in held) for code in ignore.codes)
        if ignore.is_judged and is_tried and ignore not in used:
            here = f"'{ignore.words}' excuses nothing" if ignore.words else ""
            message = here or f"nothing is found here that '{', '.join(ignore.codes)}' could excuse"
            yield checking.UNUSED_IGNORE.at(ignore.source, message, "delete it")
