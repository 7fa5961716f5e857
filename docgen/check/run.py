"""Holds a programme and its documents against the rules."""

from __future__ import annotations

from docgen.check.registry import RULES
from docgen.check.rule import DocumentRule, ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Findings
from docgen.schema.content import Content
from docgen.source import SourceMap
from docgen.tree.document import Document


def check_programme(content: Content, sources: SourceMap, findings: Findings) -> None:
    """Report what every programme rule finds in the content. `sources` maps the paths of the content."""
    facts = ProgrammeFacts(content, sources)
    for rule in RULES:
        if isinstance(rule, ProgrammeRule):
            findings.extend(rule.check(facts))


def check_document(document: Document, content: Content, sources: SourceMap, findings: Findings) -> None:
    """Report what every document rule finds in one resolved document."""
    facts = ProgrammeFacts(content, sources)
    for rule in RULES:
        if isinstance(rule, DocumentRule):
            findings.extend(rule.check(document, facts))
