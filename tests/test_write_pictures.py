"""What is a picture, and how large it is, whatever the file is called."""

from __future__ import annotations

import pytest

from docgen.write.pictures import picture_kind, picture_size
from tests.trees import png

HEAD = bytes.fromhex("ffd8ffe000104a46494600010100000100010000")
FRAME = bytes.fromhex("ffc00011080003000403")


def test_a_png_tells_its_size() -> None:
    assert (picture_kind(png(7, 5)), picture_size(png(7, 5))) == ("png", (7, 5))


@pytest.mark.parametrize(
    "frame", [FRAME, b"\xff\xc2" + FRAME[2:], b"\xff" + FRAME], ids=["baseline", "progressive", "padded"]
)
def test_a_jpeg_tells_its_size(frame: bytes) -> None:
    assert (picture_kind(HEAD + frame), picture_size(HEAD + frame)) == ("jpeg", (4, 3))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"GIF89a", b"<svg/>", b"\x89PNG\n\x1a\n", b"RIFF....WEBP"])
def test_anything_else_is_no_picture(data: bytes) -> None:
    assert (picture_kind(data), picture_size(data)) == (None, None)


@pytest.mark.parametrize(
    "data",
    [png()[:20], png(0, 3), HEAD, HEAD[:9], HEAD + FRAME[:6], HEAD + b"\xff\xfe\x00\x00" * 50, HEAD + b"\x00" + FRAME],
)
def test_a_damaged_picture_has_no_size(data: bytes) -> None:
    assert picture_size(data) is None
