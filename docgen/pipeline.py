"""The whole story on one screen: from a snapshot of the repository to the bytes of a document.

    load ──► schema ──► render ──► parse ──► resolve ──► check ──► write

Every command calls these functions, and none has a way of its own. They are pure: all that they read stands in the
snapshot, all that they find stands in what they return.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.check.run import check_document, check_programme
from docgen.diagnostic import Findings, Severity
from docgen.forms.form import FORM_FORMAT, check_form, note_formats, read_form, write_form
from docgen.forms.told import Told
from docgen.load.content import load_content
from docgen.load.document_type import (
    form_path,
    has_all_templates,
    has_form,
    read_document_type,
    template_path,
    template_texts,
)
from docgen.load.house import reference_path
from docgen.load.pictures import pictures_in
from docgen.load.settings import read_settings
from docgen.parse.parse import parse
from docgen.plan.jobs import Job, jobs_of, report_missing
from docgen.plan.properties import properties_of
from docgen.plan.unprinted import report_hidden
from docgen.provenance.hashes import file_hashes
from docgen.render.names import role_names, template_names
from docgen.render.render import render
from docgen.render.views import Views
from docgen.resolve.resolve import resolve
from docgen.schema.content import Content
from docgen.schema.validate import validate
from docgen.snapshot import Snapshot
from docgen.source import SourceMap
from docgen.tree.document import Document
from docgen.write.edition import PLAIN_EDITION, Edition, Reference
from docgen.write.registry import WRITERS


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme, loaded and validated."""

    name: str
    content: Content | None
    """None where the content has faults; `findings` tells them."""
    sources: SourceMap
    findings: Findings = field(default_factory=Findings)


@dataclass(frozen=True, slots=True)
class Built:
    """One document, written in memory."""

    job: Job
    outputs: Mapping[str, bytes]
    """The bytes of the document by format; none where it has faults."""
    findings: Findings


def load(snapshot: Snapshot, name: str) -> Programme:
    """Read and validate the programme `content/<name>`, and hold it against the rules."""
    findings = Findings()
    loaded = load_content(snapshot, name, findings)
    content = validate(loaded, findings) if loaded else None
    if loaded and content:
        report_hidden(content, loaded.sources, findings)
    if loaded is None or content is None or findings.has_errors or not snapshot.is_whole(f"content/{name}"):
        return Programme(name, None, SourceMap(), findings)
    check_programme(content, loaded.sources, findings)
    return Programme(name, content, loaded.sources, findings)


def jobs(snapshot: Snapshot, programme: Programme) -> tuple[Job, ...]:
    """The documents that a programme asks for."""
    if programme.content is None:
        return ()
    return jobs_of(snapshot, programme.name, programme.content, programme.sources, programme.findings)


def build(
    snapshot: Snapshot, programme: Programme, job: Job, formats: Sequence[str], edition: Edition = PLAIN_EDITION
) -> Built:
    """One document in the formats asked for. What the rules find stops a document only when it is to be final."""
    if has_form(snapshot, job.type):
        return filled(snapshot, programme, job, formats, edition)
    findings, faults = Findings(), Findings()
    document = document_tree(snapshot, programme, job, findings)
    if document is None or programme.content is None:
        return Built(job, {}, findings)
    check_document(document, programme.content, programme.sources, faults)
    is_stopped = document.properties.is_final and (faults.has_errors or programme.findings.has_errors)
    dressed = in_house_style(edition, snapshot)
    outputs = {} if is_stopped or dressed is None else written(document, formats, dressed, findings)
    findings.extend(faults)
    return Built(job, outputs, findings)


def in_house_style(edition: Edition, snapshot: Snapshot) -> Edition | None:
    """The edition with the reference document of the repository; None where that was refused when it was read."""
    path = "" if edition.reference else reference_path(read_settings(snapshot, Findings()), snapshot)
    if path in snapshot.refused:
        return None
    return replace(edition, reference=Reference(path, snapshot.read(path))) if path else edition


def written(document: Document, formats: Sequence[str], edition: Edition, findings: Findings) -> Mapping[str, bytes]:
    """The bytes of a document in each format; none where a writer cannot express all of it."""
    outputs = {name: WRITERS[name](document, findings, edition) for name in formats}
    return {} if findings.has_errors else outputs


def document_tree(snapshot: Snapshot, programme: Programme, job: Job, findings: Findings) -> Document | None:
    """The resolved tree of one document; None where it cannot be made."""
    told = told_about(snapshot, programme, job, findings)
    texts = template_texts(snapshot, job.type, findings)
    if told is None or findings.has_errors:
        return None
    rendered = render(texts, template_path(job.type), told.names, findings)
    if rendered is None:
        return None
    document = parse(rendered, told.properties, told.roles, pictures_in(snapshot), findings)
    document = resolve(document, findings)
    return None if findings.count(Severity.ERROR) else replace(document, hashes=file_hashes(document, snapshot))


def told_about(snapshot: Snapshot, programme: Programme, job: Job, findings: Findings) -> Told | None:
    """What a document is filled from; None where its type has faults, or needs what the programme does not have."""
    kind = read_document_type(snapshot, job.type, findings)
    if kind is None or programme.content is None or not has_all_templates(snapshot, job.type):
        return None
    report_missing(job, kind, programme.content, programme.sources, findings)
    views = Views(programme.content, programme.sources)
    names = template_names(views, job.request, job.committee, [*kind.needs, *kind.uses])
    properties = properties_of(job, kind, programme.content, read_settings(snapshot, findings))
    return None if findings.has_errors else Told(kind, names, role_names(views), properties)


def filled(snapshot: Snapshot, programme: Programme, job: Job, formats: Sequence[str], edition: Edition) -> Built:
    """One form of another organisation, filled by the same names. It is a Word file, whatever is asked for."""
    findings, faults = Findings(), Findings()
    told = told_about(snapshot, programme, job, findings)
    form = read_form(snapshot, form_path(job.type), told, findings) if told else None
    if form is None or told is None or findings.has_errors:
        return Built(job, {}, findings)
    check_form(form, told, faults)
    note_formats(form, formats, findings)
    is_stopped = told.properties.is_final and (faults.has_errors or programme.findings.has_errors)
    content = b"" if is_stopped else write_form(form, edition, findings)
    outputs = {FORM_FORMAT: content} if content and not findings.has_errors else {}
    findings.extend(faults)
    return Built(job, outputs, findings)
