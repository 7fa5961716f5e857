"""Puts new files into a repository. What is there is never written over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from docgen.errors import CannotWrite
from docgen.write.disk import write_output

_REMEDY = "mend this and run the command again: it goes on where it stopped, and writes over nothing"


class Placed(Struct, frozen=True):
    """What became of new files."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    """What was there already."""


def place(root: Path, files: Mapping[str, bytes]) -> Placed:
    """Write the files that are not there, in their order. Raises `CannotWrite`."""
    kept = tuple(path for path in files if _is_there(root / path))
    written = tuple(path for path in files if path not in kept)
    for path in written:
        write_file(root, path, files[path])
    return Placed(written, kept)


def write_file(root: Path, path: str, content: bytes) -> None:
    """Write one file, whole or not at all. Raises `CannotWrite`."""
    try:
        write_output(root, path, content)
    except CannotWrite as refusal:
        raise CannotWrite(refusal.message, _REMEDY) from refusal


def _is_there(place: Path) -> bool:
    """Also a link that leads nowhere."""
    return place.exists() or place.is_symlink()
