"""Which documents a command line means: `banes`, `banes/eoi`, `content/banes`, `content/banes/vision.md`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Protocol

from msgspec import Struct

from docgen.diagnostic import Findings
from docgen.errors import DocgenError
from docgen.load.repository import missing_programme
from docgen.snapshot import Snapshot
from docgen.suggest import did_you_mean


class KnownFiles(Protocol):
    """A repository, understood or not."""

    @property
    def root(self) -> Path:
        """Its folder."""

    @property
    def snapshot(self) -> Snapshot:
        """Its files."""

    @property
    def findings(self) -> Findings:
        """What was found while they were read."""

    @property
    def programmes(self) -> tuple[str, ...]:
        """The names of the programmes, sorted."""


class Target(Struct, frozen=True):
    """One argument of a command line."""

    written: str
    programme: str
    document: str = ""
    """Id such as `banes/eoi`; empty for all documents of the programme."""


def meant(arguments: Sequence[str], repository: KnownFiles) -> dict[str, set[str]]:
    """The ids of the documents that are meant, by programme; no ids where all of them are.

    Without arguments, every programme. Raises `DocgenError` for what nothing is called, and where there is none.
    """
    known = repository.programmes
    if not known and not repository.findings.has_errors:
        raise DocgenError("there is no programme in 'content'", "begin one with 'docgen new programme'")
    targets = [read_target(argument, repository) for argument in arguments]
    named = [name for name in known if not targets or any(target.programme == name for target in targets)]
    return {name: _documents([target for target in targets if target.programme == name]) for name in named}


def _documents(targets: Sequence[Target]) -> set[str]:
    documents = {target.document for target in targets}
    return set() if "" in documents else documents


def read_target(argument: str, repository: KnownFiles) -> Target:
    """What one argument means. Paths may be written from the root or from the current folder, with either slash."""
    written = argument.replace("\\", "/").rstrip("/")
    for name in (PurePosixPath(written), _from_root(argument, repository.root)):
        target = _target(argument, name, repository.programmes)
        if target:
            return target
    raise _unknown(argument, PurePosixPath(written), repository)


def _unknown(argument: str, written: PurePosixPath, repository: KnownFiles) -> DocgenError:
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
