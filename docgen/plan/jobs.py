"""The documents that a programme asks for."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docgen.codes import templates as codes
from docgen.diagnostic import Diagnostic, Findings
from docgen.load.document_type import (
    DESCRIPTION,
    document_types,
    form_path,
    has_form,
    read_document_type,
    template_texts,
)
from docgen.plan.unprinted import names_in, report_unprinted
from docgen.schema.content import Content
from docgen.schema.document_type import DocumentType, Per
from docgen.schema.registry import PART_FILES
from docgen.snapshot import Snapshot
from docgen.source import Source, SourceMap
from docgen.suggest import did_you_mean

_MISTYPED = 0.75
"""Narratives may have any name, so that only a name with nearly the same letters is taken for a slip."""


class Job(Struct, frozen=True):
    """One document to build."""

    programme: str
    """The folder in `content/`."""
    name: str
    """Of the output, without its ending: `terms-of-reference-strategic-group`."""
    type: str
    """The folder in `templates/`."""
    committee: str = ""
    """The id of the committee that the document is about, where there is one document for each."""
    request: int = 0
    """The place among the programme's `documents`."""

    @property
    def id(self) -> str:
        """`banes/terms-of-reference-strategic-group`."""
        return f"{self.programme}/{self.name}"


def jobs_of(
    snapshot: Snapshot, programme: str, content: Content, sources: SourceMap, findings: Findings
) -> tuple[Job, ...]:
    """The documents of a programme in the order of `programme.yaml`; what cannot be planned is reported."""
    planned: list[Job] = []
    kinds: list[DocumentType | None] = []
    for place, request in enumerate(content.programme.documents):
        source = sources.value(("programme", "documents", place, "type"))
        kind = _type(snapshot, request.type, source, findings)
        jobs = list(_jobs(programme, request.type, place, kind, content)) if kind else []
        if kind and not jobs:
            findings.add(_no_committee(programme, request.type, source))
        planned += jobs
        kinds.append(kind)
    if None not in kinds:
        report_unprinted(
            named=_names_in_templates(snapshot, content, findings),
            needed=[name for kind in kinds if kind for name in kind.needs],
            known=[name for kind in kinds if kind for name in kind.uses],
            content=content,
            sources=sources,
            findings=findings,
        )
    return _with_names_of_their_own(planned, sources, findings)


def _names_in_templates(snapshot: Snapshot, content: Content, findings: Findings) -> set[str]:
    """What the templates of a programme's documents name."""
    types = sorted({request.type for request in content.programme.documents})
    texts = [text for type_ in types for text in template_texts(snapshot, type_, findings).values()]
    return names_in([*texts, *(tag for type_ in types if has_form(snapshot, type_) for tag in _tags(snapshot, type_))])


def _tags(snapshot: Snapshot, form: str) -> list[str]:
    from docgen.forms.names import tags_of  # imported late: only forms need python-docx this early

    return tags_of(snapshot, form_path(form))


def _with_names_of_their_own(planned: list[Job], sources: SourceMap, findings: Findings) -> tuple[Job, ...]:
    """The jobs without those whose output an earlier one writes already; these are reported."""
    jobs: dict[str, Job] = {}
    for job in planned:
        if jobs.setdefault(job.name, job) is not job:
            source = sources.value(("programme", "documents", job.request, "type"))
            message = f"two documents would be called '{job.name}'"
            help = "ask for each type of document once, or change 'file' in the type.yaml of one of them"
            findings.add(codes.SAME_OUTPUT.at(source, message, help))
    return tuple(jobs.values())


def _type(snapshot: Snapshot, name: str, source: Source, findings: Findings) -> DocumentType | None:
    known = document_types(snapshot)
    if name in known:
        return read_document_type(snapshot, name, findings)
    hint = did_you_mean(name, known) or f"make the folder templates/{name} with {DESCRIPTION} in it"
    findings.add(codes.UNKNOWN_TYPE.at(source, f"unknown document type '{name}'", hint))
    return None


def _no_committee(programme: str, type_: str, source: Source) -> Diagnostic:
    """What to say of a type with a document for each committee, where there is none."""
    hint = f"write one under 'committees' in content/{programme}/governance.yaml, or do not ask for this document"
    return codes.MISSING_PART.at(source, f"'{type_}' is written for each committee, and there is no committee", hint)


def _jobs(programme: str, name: str, request: int, kind: DocumentType, content: Content) -> Iterator[Job]:
    if kind.per is Per.PROGRAMME:
        yield Job(programme, kind.file, name, request=request)
        return
    for committee in content.governance.committees if content.governance else ():
        yield Job(programme, f"{kind.file}-{committee}", name, committee, request)


def report_missing(job: Job, kind: DocumentType, content: Content, sources: SourceMap, findings: Findings) -> None:
    """Report each part and narrative that the document's type needs and the programme does not have."""
    source = sources.value(("programme", "documents", job.request, "type"))
    for name in (name for name in kind.needs if not has(content, name)):
        part = PART_FILES.get(name)
        file = f"{name}.yaml" if part else f"{name}.md"
        meant = "" if part else did_you_mean(name, [*PART_FILES, *content.narratives], _MISTYPED)
        begins = f"'docgen new document {job.type} --programme {job.programme}' begins it"
        hint = meant if meant.startswith("did you mean") else f"write content/{job.programme}/{file}; {begins}"
        message = f"the document '{job.name}' needs '{name}', which the programme does not have"
        findings.add(codes.MISSING_PART.at(source, message, hint))


def has(content: Content, name: str) -> bool:
    """Whether a programme has the part or narrative that a document type calls by a name."""
    part = PART_FILES.get(name)
    return bool(getattr(content, part)) if part else name in content.narratives
