"""When each file of the content last changed, as git remembers it, and which files have changed since."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from docgen.load.characters import without_unwanted
from docgen.load.git import GitFails, git, require_whole_history
from docgen.load.names import normalised
from docgen.load.repository import CONTENT
from docgen.snapshot import Snapshot

# A commit begins with a byte that no path below `content/` begins with; paths end in NUL, since they may hold anything.
_FORMAT = "--format=tformat:%x01%H%x00%ad%x00%an%x00%s"
_ORDER = ("--topo-order", "-c", "--date=short", "--no-renames", "--no-show-signature", "--no-color", "--encoding=UTF-8")
_COMMIT = re.compile(r"\n*\x01[0-9a-f]{40,64}")
_FIELDS = 4


class Change(Struct, frozen=True):
    """A commit, as far as it concerns a file."""

    day: str
    """The author's own calendar day: `2014-06-20`."""
    author: str
    subject: str
    """What was said of it."""
    order: int = 0
    """0 for the newest commit of all, more for older ones."""


class Changes(Struct, frozen=True):
    """What git knows of the files of the content, by their path."""

    last: Mapping[str, Change] = field(default_factory=dict)
    """The last commit that changed each file."""
    committed: frozenset[str] = frozenset()
    """The files that stand in the snapshot as they were last committed."""
    unknown: str = ""
    """Why git cannot tell, as words that go on a sentence; empty where it can."""


def last_changes(snapshot: Snapshot, root: Path) -> Changes:
    """The last change of every file in `content/`."""
    try:
        require_whole_history(root)
        printed = git(root, "log", *_ORDER, "--relative", "-z", "--name-only", _FORMAT, "--", CONTENT)
        tree = git(root, "ls-tree", "-r", "-z", "HEAD", "--", CONTENT)
    except GitFails as failure:
        return Changes(unknown=str(failure))
    last: dict[str, Change] = {}
    for path, change in _changed(printed):
        last.setdefault(path, change)
    ids = dict(_ids(tree))
    committed = {path for path in snapshot.below(CONTENT) if _is_blob(snapshot.read(path), ids.get(path, ""))}
    return Changes(last, frozenset(committed))


def _changed(printed: bytes) -> Iterator[tuple[str, Change]]:
    """Every path with each commit that changed it, the newest first."""
    words = _words(printed)
    starts = [place for place, word in enumerate(words) if _COMMIT.fullmatch(word)]
    for order, (start, end) in enumerate(zip(starts, [*starts[1:], len(words)], strict=True)):
        day, author, subject = map(without_unwanted, words[start + 1 : start + _FIELDS])
        change = Change(day, author, subject, order)
        yield from ((normalised(path.lstrip("\n")), change) for path in words[start + _FIELDS : end] if path)


def _ids(tree: bytes) -> Iterator[tuple[str, str]]:
    """Each path of the last commit with the id of what it held: `100644 blob 3b18e5…<tab>content/x/a.md`."""
    for entry in _words(tree):
        about, _, path = entry.partition("\t")
        yield normalised(path), about.rpartition(" ")[2]


def _words(printed: bytes) -> list[str]:
    return [word.decode("utf-8", "replace") for word in printed.split(b"\0")]


def _is_blob(data: bytes, id: str) -> bool:
    """Whether git knows a file of this content by this id, with the line ends that it has or with git's own."""
    return id in (_blob_id(data, id), _blob_id(data.replace(b"\r\n", b"\n"), id))


def _blob_id(data: bytes, like: str) -> str:
    """The id of a file's content, of the kind that a repository uses."""
    kind = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
