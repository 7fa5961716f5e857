"""All files that a build may read, as they were at one moment.

Every stage after it is a pure function of the snapshot: it may come from a folder, from a revision in git, from a test.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256

from msgspec import Struct, field

_BEHIND_SLASH = chr(ord("/") + 1)


class PastVersion(Struct, frozen=True):
    """A version that a programme has had, as the history of the repository tells it."""

    version: str
    day: str
    """When it was made: `2014-06-20`."""
    author: str
    change: str
    """What was said of the change."""


class Snapshot(Struct, frozen=True, dict=True):
    """Files by their path relative to the repository's root, with forward slashes."""

    files: Mapping[str, bytes]
    refused: frozenset[str] = frozenset()
    """Paths of what is there and could not, or must not, be read. It was reported when the snapshot was taken."""
    versions: Mapping[str, tuple[PastVersion, ...]] = field(default_factory=dict)
    """The versions of each programme, the oldest first, where they were asked for."""

    def __contains__(self, path: str) -> bool:
        return path in self.files

    def read(self, path: str) -> bytes:
        """The bytes of a file; `KeyError` where there is none."""
        return self.files[path]

    def below(self, folder: str) -> tuple[str, ...]:
        """The paths of all files in a folder and in the folders inside it, sorted."""
        start = folder.rstrip("/")
        first, end = (bisect_left(self._in_order, f"{start}{sign}") for sign in ("/", _BEHIND_SLASH))
        return self._in_order[first:end]

    @cached_property
    def _in_order(self) -> tuple[str, ...]:
        return tuple(sorted(self.files))

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """SHA-256 of every file in hexadecimal, by its path."""
        return {path: sha256(data).hexdigest() for path, data in self.files.items()}

    def is_whole(self, folder: str) -> bool:
        """Whether all that a folder holds could be read. What is made of the rest would be incomplete."""
        return not any(f"{path}/".startswith(f"{folder.rstrip('/')}/") for path in self.refused)
