"""Which documents a command line means: `banes`, `banes/eoi`, `content/banes`, `content/banes/vision.md`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from docgen import pipeline
from docgen.cli.repository import Repository
from docgen.errors import DocgenError
from docgen.load.repository import missing_programme
from docgen.pipeline import Programme
from docgen.plan.jobs import Job
from docgen.suggest import did_you_mean


@dataclass(frozen=True, slots=True)
class Target:
    """One argument of a command line."""

    written: str
    programme: str
    document: str = ""
    """Id such as `banes/eoi`; empty for all documents of the programme."""


@dataclass(frozen=True, slots=True)
class Selected:
    """A loaded programme, and those of its documents that are meant."""

    programme: Programme
    jobs: tuple[Job, ...]
    """Those that are meant; none where the programme could not be read."""
    all_jobs: tuple[Job, ...]
    """All documents of the programme, which are compared with one another."""


def select(repository: Repository, arguments: Sequence[str]) -> list[Selected]:
    """Load the programmes that are meant, all without arguments; raises `DocgenError` for what nothing is called."""
    known = repository.programmes
    if not known and not repository.findings.has_errors:
        raise DocgenError("there is no programme in 'content'", "make a folder there with a 'programme.yaml' in it")
    targets = [read_target(argument, repository) for argument in arguments]
    meant = [name for name in known if not targets or any(target.programme == name for target in targets)]
    return [_selected(repository, name, [target for target in targets if target.programme == name]) for name in meant]


def read_target(argument: str, repository: Repository) -> Target:
    """What one argument means. Paths may be written from the root or from the current folder, with either slash."""
    written = argument.replace("\\", "/").rstrip("/")
    for name in (PurePosixPath(written), _from_root(argument, repository.root)):
        target = _target(argument, name, repository.programmes)
        if target:
            return target
    raise _unknown(argument, PurePosixPath(written), repository)


def _unknown(argument: str, written: PurePosixPath, repository: Repository) -> DocgenError:
    """Names the programme that was meant, as far as the argument looks like one."""
    parts = written.parts[1:] if len(written.parts) > 1 and written.parts[0] == "content" else written.parts
    if not parts or written.is_absolute() or ".." in parts:
        known = did_you_mean(argument, repository.programmes)
        return DocgenError(f"'{argument}' is neither a programme nor a file of one", known)
    problem = missing_programme(repository.snapshot, parts[0])
    return DocgenError(problem.message, problem.help)


def _from_root(argument: str, root: Path) -> PurePosixPath:
    """A path of the disk as the repository names it; empty for a path outside."""
    path = Path(argument.replace("\\", "/")).resolve()
    return PurePosixPath(path.relative_to(root.resolve()).as_posix() if path.is_relative_to(root.resolve()) else "")


def _target(argument: str, name: PurePosixPath, programmes: Sequence[str]) -> Target | None:
    match name.parts:
        case ("content", programme, *_) if programme in programmes:
            return Target(argument, programme)
        case (programme,) if programme in programmes:
            return Target(argument, programme)
        case (programme, document) if programme in programmes:
            return Target(argument, programme, f"{programme}/{document}")
        case _:
            return None


def _selected(repository: Repository, name: str, targets: Iterable[Target]) -> Selected:
    programme = pipeline.load(repository.snapshot, name)
    known = jobs = pipeline.jobs(repository.snapshot, programme)
    documents = {target.document for target in targets}
    if programme.content is not None:
        _require_known(documents, jobs)
    if documents and "" not in documents:
        jobs = tuple(job for job in jobs if job.id in documents)
    return Selected(programme, jobs, known)


def _require_known(documents: Iterable[str], jobs: Sequence[Job]) -> None:
    known = [job.id for job in jobs]
    for document in sorted(documents):
        if document and document not in known:
            raise DocgenError(f"no document is called '{document}'", did_you_mean(document, known))
