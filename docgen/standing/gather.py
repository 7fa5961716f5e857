"""Goes through the documents of a programme as `docgen check` does, and says where each of them stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from docgen import pipeline
from docgen.diagnostic import Diagnostic, Findings
from docgen.load.changes import Changes
from docgen.load.document_type import read_document_type
from docgen.load.settings import read_settings
from docgen.pipeline import Built, Prepared, Programme
from docgen.plan.jobs import Job
from docgen.plan.properties import properties_of
from docgen.schema.content import Content
from docgen.schema.document_type import DocumentType, Limit
from docgen.snapshot import Snapshot
from docgen.source import SourceMap
from docgen.standing.files import Texts, file_standing, taken_files, texts_of
from docgen.standing.gaps import Facts, gaps_of
from docgen.standing.sections import Section, sections_of
from docgen.standing.standing import (
    About,
    DocumentStanding,
    FileStanding,
    Gap,
    ProgrammeStanding,
    SectionStanding,
    State,
    tally,
)
from docgen.tree.document import Properties
from docgen.write.edition import PLAIN_EDITION

NOT_BUILT = "What it takes"
"""In the place of the sections of a document that cannot be built."""


class Told(Struct, frozen=True):
    """A programme's standing, and the problems that it was counted from."""

    standing: ProgrammeStanding
    found: tuple[Diagnostic, ...]


class _Archive(Struct):
    """The files of one programme, each looked at once."""

    texts: Texts
    found: tuple[Diagnostic, ...]
    changes: Changes
    files: dict[str, FileStanding]

    def of(self, paths: Iterable[str]) -> tuple[FileStanding, ...]:
        """Where the files of these paths stand."""
        for path in paths:
            if path not in self.files:
                self.files[path] = file_standing(path, self.texts, self.found, self.changes)
        return tuple(self.files[path] for path in paths)


def standing_of(
    snapshot: Snapshot, programme: Programme, meant: Sequence[Job], changes: Changes, show: Callable[[str], None]
) -> Told:
    """Where a programme and those of its documents stand that are `meant`. `show` is told of each in turn."""
    if programme.content is None:
        found = tuple(programme.findings)
        return Told(ProgrammeStanding(programme.name, "", (), tally(found), is_read=False), found)
    built = _built(snapshot, programme, meant, show)
    everything = Findings()
    for findings in (programme.findings, *(made.findings for _, made in built)):
        everything.extend(findings.diagnostics)
    found = tuple(everything)
    archive = _Archive(texts_of(programme.content, programme.sources), found, changes, {})
    documents = tuple(
        _document(snapshot, programme.content, programme.sources, prepared, made, archive) for prepared, made in built
    )
    title = programme.content.programme.title
    return Told(ProgrammeStanding(programme.name, title, documents, tally(found), is_read=True), found)


def _built(
    snapshot: Snapshot, programme: Programme, meant: Sequence[Job], show: Callable[[str], None]
) -> list[tuple[Prepared, Built]]:
    """The documents that are meant, checked together with all others of the programme."""
    prepared = [pipeline.prepare(snapshot, programme, job) for job in pipeline.jobs(snapshot, programme)]
    checked = pipeline.check(snapshot, programme, prepared)
    made: list[tuple[Prepared, Built]] = []
    for document in prepared:
        if document.job in meant:
            show(document.job.id)
            made.append((document, pipeline.write(snapshot, document, checked, (), PLAIN_EDITION)))
    return made


def _document(
    snapshot: Snapshot, content: Content, sources: SourceMap, prepared: Prepared, made: Built, archive: _Archive
) -> DocumentStanding:
    job, kind = prepared.job, read_document_type(snapshot, prepared.job.type, Findings())
    assert kind is not None, "a document is planned only where its type can be read"
    sections = _sections(prepared, kind, content, sources, archive.texts)
    printed = {path: None for section in sections for path in section.files}
    named = {path: None for section in sections for path in section.named if path not in printed}
    facts = Facts(job, kind, content, sources, archive.of([*printed, *named]), tuple(made.findings))
    gaps = gaps_of(facts)
    return DocumentStanding(
        id=job.id,
        type=job.type,
        about=_about(properties_of(job, kind, content, read_settings(snapshot, Findings())), job, content),
        state=_state(made, prepared, gaps),
        sections=tuple(SectionStanding(each.title, each.level, archive.of(each.files)) for each in sections),
        named=archive.of(named),
        boxes=_boxes(kind, archive.texts),
        found=tally(facts.own),
        gaps=gaps,
    )


def _sections(
    prepared: Prepared, kind: DocumentType, content: Content, sources: SourceMap, texts: Texts
) -> list[Section]:
    """Those of its tree; of a document that cannot be built, what its type takes and the programme has."""
    if prepared.tree:
        return sections_of(prepared.tree, texts.by_path, is_form=prepared.form is not None)
    taken = taken_files([*kind.needs, *kind.uses], content, sources, texts)
    return [Section(NOT_BUILT, files=dict.fromkeys(taken))]


def _about(properties: Properties, job: Job, content: Content) -> About:
    programme, control = content.programme, content.document_control
    request = programme.documents[job.request]
    own = request.committee_date if request.committee else request.committee_date or programme.committee_date
    return About(
        title=_title(job, properties, content),
        status=properties.status,
        version=properties.version,
        dated=properties.dated,
        owner=(control.owner if control else None) or properties.author,
        approved_by=_approving_body(job, content),
        approved_on=str(own or ""),
    )


def _title(job: Job, properties: Properties, content: Content) -> str:
    """With the committee, where there is one document for each."""
    committees = content.governance.committees if content.governance else {}
    return f"{properties.title}: {committees[job.committee].name}" if job.committee else properties.title


def _approving_body(job: Job, content: Content) -> str:
    """The body that the document goes to, by its name; empty where none is named."""
    governance, programme = content.governance, content.programme
    names = {id: organisation.name for id, organisation in programme.organisations.items()}
    names |= {id: body.name for id, body in governance.bodies.items()} if governance else {}
    names |= {id: committee.name for id, committee in governance.committees.items()} if governance else {}
    body = programme.documents[job.request].committee or programme.committee or ""
    return names.get(body, body)


def _state(made: Built, prepared: Prepared, gaps: Sequence[Gap]) -> State:
    if made.is_stopped:
        return State.STOPPED
    if gaps:
        return State.OPEN
    return State.FINAL if prepared.is_final else State.READY


def _boxes(kind: DocumentType, texts: Texts) -> tuple[tuple[str, Limit], ...]:
    """The limits of a form for whole narratives."""
    return tuple((texts.paths[name], limit) for name, limit in kind.limits.items() if name in texts.paths)
