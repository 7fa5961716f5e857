"""Makes pictures and drawings ready for a slide."""

from __future__ import annotations

from docgen.figures.pictures import chart_png, chart_size
from docgen.figures.registry import told
from docgen.source import Source
from docgen.tree.chart import Chart
from docgen.tree.inline import Picture
from docgen.write.legibility import report_letters, report_small
from docgen.write.pictures import readable_image
from docgen.write.pptx.draft import Draft
from docgen.write.pptx.page import BODY, TEXT_SIZE
from docgen.write.pptx.words import Manner, Run, Shown, Words

_POINTS_PER_PIXEL = 72 / 96


def shown_picture(picture: Picture, draft: Draft) -> Shown | Words:
    """The picture; where it cannot be read, what it says, and a diagnostic."""
    alt = draft.writable(picture.alt, picture.source)
    image = readable_image(picture, draft.document.pictures, draft.findings)
    if image is None:
        return Words((Run(f"[{alt or picture.path}]"),), Manner(TEXT_SIZE), picture.source)
    width, height = image.width * _POINTS_PER_PIXEL, image.height * _POINTS_PER_PIXEL
    return Shown(image.png or image.data, width, height, alt, picture.source)


def shown_chart(chart: Chart, source: Source, draft: Draft) -> Shown:
    """A drawing, with all that it says as its text alternative."""
    report_letters(chart, source, draft.findings)
    report_small(chart, (BODY.width, BODY.height), source, draft.findings)
    width, height = chart_size(chart)
    return Shown(chart_png(chart), width, height, draft.writable(told(chart).description, source), source)
