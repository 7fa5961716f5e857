"""Reads the files of pictures, which every output then shows alike, or none does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from docgen.codes.outputs import PICTURE_CHANGED, PICTURE_MISSING, PICTURE_REFUSED, PICTURE_UNREADABLE
from docgen.diagnostic import Findings
from docgen.suggest import did_you_mean
from docgen.tree.inline import Picture
from docgen.write.media.drawing import drawing_png, refuse_unreadable, turned
from docgen.write.media.jpeg import SIGNATURE as JPEG
from docgen.write.media.jpeg import read_jpeg
from docgen.write.media.png import SIGNATURE as PNG
from docgen.write.media.png import read_png
from docgen.write.media.svg import Drawing, read_svg
from docgen.write.media.svg_markup import looks_like_svg
from docgen.write.media.unfit import UnfitPicture

Kind = Literal["png", "jpeg", "svg"]

_KEPT = 64
"""A document in several formats asks for the same picture again."""
_MOST_NAMED = 5


class Image(Struct, frozen=True):
    """A picture that is fit for every output, without what its file says beside it."""

    kind: Kind
    data: bytes
    width: int
    """In pixels, those of a screen."""
    height: int
    png: bytes = b""
    """The same at print resolution, of a drawing: for programs that do not show SVG."""


class _Read(Struct, frozen=True):
    """What became of a file."""

    image: Image
    notes: tuple[str, ...] = ()


def readable_image(picture: Picture, files: Mapping[str, bytes], findings: Findings) -> Image | None:
    """The picture's file, ready to be written; where it is missing or unfit, a diagnostic and `None`."""
    data = files.get(picture.path)
    if data is None:
        help = did_you_mean(picture.path, files) or "put the picture into the repository, or correct its path"
        findings.add(PICTURE_MISSING.at(picture.source, f"There is no picture '{picture.path}'", help))
        return None
    read = _read(data)
    if isinstance(read, UnfitPicture):
        code = PICTURE_REFUSED if read.is_refused else PICTURE_UNREADABLE
        findings.add(code.at(picture.source, f"'{picture.path}' {read.fault}", read.help))
        return None
    for note in read.notes:
        help = "look at it in the output; to change it, save the picture in another way"
        findings.add(PICTURE_CHANGED.at(picture.source, f"'{picture.path}' looks different: {note}", help))
    return read.image


def fit_image(data: bytes) -> Image | None:
    """A picture that no content names, such as a logo of the house; None where it is unfit."""
    read = _read(data)
    return None if isinstance(read, UnfitPicture) else read.image


@lru_cache(_KEPT)
def _read(data: bytes) -> _Read | UnfitPicture:
    try:
        return _read_drawing(data) if looks_like_svg(data) else _read_pixels(data)
    except UnfitPicture as unfit:
        return unfit


def _read_pixels(data: bytes) -> _Read:
    if not data.startswith((PNG, JPEG)):
        raise UnfitPicture(
            "is not a PNG, JPEG or SVG picture", "save the picture as PNG, JPEG or SVG and name that file"
        )
    raster = read_png(data) if data.startswith(PNG) else read_jpeg(data)
    refuse_unreadable(raster)
    upright = turned(raster)
    return _Read(Image(upright.kind, upright.data, upright.width, upright.height), upright.notes)


def _read_drawing(data: bytes) -> _Read:
    drawing = read_svg(data)
    pixels = drawing_png(drawing.data, drawing.width, drawing.height)
    width, height = max(1, round(drawing.width)), max(1, round(drawing.height))
    return _Read(Image("svg", drawing.data, width, height, pixels), tuple(_notes(drawing)))


def _notes(drawing: Drawing) -> list[str]:
    told = [
        ("not drawn are", drawing.left_out),
        ("Liberation Sans stands in for", drawing.fonts),
        ("there is no letter for", drawing.letters),
    ]
    return [f"{words} {_listed(found)}" for words, found in told if found]


def _listed(found: tuple[str, ...]) -> str:
    shown = ", ".join(f"'{' '.join(word.split())[:40]}'" for word in found[:_MOST_NAMED])
    return shown if len(found) <= _MOST_NAMED else f"{shown} and {len(found) - _MOST_NAMED} more"
