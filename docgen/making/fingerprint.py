"""What a programme's documents depend on, as digests: its files, docgen itself, and what was asked for."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import docgen
from docgen.snapshot import Snapshot

SETTINGS = "docgen.toml"
TEMPLATES = "templates"


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_digests(snapshot: Snapshot, programme: str) -> Mapping[str, str]:
    """The digest of every file that can reach the documents of a programme, by its path.

    The content decides, never the time of a file: clocks are wrong, and tools copy times along.
    """
    paths = [*snapshot.below(f"content/{programme}"), *snapshot.below(TEMPLATES)]
    settings = [SETTINGS] if SETTINGS in snapshot else []
    return {path: snapshot.digests[path] for path in [*settings, *paths]}


def circumstances(snapshot: Snapshot, programme: str, asked: Mapping[str, str]) -> Mapping[str, str]:
    """All else that can reach them, by the words in which `--explain` names it."""
    versions = repr(snapshot.versions.get(programme, ()))
    refused = repr(sorted(snapshot.refused))
    return {
        "docgen itself": engine(),
        "the history in git": digest(versions.encode()),
        "which files can be read": digest(refused.encode("utf-8", "surrogatepass")),
        **asked,
    }


@lru_cache(maxsize=1)
def engine() -> str:
    """docgen, its dependencies and Python: another version may make other bytes of the same content."""
    return digest("\n".join([docgen.__version__, sys.version, *_own_files(), *_installed()]).encode())


def _own_files() -> list[str]:
    """In a checkout, where docgen changes without a new version: its files with their sizes and times."""
    package = Path(docgen.__file__).parent
    if (package / TEMPLATES).is_dir():
        return []
    places = [os.path.join(folder, name) for folder, _, names in os.walk(package) for name in names]
    return sorted(_state(place) for place in places if not place.endswith(".pyc"))


def _state(place: str) -> str:
    known = os.stat(place)
    return f"{place} {known.st_size} {known.st_mtime_ns}"


def _installed() -> list[str]:
    """What is installed beside docgen, with versions: the names of the folders that installers leave."""
    found: set[str] = set()
    for place in sys.path:
        try:
            found.update(name for name in os.listdir(place or ".") if name.endswith(".dist-info"))
        except OSError:  # a folder that is not there, or an archive
            continue
    return sorted(found)
