"""All files that a build may read, as they were at one moment.

Every stage after it is a pure function of the snapshot: it may come from a folder, from a revision in git, from a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PastVersion:
    """A version that a programme has had, as the history of the repository tells it."""

    version: str
    day: str
    """When it was made: `2014-06-20`."""
    author: str
    change: str
    """What was said of the change."""


@dataclass(frozen=True, slots=True)
class Snapshot:
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
        start = f"{folder.rstrip('/')}/"
        return tuple(sorted(path for path in self.files if path.startswith(start)))

    def is_whole(self, folder: str) -> bool:
        """Whether all that a folder holds could be read. What is made of the rest would be incomplete."""
        return not any(f"{path}/".startswith(f"{folder.rstrip('/')}/") for path in self.refused)
