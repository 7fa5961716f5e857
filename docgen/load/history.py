"""Which versions a programme has had, as git remembers them: a row wherever `version` changed in `programme.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.codes import repository as codes
from docgen.diagnostic import Findings
from docgen.load.characters import without_unwanted
from docgen.load.decode import decode
from docgen.load.git import GitFails, git, require_whole_history
from docgen.load.repository import CONTENT, programmes
from docgen.load.yaml import read_yaml
from docgen.snapshot import PastVersion, Snapshot
from docgen.source import Source

MOST_BYTES = 1_000_000
"""No `programme.yaml` is larger; a larger file in the history is passed over."""

MOST_IN_ALL = 50_000_000
"""Bytes of all `programme.yaml` that are read of one programme's history."""

_FORMAT = "--format=tformat:%H%x00%ad%x00%an%x00%s"
_FIELDS = 4


class _Commit(Struct, frozen=True):
    id: str
    day: str
    """The author's own calendar day: `2014-06-20`."""
    author: str
    subject: str


def with_history(snapshot: Snapshot, root: Path, findings: Findings) -> Snapshot:
    """The snapshot with the versions that git knows of each programme; where git cannot tell, a diagnostic says why."""
    try:
        require_whole_history(root)
        found = {name: tuple(_versions(root, name)) for name in programmes(snapshot)}
    except GitFails as failure:
        message = f"the version history is not completed from git: {failure}"
        findings.add(codes.HISTORY_NOT_READ.at(Source(CONTENT), message, _REMEDY))
        return snapshot
    return replace(snapshot, versions=found)


_REMEDY = "build where the whole history is, or write all versions into 'document-control.yaml'"


def _versions(root: Path, programme: str) -> Iterator[PastVersion]:
    """Each version where it stood for the first time, the oldest first."""
    path = f"{CONTENT}/{programme}/programme.yaml"
    if "\n" in path:  # git is asked for one path a line
        return
    known: set[str] = set()
    for commit, version in _with_versions(root, path, _commits(root, path)):
        if version and version not in known:
            known.add(version)
            yield PastVersion(version, commit.day, commit.author, commit.subject)


def _commits(root: Path, path: str) -> list[_Commit]:
    """Those that touched a file, the oldest first. One that bears no day of the calendar is passed over."""
    order = ("--reverse", "--topo-order", "--date=short", "--no-show-signature", "--no-color", "--encoding=UTF-8")
    printed = git(root, "log", *order, "-z", _FORMAT, "--", path)
    words = [without_unwanted(word.decode("utf-8", "replace")) for word in printed.split(b"\0")]
    found = [_Commit(*words[start : start + _FIELDS]) for start in range(0, len(words) - _FIELDS + 1, _FIELDS)]
    return [commit for commit in found if _is_day(commit.day)]


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _with_versions(root: Path, path: str, commits: Sequence[_Commit]) -> Iterator[tuple[_Commit, str]]:
    """Each commit with the version that the file stated in it; empty where it stated none."""
    wanted = "".join(f"{commit.id}:./{path}\n" for commit in commits)
    checked = git(root, "cat-file", "--batch-check", given=wanted).decode("ascii", "replace").split("\n")[:-1]
    _refuse_too_much(checked)
    files = {id: "" for id in map(_small_file, checked) if id}
    for id, data in zip(files, _contents(root, list(files)), strict=True):
        files[id] = _version_in(data, path)
    yield from ((commit, files.get(_small_file(line), "")) for commit, line in zip(commits, checked, strict=True))


def _small_file(line: str) -> str:
    """The id of a file that is there and not too large: `3b18e5… blob 512`."""
    id, _, rest = line.partition(" ")
    kind, _, size = rest.partition(" ")
    return id if kind == "blob" and size.isdigit() and int(size) <= MOST_BYTES else ""


def _refuse_too_much(checked: Iterable[str]) -> None:
    """A large file that has changed thousands of times would fill the memory."""
    sizes = (int(line.rpartition(" ")[2]) for line in set(checked) if _small_file(line))
    if sum(sizes) > MOST_IN_ALL:
        raise GitFails(f"the history of a programme is larger than {MOST_IN_ALL // 1_000_000} MB")


def _contents(root: Path, ids: Sequence[str]) -> Iterator[bytes]:
    """The bytes of each file. Git prints `<id> blob <size>` before each, and a line feed after it."""
    printed = git(root, "cat-file", "--batch", given="".join(f"{id}\n" for id in ids))
    start = 0
    for _ in ids:
        head, _, size = printed[start : printed.index(b"\n", start)].rpartition(b" ")
        start += len(head) + len(size) + 2
        yield printed[start : start + int(size)]
        start += int(size) + 1


def _version_in(data: bytes, path: str) -> str:
    """What the file stated as its version; faults that it had then are nobody's concern now."""
    text = decode(data, path, Findings())
    read = None if text is None else read_yaml(text, path, Findings())
    stated = read.data.get("version") if read and isinstance(read.data, dict) else None
    return stated.strip() if isinstance(stated, str) else ""
