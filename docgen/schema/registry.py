"""Which file, and which table, holds which part of the content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from docgen.schema.base import AlsoHeaded
from docgen.schema.case_study import CaseStudy
from docgen.schema.cover_report import CoverReport
from docgen.schema.decisions import Decision, Decisions
from docgen.schema.delegation import Delegation, DutyToReport, FinancialLimit
from docgen.schema.document_control import Approval, Assessment, DocumentControl, Recipient, Reviewer, Version
from docgen.schema.engagement import (
    Consultee,
    Contact,
    Engagement,
    EngagementMeeting,
    FurtherQuestion,
    Option,
    Response,
)
from docgen.schema.facts import Facts
from docgen.schema.faq import Faq, Question
from docgen.schema.glossary import Glossary
from docgen.schema.governance import Governance, ReservedDecision
from docgen.schema.letter import Letter
from docgen.schema.models import ComparedModel, Models
from docgen.schema.monitoring import Measure, Monitoring, Review
from docgen.schema.priorities import Ambition, Priorities, WorkProgramme
from docgen.schema.programme import Programme
from docgen.schema.readiness import Readiness
from docgen.schema.references import References
from docgen.schema.resources import Budget, Post, Resources
from docgen.schema.risks import Risk, Risks
from docgen.schema.scope import Function, Scope
from docgen.schema.timescales import Action, Meeting, Milestone, Phase, Timescales, WorkStream
from docgen.source import Path


class TablePart(Struct, frozen=True):
    """A list that a CSV file or a worksheet can hold."""

    name: str
    """Stem of its file, and name of its worksheet: `scope`, `actions`."""
    path: Path
    """Where the rows stand in the content."""
    row: type[BaseModel]
    """The model of one row."""


PARTS: Mapping[str, type[BaseModel]] = {
    "programme": Programme,
    "document_control": DocumentControl,
    "facts": Facts,
    "priorities": Priorities,
    "scope": Scope,
    "governance": Governance,
    "delegation": Delegation,
    "timescales": Timescales,
    "resources": Resources,
    "engagement": Engagement,
    "monitoring": Monitoring,
    "readiness": Readiness,
    "cover_report": CoverReport,
    "letter": Letter,
    "risks": Risks,
    "models": Models,
    "faq": Faq,
    "case_study": CaseStudy,
    "decisions": Decisions,
    "references": References,
    "glossary": Glossary,
}

PART_FILES: Mapping[str, str] = {name.replace("_", "-"): name for name in PARTS}
"""The part that a file holds, by the stem of its name: `document-control`."""

# The first table of a part is its main one: a workbook named after the part feeds it, whatever its sheet is called.
TABLES: tuple[TablePart, ...] = (
    TablePart("versions", ("document_control", "versions"), Version),
    TablePart("reviewers", ("document_control", "reviewers"), Reviewer),
    TablePart("approvals", ("document_control", "approvals"), Approval),
    TablePart("distribution", ("document_control", "distribution"), Recipient),
    TablePart("assessments", ("document_control", "assessments"), Assessment),
    TablePart("priorities", ("priorities", "programmes"), WorkProgramme),
    TablePart("ambitions", ("priorities", "ambitions"), Ambition),
    TablePart("scope", ("scope", "functions"), Function),
    TablePart("reserved", ("governance", "reserved"), ReservedDecision),
    TablePart("financial-limits", ("delegation", "limits"), FinancialLimit),
    TablePart("reports", ("delegation", "reports"), DutyToReport),
    TablePart("phases", ("timescales", "phases"), Phase),
    TablePart("milestones", ("timescales", "milestones"), Milestone),
    TablePart("meetings", ("timescales", "meetings"), Meeting),
    TablePart("actions", ("timescales", "actions"), Action),
    TablePart("work-streams", ("timescales", "work_streams"), WorkStream),
    TablePart("posts", ("resources", "posts"), Post),
    TablePart("budgets", ("resources", "budgets"), Budget),
    TablePart("consultees", ("engagement", "consultees"), Consultee),
    TablePart("engagement-meetings", ("engagement", "meetings"), EngagementMeeting),
    TablePart("contacts", ("engagement", "contacts"), Contact),
    TablePart("survey", ("engagement", "survey", "responses"), Response),
    TablePart("survey-options", ("engagement", "survey", "options"), Option),
    TablePart("survey-questions", ("engagement", "survey", "further_questions"), FurtherQuestion),
    TablePart("measures", ("monitoring", "measures"), Measure),
    TablePart("reviews", ("monitoring", "reviews"), Review),
    TablePart("risks", ("risks", "risks"), Risk),
    TablePart("models", ("models", "models"), ComparedModel),
    TablePart("faq", ("faq", "questions"), Question),
    TablePart("decisions", ("decisions", "decisions"), Decision),
)


def headings(row: type[BaseModel]) -> Mapping[str, str]:
    """Every column heading that a table of `row` may have, casefolded, and the field that the column feeds."""
    accepted: dict[str, str] = {}
    for name, field in row.model_fields.items():
        for heading in _headings(name, field):
            accepted.setdefault(heading.casefold(), name)
    return accepted


def _headings(name: str, field: FieldInfo) -> Iterator[str]:
    yield name
    yield name.replace("_", " ")
    if field.title:
        yield field.title
        yield field.title.rstrip("?")
    for mark in field.metadata:
        yield from mark.headings if isinstance(mark, AlsoHeaded) else ()
