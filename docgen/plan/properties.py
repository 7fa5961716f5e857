"""What is said about a document as a whole: in its header, its file properties and its page title."""

from __future__ import annotations

from docgen.plan.jobs import Job
from docgen.schema.content import Content
from docgen.schema.document_type import DocumentType, PageShape, Paragraphs
from docgen.schema.settings import Settings
from docgen.tree.document import AppendixNumbering, Numbering, Properties


def properties_of(job: Job, kind: DocumentType, content: Content, settings: Settings) -> Properties:
    """The request for the document, then its programme, then the settings of the repository decide, in this order."""
    programme = content.programme
    request = programme.documents[job.request]
    organisation = programme.organisations[programme.organisation]
    numbering = request.numbering or kind.numbering
    return Properties(
        title=request.title or kind.title,
        organisation=organisation.name,
        version=request.version or programme.version,
        status=str(request.status or programme.status),
        dated=request.dated or programme.dated,
        author=request.author or programme.author or "",
        marking=request.marking or programme.marking or settings.document.marking or "",
        language=settings.document.language,
        numbering=Numbering(numbering.value),
        numbers_paragraphs=kind.paragraphs is Paragraphs.NUMBERED,
        appendices=AppendixNumbering(kind.appendices.value),
        landscape=kind.page is PageShape.LANDSCAPE,
        new_pages=kind.new_pages,
        slides=kind.slides,
    )
