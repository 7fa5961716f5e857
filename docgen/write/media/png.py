"""Reads PNG pictures: whole, checked to the last pixel, and without what programs have written into them.

The pixels are kept as they are packed. Of what stands around them only what the colours need is kept: texts, times,
EXIF, what programs keep for themselves, and whatever follows the end of the picture are left out.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from docgen.write.media.raster import Raster, orientation_of
from docgen.write.media.unfit import damaged, refuse_size

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"sBIT", b"bKGD"})
_ONCE = frozenset({b"IHDR", b"PLTE", b"IEND", b"tRNS", b"iCCP"})
_COLOURS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""How many numbers make a pixel, for each kind of colour."""
_BITS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where the seven passes of an interlaced picture begin, across and down, and their steps."""
_WHOLE = ((0, 0, 1, 1),)
_STEP = 1_000_000
_LARGEST_PROFILE = 4_000_000

Chunk = tuple[bytes, bytes]
"""Its name, and what it holds."""


def read_png(data: bytes) -> Raster:
    """The picture. Raises `UnfitPicture`."""
    chunks = list(_chunks(data))
    width, height, lines = _head(chunks)
    _refuse_disorder([name for name, _ in chunks])
    _refuse_pixels(b"".join(held for name, held in chunks if name == b"IDAT"), lines)
    kept = b"".join(_packed(chunk) for chunk in chunks if chunk[0] in _KEPT and not _is_bomb(chunk))
    turned = [orientation_of(held) for name, held in chunks if name == b"eXIf"]
    notes = ("it moves: only its first picture is shown",) if any(name == b"acTL" for name, _ in chunks) else ()
    return Raster("png", SIGNATURE + kept, width, height, turned[0] if turned else 1, notes)


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG picture of docgen's own making."""
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _chunks(data: bytes) -> Iterator[Chunk]:
    """Up to the end of the picture: what follows is not part of it."""
    at, name = len(SIGNATURE), b""
    while name != b"IEND":
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if end > len(data) or at + 12 > len(data):
            raise damaged("PNG", "it ends too early")
        name, held = data[at + 4 : at + 8], data[at + 8 : end - 4]
        if zlib.crc32(name + held) != int.from_bytes(data[end - 4 : end]):
            raise damaged("PNG", "some of it was changed on the way")
        yield name, held
        at = end


def _head(chunks: list[Chunk]) -> tuple[int, int, int]:
    """Width, height, and the number of bytes that the pixels take."""
    name, head = chunks[0]
    if name != b"IHDR" or len(head) != 13:
        raise damaged("PNG", "it does not tell its size")
    width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:8])
    bits, colour, packing, filtering, interlaced = head[8:]
    if bits not in _BITS.get(colour, ()) or packing or filtering or interlaced > 1:
        raise damaged("PNG", "its colours are of no known kind")
    refuse_size(width, height, "PNG")
    return width, height, _length(width, height, bits * _COLOURS[colour], bool(interlaced))


def _length(width: int, height: int, bits: int, is_interlaced: bool) -> int:
    """Each line begins with a byte that tells its filter."""
    total = 0
    for left, top, across, down in _PASSES if is_interlaced else _WHOLE:
        columns, rows = -((left - width) // across), -((top - height) // down)
        total += max(0, rows) * (1 + (columns * bits + 7) // 8) if columns > 0 else 0
    return total


def _refuse_disorder(names: list[bytes]) -> None:
    pixels = [at for at, name in enumerate(names) if name == b"IDAT"]
    if not pixels or pixels != list(range(pixels[0], pixels[0] + len(pixels))):
        raise damaged("PNG", "its pixels are not in one piece")
    if any(names.count(name) > 1 for name in _ONCE):
        raise damaged("PNG", "a part that may be there once is there twice")


def _refuse_pixels(packed: bytes, expected: int) -> None:
    """Unpacks them step by step, and no more of them than the picture is large."""
    unpacker, length = zlib.decompressobj(), 0
    try:
        while packed and not unpacker.eof and length <= expected:
            length += len(unpacker.decompress(packed, _STEP))
            packed = unpacker.unconsumed_tail
    except zlib.error as error:
        raise damaged("PNG", "its pixels cannot be unpacked") from error
    if length != expected:
        raise damaged("PNG", "it holds more or fewer pixels than it says")


def _is_bomb(chunk: Chunk) -> bool:
    """Whether a colour profile unpacks to more than one can take."""
    if chunk[0] != b"iCCP":
        return False
    packed = chunk[1].partition(b"\0")[2][1:]
    try:
        return len(zlib.decompressobj().decompress(packed, _LARGEST_PROFILE)) >= _LARGEST_PROFILE
    except zlib.error:
        return True


def _packed(chunk: Chunk) -> bytes:
    name, held = chunk
    return len(held).to_bytes(4) + name + held + zlib.crc32(name + held).to_bytes(4)
