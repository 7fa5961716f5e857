"""Tells whether bytes are a picture that every output can hold, and how large it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.codes.outputs import PICTURE_MISSING, PICTURE_UNREADABLE
from docgen.diagnostic import Findings
from docgen.suggest import did_you_mean
from docgen.tree.inline import Picture

Kind = Literal["png", "jpeg"]

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The segments that hold a JPEG picture's size."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that has been looked at. Width and height are in pixels."""

    kind: Kind
    data: bytes
    width: int
    height: int


def readable_image(picture: Picture, files: Mapping[str, bytes], findings: Findings) -> Image | None:
    """The picture's file, ready to be written; where it is missing or not a picture, a diagnostic and `None`."""
    data = files.get(picture.path)
    if data is None:
        help = did_you_mean(picture.path, files) or "put the picture into the repository, or correct its path"
        findings.add(PICTURE_MISSING.at(picture.source, f"There is no picture '{picture.path}'", help))
        return None
    kind, size = picture_kind(data), picture_size(data)
    if kind is None or size is None:
        help = "save the picture as PNG or JPEG and name that file"
        findings.add(PICTURE_UNREADABLE.at(picture.source, f"'{picture.path}' is not a PNG or JPEG picture", help))
        return None
    return Image(kind, data, *size)


def picture_kind(data: bytes) -> Kind | None:
    """What the first bytes say, whatever the file's name; `None` for anything but PNG and JPEG."""
    if data.startswith(_PNG):
        return "png"
    return "jpeg" if data.startswith(_JPEG) else None


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; `None` where the bytes are cut short, damaged or of another kind."""
    kind = picture_kind(data)
    if kind is None:
        return None
    size = _png_size(data) if kind == "png" else _jpeg_size(data)
    return size if size and all(size) else None


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or len(data) < 24:
        return None
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walks from segment to segment up to the one that holds the size."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _JPEG_FRAMES:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        fill_or_restart = data[at + 1] == 0xFF
        at += 1 if fill_or_restart else 2 + int.from_bytes(data[at + 2 : at + 4])
    return None
