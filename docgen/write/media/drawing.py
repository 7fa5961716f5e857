"""Has Typst draw pictures of the user's: once to see that it can, and as PNG for what does not show SVG."""

from __future__ import annotations

from docgen.typesetting.code import literal, points
from docgen.typesetting.compiling import PRINT_RESOLUTION, TypesettingFailed, png
from docgen.typesetting.trial import drawn_apart
from docgen.write.media.raster import Raster
from docgen.write.media.unfit import UnfitPicture

_PAGE = '#set document(title: "Picture")\n#set page(width: auto, height: auto, margin: 0pt, fill: none)\n'
_POINTS_PER_PIXEL = 0.75
_LARGEST = (470.0, 720.0)
"""In points: no page shows a picture larger, and print needs no more pixels."""
_SHARPEST = 2_000
"""Pixels on the longer side of a photograph that is turned: as many as an A4 page on its side prints."""
_TURNS = {2: (0, True), 3: (180, False), 4: (180, True), 5: (270, True), 6: (90, False), 7: (90, True), 8: (270, False)}
"""For each orientation, by how many degrees to turn it clockwise, after mirroring it."""


def drawing_png(svg: bytes, width: float, height: float) -> bytes:
    """The drawing as PNG, at print resolution, as large as a page shows it. Raises `UnfitPicture`."""
    shown = width * _POINTS_PER_PIXEL
    shown *= min(1.0, _LARGEST[0] / shown, _LARGEST[1] / (height * _POINTS_PER_PIXEL))
    try:
        return drawn_apart(f'{_PAGE}#image("a.svg", width: {points(shown)}, alt: "Picture")', {"a.svg": svg})
    except TypesettingFailed as failure:
        fault = f"cannot be drawn: {failure.message}"
        raise UnfitPicture(fault, "make it simpler in the drawing program, or save it as PNG", True) from failure


def turned(raster: Raster) -> Raster:
    """A photograph that lies on its side or its head, put upright, as PNG. Raises `UnfitPicture`."""
    if raster.orientation == 1:
        return raster
    degrees, is_mirrored = _TURNS[raster.orientation]
    scale = min(1.0, _SHARPEST / max(raster.width, raster.height))
    width, height = (points(side * scale * 72 / PRINT_RESOLUTION) for side in (raster.width, raster.height))
    name = f"a.{raster.kind}"
    shown = f'image({literal(name)}, width: {width}, height: {height}, alt: "Picture")'
    shown = f"scale(x: -100%, {shown})" if is_mirrored else shown
    data = _drawn(f"{_PAGE}#rotate({degrees}deg, reflow: true, {shown})", {name: raster.data}, raster)
    lies = degrees in (90, 270)
    size = (raster.height, raster.width) if lies else (raster.width, raster.height)
    return Raster("png", data, *size, notes=raster.notes)


def refuse_unreadable(raster: Raster) -> None:
    """Raises `UnfitPicture` for a picture that the typesetter cannot unpack."""
    name = f"a.{raster.kind}"
    _drawn(f'{_PAGE}#image({literal(name)}, width: 3pt, height: 3pt, alt: "Picture")', {name: raster.data}, raster)


def _drawn(code: str, files: dict[str, bytes], raster: Raster) -> bytes:
    try:
        return png(code, files)
    except TypesettingFailed as failure:
        fault = f"is a damaged {raster.kind.upper()} picture"
        raise UnfitPicture(fault, "open it in a picture program and save it again") from failure
