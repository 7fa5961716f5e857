"""Writes pictures and charts."""

from __future__ import annotations

from docgen.figures.registry import drawing, told
from docgen.source import Source
from docgen.tree.chart import Chart
from docgen.tree.inline import Picture
from docgen.typesetting.code import literal, points
from docgen.write.legibility import report_letters, report_small
from docgen.write.pictures import Image, readable_image
from docgen.write.typst.program import Place, Program

_POINTS_PER_PIXEL = 0.75
"""Pixels are those of a screen: 96 to an inch."""
_HIGHEST = 0.8
"""The share of a page's height that a picture may take, so that its caption finds room below."""


def inline_picture(picture: Picture, place: Place, program: Program) -> str:
    """The picture in a line; where it cannot be read, what it says, and a diagnostic."""
    image = readable_image(picture, program.document.pictures, program.findings)
    if image is None:
        return program.words(f"[{picture.alt or picture.path}]", picture.source)
    return f"box({_image(image, picture, place, program)})"


def _image(image: Image, picture: Picture, place: Place, program: Program) -> str:
    """A picture without a text alternative is there for its looks only."""
    width = points(_width(image, place))
    alt = program.words(picture.alt, picture.source)
    shown = f"image({literal(program.file(image.data, image.kind))}, width: {width}, alt: {alt})"
    return shown if picture.alt else f"pdf.artifact({shown})"


def _width(image: Image, place: Place) -> float:
    """In points: as on a screen, but no larger than its place."""
    width, height = image.width * _POINTS_PER_PIXEL, image.height * _POINTS_PER_PIXEL
    room = place.measure / 20, place.height / 20 * _HIGHEST
    return max(1.0, width * min(1.0, room[0] / width, room[1] / height))


def chart_drawing(chart: Chart, source: Source, place: Place, program: Program) -> str:
    """The drawing itself, made smaller where its place is smaller than it is."""
    program.has_charts = True
    room = place.measure / 20, place.height / 20 * _HIGHEST
    report_letters(chart, source, program.findings)
    report_small(chart, room, source, program.findings)
    return f"fitted({points(room[0])}, {points(room[1])}, {drawing(chart)})"


def alternative(picture: Picture | Chart) -> str:
    """The text alternative of what a figure shows."""
    return picture.alt if isinstance(picture, Picture) else told(picture).description
