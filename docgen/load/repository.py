"""Finds the repository, and takes a snapshot of the files that a build may read. No later stage reads the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import docgen
from docgen.codes import repository
from docgen.diagnostic import Diagnostic, Findings, Severity
from docgen.errors import CannotRead, NotARepository
from docgen.load.names import is_left_behind, normalised, refused_names, shown
from docgen.snapshot import Snapshot
from docgen.source import Source
from docgen.suggest import did_you_mean

SETTINGS = "docgen.toml"
CONTENT = "content"
TEMPLATES = "templates"
MOST_BYTES = 50_000_000


def find_root(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds `docgen.toml` or `content/`. Raises `NotARepository`."""
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file() or (folder / CONTENT).is_dir():
            return folder
    message = "this folder, and every folder above it, holds neither 'docgen.toml' nor 'content/'"
    remedy = "go to the folder of your repository, or make one here with 'docgen init'"
    raise NotARepository(message, remedy)


def shipped_templates() -> Path:
    """The templates that come with docgen: inside the installed package, or beside it in a checkout."""
    package = Path(docgen.__file__).parent
    inside = package / TEMPLATES
    return inside if inside.is_dir() else package.parent / TEMPLATES


def take_snapshot(root: Path, shipped: Path, findings: Findings) -> Snapshot:
    """Settings, content and templates of the repository, over the templates that come with docgen, file by file.

    Files that are refused or cannot be read are reported and left out. Raises `CannotRead` where a whole folder
    cannot be listed.
    """
    known = set(findings)
    files = dict(_shipped(shipped))
    own = dict(_disk_files(root, findings))
    for path, problem in refused_names(own):
        findings.add(problem)
        own.pop(path, None)
    for path, entry in own.items():
        data = _read(entry, root, path, findings)
        if data is not None:
            files[path] = data
    refused = {found.source.path for found in findings if found.severity is Severity.ERROR and found not in known}
    return Snapshot(dict(sorted(files.items())), frozenset(refused))


def shipped_snapshot(shipped: Path) -> Snapshot:
    """The templates and packs that come with docgen, without a repository around them."""
    return Snapshot(dict(sorted(_shipped(shipped))))


def programmes(snapshot: Snapshot) -> tuple[str, ...]:
    """The folders of `content/` with a `programme.yaml` in them, sorted."""
    paths = (path.split("/") for path in snapshot.below(CONTENT))
    return tuple(sorted(parts[1] for parts in paths if len(parts) == 3 and parts[2] == "programme.yaml"))


def programme_folders(snapshot: Snapshot) -> tuple[str, ...]:
    """The folders of `content/`, sorted: also one whose `programme.yaml` is missing, or cannot be read."""
    paths = (path.split("/") for path in (*snapshot.files, *snapshot.refused))
    return tuple(sorted({parts[1] for parts in paths if parts[0] == CONTENT and len(parts) > 2}))


def report_strays(snapshot: Snapshot, findings: Findings) -> None:
    """Report what stands in `content/` but belongs to no programme."""
    known = programmes(snapshot)
    folders = {path.split("/")[1]: path for path in reversed(snapshot.below(CONTENT))}
    for name, path in sorted(folders.items()):
        if path == f"{CONTENT}/{name}":
            message = f"'{name}' stands outside the programmes"
            help = "move it into the folder of its programme"
            findings.add(repository.OUTSIDE_PROGRAMMES.at(Source(path), message, help))
        elif name not in known:
            findings.add(missing_programme(snapshot, name))


def missing_programme(snapshot: Snapshot, name: str) -> Diagnostic:
    """What to say of a programme that is not one of `programmes(snapshot)`."""
    folder = f"{CONTENT}/{name}"
    if snapshot.below(folder):
        message = f"'{folder}' holds no 'programme.yaml'"
        help = "write 'programme.yaml' there, or move the folder out of 'content'"
        return repository.NO_PROGRAMME_FILE.at(Source(folder), message, help)
    help = did_you_mean(name, programmes(snapshot)) or f"make the file '{folder}/programme.yaml'"
    return repository.UNKNOWN_PROGRAMME.at(Source(CONTENT), f"unknown programme '{name}'", help)


