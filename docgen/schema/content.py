"""The whole content of a programme: every part, as the files of its folder give it."""

from __future__ import annotations

from pydantic import Field

from docgen.schema.base import Part
from docgen.schema.case_study import CaseStudy
from docgen.schema.cover_report import CoverReport
from docgen.schema.decisions import Decisions
from docgen.schema.delegation import Delegation
from docgen.schema.document_control import DocumentControl
from docgen.schema.engagement import Engagement
from docgen.schema.facts import Fact
from docgen.schema.faq import Faq
from docgen.schema.glossary import Glossary
from docgen.schema.governance import Governance
from docgen.schema.letter import Letter
from docgen.schema.models import Models
from docgen.schema.monitoring import Monitoring
from docgen.schema.narrative import Narrative
from docgen.schema.priorities import Priorities
from docgen.schema.programme import Programme
from docgen.schema.readiness import Readiness
from docgen.schema.references import Work
from docgen.schema.resources import Resources
from docgen.schema.risks import Risks
from docgen.schema.scope import Scope
from docgen.schema.timescales import Timescales
from docgen.schema.types import Id


class Content(Part):
    """One programme of work. Only `programme` must be there; a document type says what else it needs."""

    programme: Programme = Field(description="What the programme is, and the documents to build")
    document_control: DocumentControl | None = Field(
        default=None, description="Versions, reviewers, approvals and distribution of the documents"
    )
    facts: dict[Id, Fact] = Field(default={}, description="Figures and facts by id")
    priorities: Priorities | None = Field(default=None, description="The priorities that it helps to deliver")
    scope: Scope | None = Field(default=None, description="The functions in scope")
    governance: Governance | None = Field(default=None, description="Committees and how they decide")
    delegation: Delegation | None = Field(default=None, description="Who delegates to whom, and on what terms")
    timescales: Timescales | None = Field(default=None, description="Phases, milestones, meetings and actions")
    resources: Resources | None = Field(default=None, description="Posts and budgets")
    engagement: Engagement | None = Field(default=None, description="Who was asked, and what they said")
    monitoring: Monitoring | None = Field(default=None, description="What is measured and reviewed")
    readiness: Readiness | None = Field(default=None, description="How many are ready, by category and time")
    cover_report: CoverReport | None = Field(
        default=None, description="The report that goes in front of the papers for a governing body"
    )
    letter: Letter | None = Field(default=None, description="The letter to the members")
    risks: Risks | None = Field(default=None, description="What could go wrong")
    models: Models | None = Field(default=None, description="Models of commissioning, side by side")
    faq: Faq | None = Field(default=None, description="Frequently asked questions")
    case_study: CaseStudy | None = Field(default=None, description="What others did, and an expert's view")
    decisions: Decisions | None = Field(default=None, description="The log of decisions")
    references: dict[Id, Work] = Field(default={}, description="Works that documents cite, by id")
    glossary: Glossary | None = Field(default=None, description="Abbreviations and terms")
    narratives: dict[Id, Narrative] = Field(default={}, description="Narrative by the name of its file")
