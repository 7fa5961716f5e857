"""Charts as files: SVG for web pages and Word, PNG for Word, always the same for the same data."""

from __future__ import annotations

import re
from functools import lru_cache

from docgen.figures.canvas import page
from docgen.figures.registry import drawing
from docgen.tree.chart import Chart
from docgen.typesetting.compiling import png, svg

_KEPT = 64
"""A document in several formats asks for the same chart again."""


@lru_cache(_KEPT)
def chart_svg(chart: Chart) -> bytes:
    """The drawing as SVG, its letters as outlines."""
    return svg(page(drawing(chart)))


@lru_cache(_KEPT)
def chart_png(chart: Chart) -> bytes:
    """The drawing as PNG, at print resolution."""
    return png(page(drawing(chart)))


def chart_size(chart: Chart) -> tuple[float, float]:
    """The width and height of the drawing, in points, as Typst writes them into its first element."""
    found = _SIZE.match(chart_svg(chart))
    if found is None:
        message = "Typst writes the size of a drawing otherwise than this version knows"
        raise ValueError(message)
    return float(found[1]), float(found[2])


_SIZE = re.compile(rb'<svg[^>]*? viewBox="0 0 ([\d.]+) ([\d.]+)"')
