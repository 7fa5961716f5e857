"""Every rule flags what it should and stays silent otherwise: see `cases/rules/`."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest

from docgen.check.registry import RULES
from docgen.check.rule import DocumentRule, Paper, PapersRule, ProgrammeFacts, ProgrammeRule, Rule, paper_of
from docgen.check.rules.words.dg602_markup_in_plain_field import ROLE_NAMES
from docgen.codes.registry import CODES
from docgen.diagnostic import Findings
from docgen.load.content import load_content
from docgen.load.packs import FOLDER
from docgen.parse.roles.registry import ROLES
from docgen.plan.terms import policy_for
from docgen.schema.validate import validate
from docgen.snapshot import Snapshot
from docgen.source import Source
from docgen.tree.block import Block, Heading, Landscape, PageBreak, Paragraph
from docgen.tree.document import Document, Properties
from docgen.tree.inline import Text
from tests import papers
from tests.builds import shipped
from tests.casefile import TESTS, Case, case_parameters, diagnostics_text, expect, read_cases
from tests.papers import NARRATIVE, paper_of_words
from tests.papers import paper_of as read_paper

PROGRAMME = """\
title: A programme
organisation: ccg
organisations:
  ccg: {name: The CCG}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
documents: [{type: eoi}]
"""
"""The programme of every case that brings none of its own."""

BY_FILE = {rule.check.__module__.rpartition(".")[2]: rule for rule in RULES}


PAPERS = "papers/"
"""Files in this folder of a case are papers: the narratives that they print."""


@pytest.mark.parametrize("case", case_parameters("cases/rules/*.md"))
def test_a_rule_reports_what_its_case_says(case: Case, request: pytest.FixtureRequest) -> None:
    findings = Findings()
    facts = facts_of(case)
    match BY_FILE[case.file.stem]:
        case ProgrammeRule(check=check):
            findings.extend(check(facts))
        case DocumentRule(check=check):
            for paper in papers_in(case):
                findings.extend(check(paper, facts))
        case PapersRule(check=check):
            findings.extend(check(papers_in(case), facts))
    expect(case, "diagnostics", diagnostics_text(findings), request)
    assert bool(findings) == case.title.startswith("Flagged: "), "the title says otherwise"


def facts_of(case: Case) -> ProgrammeFacts:
    """The content of a case, which must be valid: rules only see valid content."""
    files = {"content/x/programme.yaml": PROGRAMME, **case.files}
    own = {path: text for path, text in files.items() if path != NARRATIVE and not path.startswith(PAPERS)}
    findings = Findings()
    snapshot = Snapshot({**packs(), **{path: text.encode() for path, text in own.items()}})
    loaded = load_content(snapshot, "x", findings)
    content = validate(loaded, findings) if loaded else None
    assert loaded, diagnostics_text(findings)
    assert content, diagnostics_text(findings)
    policy = policy_for(snapshot, content, loaded.sources, findings)
    assert not findings, diagnostics_text(findings)
    return ProgrammeFacts(content, loaded.sources, policy)


def packs() -> dict[str, bytes]:
    """The packs of rules that come with docgen."""
    return {path: data for path, data in shipped().items() if path.startswith(FOLDER)}


def papers_in(case: Case) -> list[Paper]:
    """The documents of a case: an outline of blocks, or Markdown where what stands inside a line matters."""
    texts = {path: words for path, words in case.files.items() if path == NARRATIVE or path.startswith(PAPERS)}
    if not texts:
        return [paper_of("x/paper", document_of(case.blocks.get("outline", "")))]
    if NARRATIVE in texts:
        return [paper_of("x/paper", resolved(read_paper(case)))]
    return [paper_of(PurePosixPath(path).stem, resolved(paper_of_words(path, words))) for path, words in texts.items()]


def resolved(paper: papers.Paper) -> Document:
    """The tree of a paper, which must be sound."""
    document = paper.resolved()
    assert document, diagnostics_text(paper.findings)
    assert not paper.findings, diagnostics_text(paper.findings)
    return document


def document_of(outline: str) -> Document:
    """A document of headings (`## Words`), page breaks (`---`), wide pages (`> …`) and paragraphs, one on each line."""
    blocks = [block_of(line, Source("outline", number)) for number, line in enumerate(outline.splitlines(), 1) if line]
    return Document(Properties("A paper", "The CCG"), tuple(blocks), Source("outline"))


def block_of(line: str, source: Source) -> Block:
    """What one line of an outline stands for."""
    signs, _, words = line.partition(" ")
    if signs == ">":
        return Landscape((block_of(words, source),), source)
    if signs.startswith("#"):
        return Heading(len(signs), (Text(words, source),), source)
    return PageBreak(source) if line == "---" else Paragraph((Text(line, source),), source)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.id)
def test_a_rule_has_cases_of_what_it_flags_and_of_what_it_does_not(rule: Rule) -> None:
    titles = [case.title.split(": ")[0] for case in read_cases(cases_of(rule))]
    assert set(titles) == {"Flagged", "Clean"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.id)
def test_a_rule_explains_itself(rule: Rule) -> None:
    explanation = rule.code.explanation
    for words in ("Bad:\n\n```", "Good:\n\n```", "Source: ", "Standing: "):
        assert words in explanation
    module = rule.check.__module__.rpartition(".")[2]
    assert module.startswith(f"{rule.code.id.lower()}_")


def test_codes_are_unique_and_rules_stand_in_their_order() -> None:
    ids = [rule.code.id for rule in RULES]
    assert ids == sorted(set(ids))
    assert not set(ids) & set(CODES)
    assert all(re.fullmatch(r"DG[3-6]\d\d", id_) for id_ in ids)


def test_the_rule_on_plain_fields_knows_every_role() -> None:
    assert set(ROLE_NAMES) == set(ROLES)


def test_every_case_file_belongs_to_a_rule() -> None:
    assert {path.stem for path in (TESTS / "cases/rules").iterdir()} == set(BY_FILE)


def cases_of(rule: Rule) -> Path:
    """The case file of a rule."""
    return TESTS / "cases/rules" / f"{rule.check.__module__.rpartition('.')[2]}.md"