def _shipped(templates: Path) -> Iterator[tuple[str, bytes]]:
    """docgen's own files are trusted, but an editor may have left something beside them in a checkout."""
    for place in sorted(templates.rglob("*")) if templates.is_dir() else ():
        path = f"{TEMPLATES}/{place.relative_to(templates).as_posix()}"
        if place.is_file() and not is_left_behind(path):
            yield path, place.read_bytes()


class _File(NamedTuple):
    """A file on the disk, as the listing of its folder tells of it: a repository may hold thousands."""

    written: str
    """Its path in the repository, as the disk has it: accented letters may be taken apart."""
    place: str
    is_plain: bool
    """Neither a link nor a device, a pipe, a socket."""


def _disk_files(root: Path, findings: Findings) -> Iterator[tuple[str, _File]]:
    """Every file that belongs to the repository, by its path; twins that only differ in accents are reported."""
    seen: dict[str, str] = {}
    for file in _walk(root, findings):
        path = normalised(file.written)
        if seen.setdefault(path, file.written) != file.written:
            message = f"two files are called '{path}', and differ in how an accented letter is stored"
            findings.add(repository.TWIN_NAMES.at(Source(path), message, "rename one of the two"))
        else:
            yield path, file


def _walk(root: Path, findings: Findings) -> Iterator[_File]:
    """The settings, and all files below the content and the templates. Links to folders are not followed."""
    settings = root / SETTINGS
    if settings.exists():
        yield _File(SETTINGS, str(settings), settings.is_file() and not settings.is_symlink())
    real = os.path.realpath(root)
    folders = [folder for folder in (TEMPLATES, CONTENT) if (root / folder).is_dir()]
    while folders:
        folder = folders.pop()
        if os.path.realpath(root / folder) != os.path.join(real, *folder.split("/")):  # by a link or a junction
            findings.add(_link_problem(folder))
            continue
        entries = [entry for entry in _listed(folder, root) if not is_left_behind(entry.name)]
        inside = [entry.name for entry in entries if _is_folder(entry)]
        folders.extend(f"{folder}/{name}" for name in inside)
        yield from (_file(f"{folder}/{entry.name}", entry) for entry in entries if entry.name not in inside)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Also a link to a folder; a link to itself is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _file(path: str, entry: os.DirEntry[str]) -> _File:
    return _File(path, entry.path, entry.is_file(follow_symlinks=False))


def _listed(folder: str, root: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(root / folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        remedy = "see who may open it"
        raise CannotRead(f"the folder '{shown(folder)}' cannot be read: {error.strerror}", remedy) from error


def _link_problem(written: str) -> Diagnostic:
    path = shown(normalised(written))
    message = f"'{path}' is a link that leads out of the repository, to a folder, or nowhere"
    return repository.LINK_OUTSIDE.at(Source(path), message, "replace the link by a copy of what it leads to")


def _read(file: _File, root: Path, path: str, findings: Findings) -> bytes | None:
    """The bytes of a file. A link to another file of the repository is followed."""
    if not file.is_plain and _leads_astray(Path(file.place), root):
        findings.add(_link_problem(file.written))
        return None
    try:
        data = _bytes_of(file.place) if file.is_plain or os.path.isfile(file.place) else None
    except OSError as error:
        findings.add(_unreadable(path, error))
        return None
    if data is None:
        findings.add(_not_taken(Path(file.place), path))
    return data


def _leads_astray(place: Path, root: Path) -> bool:
    """Whether it is a link to something else than a file of the repository."""
    return place.is_symlink() and not (place.is_file() and place.resolve().is_relative_to(root.resolve()))


def _bytes_of(place: str) -> bytes | None:
    """All bytes of a file; None where there are too many."""
    with open(place, "rb") as file:
        return file.read() if os.fstat(file.fileno()).st_size <= MOST_BYTES else None


def _unreadable(path: str, error: OSError) -> Diagnostic:
    held = isinstance(error, PermissionError)
    reason = "another program holds it open, or you may not open it" if held else error.strerror
    help = "close it in other programs, see that it is downloaded and that you may open it, and build again"
    return repository.UNREADABLE.at(Source(path), f"the file cannot be read: {reason}", help)


def _not_taken(place: Path, path: str) -> Diagnostic:
    if not place.is_file():
        return repository.UNREADABLE.at(Source(path), f"'{path}' is not a file", "delete it")
    message = f"the file is larger than {MOST_BYTES // 1_000_000} MB"
    return repository.FILE_TOO_LARGE.at(Source(path), message, "make it smaller, or move it out of the folder")
