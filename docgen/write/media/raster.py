"""A picture made of pixels, as it goes into outputs."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Raster(Struct, frozen=True):
    """A whole picture, without anything that says who made it, where, or with what."""

    kind: Literal["png", "jpeg"]
    data: bytes
    width: int
    """In pixels, as they are stored."""
    height: int
    orientation: int = 1
    """How the camera was held, as EXIF tells it: 1 is upright, and from 5 on the picture lies on a side."""
    notes: tuple[str, ...] = ()
    """What readers will not see."""


def orientation_of(exif: bytes) -> int:
    """The orientation that EXIF data tells; 1 where it tells none. The data begins with the order of its bytes."""
    order: Literal["little", "big"] = "little" if exif.startswith(b"II") else "big"
    first = int.from_bytes(exif[4:8], order)
    count = int.from_bytes(exif[first : first + 2], order)
    for at in range(first + 2, min(first + 2 + 12 * count, len(exif)), 12):
        if int.from_bytes(exif[at : at + 2], order) == _ORIENTATION:
            found = int.from_bytes(exif[at + 8 : at + 10], order)
            return found if 1 <= found <= _LAST else 1
    return 1


_ORIENTATION = 0x0112
_LAST = 8
