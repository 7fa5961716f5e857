"""The whole story on one screen: from a snapshot of the repository to the bytes of a document.

    load ──► schema ──► render ──► parse ──► resolve ──► check ──► write

Every command calls these functions, and none has a way of its own. They are pure: all that they read stands in the
snapshot, all that they find stands in what they return.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.check.answers import places_of_answers
from docgen.check.choice import Choice
from docgen.check.rule import ProgrammeFacts, paper_of
from docgen.check.run import Checked, Terms
from docgen.check.run import check as hold
from docgen.diagnostic import Diagnostic, Findings, Severity
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
from docgen.plan.outputs import outputs_by_name
from docgen.plan.properties import properties_of
from docgen.plan.terms import choice_in, ignores_for, policy_for
from docgen.plan.unprinted import report_hidden
from docgen.provenance.hashes import file_hashes
from docgen.render.names import role_names, template_names
from docgen.render.render import render
from docgen.render.views import Views
from docgen.resolve.papers import lead_to_papers, names_papers
from docgen.resolve.resolve import resolve
from docgen.schema.content import Content
from docgen.schema.validate import validate
from docgen.snapshot import Snapshot
from docgen.source import SourceMap
from docgen.tree.document import Document
from docgen.write.edition import Edition, Reference
from docgen.write.registry import WRITERS
from docgen.write.suited import suited

if TYPE_CHECKING:
    from docgen.forms.form import Form


class Programme(Struct, frozen=True):
    """One programme, loaded and validated."""

    name: str
    content: Content | None
    """None where the content has faults; `findings` tells them."""
    sources: SourceMap
    findings: Findings = field(default_factory=Findings)


class Prepared(Struct, frozen=True):
    """One document, resolved and ready to be checked and written."""

    job: Job
    findings: Findings
    document: Document | None = None
    """The tree of a paper; None for a form, and where faults stand in its way."""
    form: Form | None = None
    """A form of another organisation, in the place of a tree."""

    @property
    def tree(self) -> Document | None:
        """What it says, as one tree; None where faults stand in its way."""
        return self.form.document if self.form else self.document

    @property
    def is_final(self) -> bool:
        """Whether it goes out as the last word, so that faults that rules find stop it."""
        return self.tree is not None and self.tree.properties.is_final


class Built(Struct, frozen=True):
    """One document, written in memory."""

    job: Job
    outputs: Mapping[str, bytes]
    """The bytes of the document by format; none where it is stopped, or where no format was asked for."""
    findings: Findings
    is_stopped: bool
    """Whether faults stand in its way."""


def load(snapshot: Snapshot, name: str) -> Programme:
    """Read and validate the programme `content/<name>`."""
    findings = Findings()
    loaded = load_content(snapshot, name, findings)
    content = validate(loaded, findings) if loaded else None
    if loaded and content:
        report_hidden(content, loaded.sources, findings)
    if loaded is None or content is None or findings.has_errors or not snapshot.is_whole(f"content/{name}"):
        return Programme(name, None, SourceMap(), findings)
    return Programme(name, content, loaded.sources, findings)


def jobs(snapshot: Snapshot, programme: Programme) -> tuple[Job, ...]:
    """The documents that a programme asks for."""
    if programme.content is None:
        return ()
    return jobs_of(snapshot, programme.name, programme.content, programme.sources, programme.findings)


def prepare(snapshot: Snapshot, programme: Programme, job: Job) -> Prepared:
    """One document as far as its resolved tree, or one form with its tags evaluated."""
    findings = Findings()
    if has_form(snapshot, job.type):
        from docgen.forms.form import read_form  # imported late, as below: most programmes fill no form

        told = told_about(snapshot, programme, job, findings)
        form = read_form(snapshot, form_path(job.type), told, findings) if told else None
        return Prepared(job, findings, form=None if findings.has_errors else form)
    return Prepared(job, findings, document_tree(snapshot, programme, job, findings))


def check(
    snapshot: Snapshot, programme: Programme, prepared: Sequence[Prepared], choice: Choice | None = None
) -> Checked:
    """Hold a programme and its documents against the rules that `choice`, or `docgen.toml`, chooses.

    `prepared` should be all documents of the programme: some rules compare them with one another.
    """
    if programme.content is None:
        return Checked()
    findings = Findings()
    policy = policy_for(snapshot, programme.content, programme.sources, findings)
    chosen = choice_in(snapshot, findings)
    ignores = ignores_for(snapshot, programme.name, findings)
    answers = places_of_answers(programme.content, programme.sources)
    papers = [paper_of(each.job.id, each.tree, each.form is not None, answers) for each in prepared if each.tree]
    complete = len(papers) == len(jobs(snapshot, programme))
    facts = ProgrammeFacts(programme.content, programme.sources, policy, complete)
    checked = hold(facts, papers, Terms(choice or chosen, ignores, complete))
    checked.shared.extend(findings)
    return checked


def write(snapshot: Snapshot, prepared: Prepared, checked: Checked, formats: Sequence[str], edition: Edition) -> Built:
    """One document in the formats asked for. What the rules find stops a document only when it is to be final."""
    findings, faults = Findings(), checked.of(prepared.job.id)
    findings.extend(prepared.findings.diagnostics)
    if prepared.document:
        formats = suited(prepared.document, formats, findings)
    outputs = _outputs(snapshot, prepared, formats, edition, findings, faults)
    is_stopped = findings.has_errors or (prepared.is_final and faults.has_errors) or bool(formats and not outputs)
    findings.extend(faults.diagnostics)
    return Built(prepared.job, {} if is_stopped else outputs, findings, is_stopped)


def stops(prepared: Prepared, faults: Iterable[Diagnostic]) -> bool:
    """Whether a document is not written: for what stands in its way, and, once it is final, for what rules find."""
    at_fault = prepared.is_final and any(found.severity is Severity.ERROR for found in faults)
    return prepared.tree is None or prepared.findings.has_errors or at_fault


def is_form(snapshot: Snapshot, job: Job) -> bool:
    """Whether a document is a form that is filled."""
    return has_form(snapshot, job.type)


def _outputs(
    snapshot: Snapshot,
    prepared: Prepared,
    formats: Sequence[str],
    edition: Edition,
    findings: Findings,
    faults: Findings,
) -> Mapping[str, bytes]:
    """The bytes by format."""
    if prepared.form:
        return _filled(prepared.form, prepared.is_final, formats, edition, findings, faults)
    if not formats or findings.has_errors or (prepared.is_final and faults.has_errors):
        return {}
    dressed = in_house_style(edition, snapshot)
    return written(prepared.document, formats, dressed, findings) if prepared.document and dressed else {}


def _filled(
    form: Form, is_final: bool, formats: Sequence[str], edition: Edition, findings: Findings, faults: Findings
) -> Mapping[str, bytes]:
    """A form tells its faults on the way; it is a Word file, whatever is asked for."""
    from docgen.forms.form import FORM_FORMAT, check_form, note_formats, write_form

    check_form(form, faults)
    if not formats or findings.has_errors or (is_final and faults.has_errors):
        return {}
    note_formats(form, formats, findings)
    return {FORM_FORMAT: write_form(form, edition, findings)}


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
    told.views.forget()
    document = _led_to_papers(resolve(document, findings), snapshot, programme, findings)
    return None if findings.count(Severity.ERROR) else document.about(hashes=file_hashes(document, snapshot))


def _led_to_papers(document: Document, snapshot: Snapshot, programme: Programme, findings: Findings) -> Document:
    """The document with its links to other papers of the pack, which only few have."""
    if not names_papers(document):
        return document
    return lead_to_papers(document, outputs_by_name(jobs(snapshot, programme), snapshot), findings)


def told_about(snapshot: Snapshot, programme: Programme, job: Job, findings: Findings) -> Told | None:
    """What a document is filled from; None where its type has faults, or needs what the programme does not have."""
    kind = read_document_type(snapshot, job.type, findings)
    if kind is None or programme.content is None or not has_all_templates(snapshot, job.type):
        return None
    report_missing(job, kind, programme.content, programme.sources, findings)
    views = Views(programme.content, programme.sources)
    names = template_names(views, job.request, job.committee, [*kind.needs, *kind.uses])
    properties = properties_of(job, kind, programme.content, read_settings(snapshot, findings))
    return None if findings.has_errors else Told(kind, names, role_names(views), properties, views)
