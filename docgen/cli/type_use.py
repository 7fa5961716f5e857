"""Which programmes ask for documents of a type, and what those lack that do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen import pipeline
from docgen.cli.formats import formats_of
from docgen.cli.repository import Repository
from docgen.cli.terminal import Terminal
from docgen.diagnostic import Findings
from docgen.load.document_type import has_form, read_document_type
from docgen.pipeline import Programme
from docgen.plan.jobs import has
from docgen.schema.document_type import DocumentType, Per
from docgen.schema.registry import PART_FILES
from docgen.wording import listed
from docgen.write.suited import SLIDES


def formats_of_type(name: str, repository: Repository) -> tuple[str, ...]:
    """What documents of a type are written as, where nothing else is asked for."""
    if has_form(repository.snapshot, name):
        return ("docx",)
    kind = read_document_type(repository.snapshot, name, Findings())
    made_for = formats_of(None, repository.settings)
    return made_for if kind and kind.slides else tuple(each for each in made_for if each != SLIDES)


def in_short(name: str, kind: DocumentType, repository: Repository, programmes: Sequence[Programme]) -> str:
    """`one for each committee, as docx and html; needs governance; banes asks for it`."""
    asking = [programme.name for programme in programmes if asks_for(programme, name)]
    told = [
        f"{made_of(kind)}, as {listed(formats_of_type(name, repository))}",
        f"needs {listed(kind.needs)}" if kind.needs else "needs nothing",
        f"{listed(asking)} {'asks' if len(asking) == 1 else 'ask'} for it" if asking else "no programme asks for it",
    ]
    return "; ".join(told)


def made_of(kind: DocumentType) -> str:
    """Of what there is one document each."""
    match kind.per:
        case Per.PROGRAMME:
            return "one document"
        case Per.COMMITTEE:
            return "one document for each committee"


def asks_for(programme: Programme, name: str) -> bool:
    """Whether a programme asks for documents of a type."""
    requests = programme.content.programme.documents if programme.content else []
    return any(request.type == name for request in requests)


def told_programmes(name: str, kind: DocumentType, repository: Repository, terminal: Terminal) -> Iterator[str]:
    """For each programme: its documents of the type; what the type would still need; or that it cannot be read."""
    programmes = [pipeline.load(repository.snapshot, each) for each in repository.programmes]
    if programmes:
        yield f"\n{terminal.paint('programmes')}"
    width = max((len(programme.name) for programme in programmes), default=0)
    for programme in programmes:
        yield f"  {programme.name:<{width}}  {_told(programme, name, kind, repository)}"


def _told(programme: Programme, name: str, kind: DocumentType, repository: Repository) -> str:
    if programme.content is None:
        return f"cannot be read: 'docgen check {programme.name}' says why"
    lacks = [_file(each) for each in kind.needs if not has(programme.content, each)]
    wants = f"it would need {listed(lacks)}" if lacks else "it has all that is needed"
    if not asks_for(programme, name):
        return f"does not ask for it; {wants}"
    jobs = [job.id for job in pipeline.jobs(repository.snapshot, programme) if job.type == name]
    return f"asks for it, and lacks {listed(lacks)}" if lacks else f"makes {listed(jobs) or 'none, without committees'}"


def _file(name: str) -> str:
    return f"{name}.yaml" if name in PART_FILES else f"{name}.md"
