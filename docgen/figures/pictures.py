"""Charts as files: SVG for web pages and Word, PNG for Word, always the same for the same data."""

from __future__ import annotations

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
