"""The hashes of the files that a document was made from, so that a later reader knows which have changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from operator import attrgetter

from docgen.snapshot import Snapshot
from docgen.tree.document import Document


def file_hashes(document: Document, snapshot: Snapshot) -> Mapping[str, str]:
    """The SHA-256 of each file that a node of the document came from."""
    return hashes_of({document.source.path, *map(attrgetter("source.path"), document.nodes.every)}, snapshot)


def hashes_of(paths: Iterable[str], snapshot: Snapshot) -> Mapping[str, str]:
    """The SHA-256 of files by their paths, without those that the snapshot does not hold."""
    known = (path for path in sorted(set(paths)) if path in snapshot)
    return {path: sha256(_same_everywhere(snapshot.read(path))).hexdigest() for path in known}


def _same_everywhere(content: bytes) -> bytes:
    """Text as git keeps it: an editor of another system may have given its lines other ends, and a mark before them."""
    if b"\0" in content:
        return content
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
