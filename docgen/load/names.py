"""Names of files: traces of other programs, copies made by a conflict, and names that Windows cannot hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import PurePosixPath

from docgen.codes import repository
from docgen.diagnostic import Diagnostic, Related
from docgen.source import Source

MOST_CHARACTERS = 200
"""Windows opens paths of 260 characters; the folder that the repository stands in needs some of them."""

_LEFT_BEHIND = re.compile(r"\..*|~\$.*|thumbs\.db|desktop\.ini", re.IGNORECASE)
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)", re.IGNORECASE)
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f]')

# OneDrive adds the computer's name, Windows "- Copy", browsers "(1)", Dropbox and Nextcloud "(… conflicted copy …)",
# Syncthing ".sync-conflict-…", macOS " copy" and " 2".
_COPY_OF = (
    re.compile(r"(?P<stem>.+?) \(\d+\)"),
    re.compile(r"(?P<stem>.+?) ?- ?Copy(?: ?\(\d+\))?", re.IGNORECASE),
    re.compile(r"Copy of (?P<stem>.+)", re.IGNORECASE),
    re.compile(r"(?P<stem>.+?) ?\([^()]*conflict[^()]*\)", re.IGNORECASE),
    re.compile(r"(?P<stem>.+?)[.-]sync-conflict-.+", re.IGNORECASE),
    re.compile(r"(?P<stem>.+?) copy(?: \d+)?", re.IGNORECASE),
    re.compile(r"(?P<stem>.+?) \d+"),
    re.compile(r"(?P<stem>.+?)-(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]+"),
    re.compile(r"(?P<stem>.+?)-[\w-]*(?:laptop|desktop|macbook|imac|thinkpad)[\w-]*", re.IGNORECASE),
)
_LIKE_A_COPY = re.compile(r" |(?i:copy|conflict)|-.*(?:[A-Z]|(?i:laptop|desktop|macbook|imac|thinkpad))", re.DOTALL)
"""What the name of every such copy has in it; most names have none of it, and need not be held against each pattern."""


def is_left_behind(path: str) -> bool:
    """Whether a file, or a folder around it, is a trace of an editor or of the operating system: never content."""
    return any(map(_LEFT_BEHIND.fullmatch, path.split("/")))


def normalised(path: str) -> str:
    """As Windows and Linux write it: macOS takes accented letters apart."""
    return unicodedata.normalize("NFC", path)


def refused_names(paths: Iterable[str]) -> Iterator[tuple[str, Diagnostic]]:
    """Each path that is refused, on every system alike, with the reason."""
    known = sorted(set(paths))
    lookup = frozenset(known)
    for path in known:
        problem = _unholdable(path) or _conflict_copy(path, lookup)
        if problem:
            yield path, problem
    yield from _twins(known)


def _unholdable(path: str) -> Diagnostic | None:
    reason = next(filter(None, map(_reason, path.split("/"))), "")
    if reason:
        return repository.BAD_NAME.at(Source(shown(path)), reason, "rename it")
    if len(path) > MOST_CHARACTERS:
        message = f"the path is {len(path)} characters long, and Windows may not open it"
        help = f"shorten the names of files and folders to {MOST_CHARACTERS} characters in all"
        return repository.LONG_PATH.at(Source(path), message, help)
    return None


def shown(path: str) -> str:
    """A path that can be printed on one line, whatever its name holds."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in path)


@lru_cache(maxsize=10_000)
def _reason(name: str) -> str:
    """Why Windows cannot hold a name; empty where it can."""
    if _DEVICES.match(name):
        return f"'{shown(name)}' is the name of a device on Windows"
    if name.endswith((" ", ".")):
        return f"'{shown(name)}' ends in a space or a full stop, which Windows drops"
    found = _NOT_ON_WINDOWS.search(name) or re.search("[\ud800-\udfff]", name)
    return f"'{shown(name)}' holds '{shown(found[0])}', which Windows does not take" if found else ""


def _conflict_copy(path: str, known: frozenset[str]) -> Diagnostic | None:
    """A copy is told by its name and by the original beside it."""
    if not _LIKE_A_COPY.search(path):
        return None
    file = PurePosixPath(path)
    matches = (pattern.fullmatch(file.stem) for pattern in _COPY_OF)
    originals = (str(file.with_name(match["stem"] + file.suffix)) for match in matches if match)
    original = next((name for name in originals if name in known), None)
    if original is None:
        return None
    message = f"'{file.name}' looks like a copy that was made by a conflict of two changes"
    help = f"take what is right into '{PurePosixPath(original).name}', and delete the copy; if it is no copy, rename it"
    return repository.CONFLICT_COPY.at(Source(path), message, help, Related(Source(original), "the original"))


def _twins(known: Iterable[str]) -> Iterator[tuple[str, Diagnostic]]:
    """Names of files or folders that differ in capitals only are one on Windows and macOS."""
    alike: dict[str, str] = {}
    twins: dict[str, tuple[str, str] | None] = {}
    """Of each folder: the first one around it that has a twin, with that twin."""
    for path in known:
        folder = path.rpartition("/")[0]
        if folder not in twins:
            twins[folder] = _twin(accumulate(folder.split("/"), "{}/{}".format), alike)
        twin = twins[folder] or _twin([path], alike)
        if twin:
            message = f"'{twin[0]}' and '{twin[1]}' differ in capitals only, and are one on Windows"
            related = Related(Source(twin[1]), "the other one")
            yield path, repository.TWIN_NAMES.at(Source(path), message, "rename one of the two", related)


def _twin(names: Iterable[str], alike: dict[str, str]) -> tuple[str, str] | None:
    """The first name that was met in another spelling, with that; the others are kept as met."""
    pairs = ((name, alike.setdefault(name.lower(), name)) for name in names)
    return next(((name, first) for name, first in pairs if first != name), None)
