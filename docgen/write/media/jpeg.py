"""Reads JPEG pictures: whole, of a kind that every output shows, and without what the camera has written into them.

The coded picture is kept byte by byte. Of what stands around it only what the colours need is kept: EXIF with its
places and previews, XMP, IPTC, comments, and whatever follows the end of the picture are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.write.media.raster import Raster, orientation_of
from docgen.write.media.unfit import UnfitPicture, damaged, refuse_size

SIGNATURE = b"\xff\xd8\xff"

_START, _END = b"\xff\xd8", b"\xff\xd9"
_JFIF, _EXIF_OR_XMP, _PROFILE, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_SCAN = 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The segments that hold a picture's size."""
_SHOWN = frozenset({0xC0, 0xC1, 0xC2})
"""Frames that all programs show: baseline, extended, progressive, with Huffman coding."""
_CODING = frozenset({0xC4, 0xDB, 0xDC, 0xDD, _SCAN})
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""The segment after the coded pixels: in these, 0xFF is followed by 0 or by the number of a restart."""
_JFIF_WITHOUT_PREVIEW = 12
_COLOURS = {1, 3}
_AGAIN = "open it in a picture program and save it as JPEG with RGB colours, or as PNG"


def read_jpeg(data: bytes) -> Raster:
    """The picture. Raises `UnfitPicture`."""
    segments = list(_segments(data))
    frames = [segment for marker, segment in segments if marker in _FRAMES]
    if len(frames) != 1 or len(frames[0]) < 10:
        raise damaged("JPEG", "it does not tell its size")
    if not any(marker == _SCAN for marker, _ in segments):
        raise damaged("JPEG", "it holds no pixels")
    width, height = _size(frames[0])
    kept = b"".join(_kept(marker, segment) for marker, segment in segments)
    turned = [orientation_of(segment[10:]) for marker, segment in segments if _is_exif(marker, segment)]
    return Raster("jpeg", _START + kept + _END, width, height, turned[0] if turned else 1)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each segment by its marker, from the marker on; that of a scan with the pixels that follow it."""
    at = len(_START)
    while data[at : at + 2] != _END:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if data[at : at + 1] != b"\xff" or end > len(data) or end < at + 4:
            raise damaged("JPEG", "it ends too early, or its parts do not follow one another")
        marker = data[at + 1]
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, start: int) -> int:
    found = _AFTER_SCAN.search(data, start)
    if not found:
        raise damaged("JPEG", "it ends too early")
    return found.start()


def _size(frame: bytes) -> tuple[int, int]:
    """Width and height; a frame is its marker, its length, bits to a colour, height, width, number of colours."""
    bits, colours = frame[4], frame[9]
    width, height = int.from_bytes(frame[7:9]), int.from_bytes(frame[5:7])
    if frame[1] not in _SHOWN or bits != 8 or colours not in _COLOURS:
        kind = "has CMYK colours, which are for printing presses" if colours == 4 else "is of a rare kind of JPEG"
        raise UnfitPicture(f"{kind}: each program shows it in other colours, or not at all", _AGAIN)
    refuse_size(width, height, "JPEG")
    return width, height


def _kept(marker: int, segment: bytes) -> bytes:
    words = segment[4:]
    if marker == _JFIF and words.startswith(b"JFIF\0") and len(words) >= _JFIF_WITHOUT_PREVIEW:
        return b"\xff\xe0\x00\x10" + words[:_JFIF_WITHOUT_PREVIEW] + b"\0\0"
    is_of_colours = (marker, words[:12]) == (_PROFILE, b"ICC_PROFILE\0") or (marker, words[:5]) == (_ADOBE, b"Adobe")
    return segment if marker in _FRAMES or marker in _CODING or is_of_colours else b""


def _is_exif(marker: int, segment: bytes) -> bool:
    return marker == _EXIF_OR_XMP and segment[4:10] == b"Exif\0\0"
