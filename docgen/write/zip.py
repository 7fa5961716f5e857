"""Packs files into a zip archive whose bytes depend on nothing but the files."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can tell."""
_UNIX = 3
_READABLE = 0o644 << 16


def packed(entries: Mapping[str, bytes]) -> bytes:
    """The archive with its entries sorted by name, all of the same time, on any system."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name in sorted(entries):
            archive.writestr(_entry(name), entries[name])
    return buffer.getvalue()


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The files of an archive by their names."""
    with ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    return entry
