"""The way in: a document becomes the bytes of a file of slides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

from pptx import Presentation as open_presentation
from pptx.presentation import Presentation
from pptx.slide import Slide as WrittenSlide

from docgen.diagnostic import Findings
from docgen.tree.document import Document
from docgen.write.edition import Edition
from docgen.write.pptx.draft import Draft
from docgen.write.pptx.filling import slides_of
from docgen.write.pptx.fitted import fitted_size
from docgen.write.pptx.front import put_front, rest_of_front
from docgen.write.pptx.links import writing_for
from docgen.write.pptx.markup import Writing
from docgen.write.pptx.page import BELOW_WORDS, BODY, FOOTER, FOOTER_SIZES, TITLE, TITLE_SIZES, Box
from docgen.write.pptx.properties import footer_words, with_company, write_properties
from docgen.write.pptx.sections import front_of, sections_of
from docgen.write.pptx.shapes import put_foot, put_grid, put_notes, put_shown, put_title, put_words
from docgen.write.pptx.words import Grid, Run, Shown, Slide
from docgen.write.zip import packed, unpacked

_FRONT, _TEXT, _TABLE, _PICTURE = range(4)
"""The layouts of `reference/`."""
_WORDS_PLACE, _BELOW_PLACE = 1, 13
_APP = "docProps/app.xml"


def write_pptx(document: Document, findings: Findings, edition: Edition) -> bytes:
    """The bytes of the deck. Nothing in it tells where the words came from, so all editions are alike."""
    draft = Draft(document, findings)
    presentation = open_presentation(BytesIO(packed(_reference())))
    front = front_of(draft)
    sections = sections_of(front, draft)
    slides = [*rest_of_front(front, draft), *(slide for section in sections for slide in slides_of(section, draft))]
    cover = presentation.slides.add_slide(presentation.slide_layouts[_FRONT])
    written = [presentation.slides.add_slide(presentation.slide_layouts[_layout(slide)]) for slide in slides]
    places = _places(slides, written)
    put_front(cover, front, writing_for(cover, places, draft), draft)
    for slide, shape in zip(slides, written, strict=True):
        _write(slide, shape, writing_for(shape, places, draft), draft)
    _write_feet([cover, *written], draft)
    write_properties(presentation, draft)
    return _saved(presentation, draft)


@cache
def _reference() -> Mapping[str, bytes]:
    """The empty deck with its master and layouts."""
    root = files("docgen.write.pptx") / "reference"
    return dict(_files_below(root, ""))


def _files_below(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{path}{entry.name}"
        found += _files_below(entry, f"{name}/") if entry.is_dir() else [(name, entry.read_bytes())]
    return found


def _layout(slide: Slide) -> int:
    if slide.below is None:
        return _TEXT
    return _TABLE if isinstance(slide.below, Grid) else _PICTURE


def _places(slides: list[Slide], written: list[WrittenSlide]) -> dict[str, WrittenSlide]:
    """The slide that each label and anchor leads to."""
    places: dict[str, WrittenSlide] = {}
    for slide, shape in zip(slides, written, strict=True):
        for place in slide.places:
            places.setdefault(place, shape)
    return places


def _write(slide: Slide, shape: WrittenSlide, writing: Writing, draft: Draft) -> None:
    title = (*slide.title, *slide.part)
    size = fitted_size(title, TITLE, TITLE_SIZES, draft.document.source, draft)
    put_title(shape, title, size, TITLE_SIZES[0], writing)
    _write_words(slide, shape, writing)
    top = BODY.top + (slide.used + BELOW_WORDS if slide.words else 0.0)
    if isinstance(slide.below, Grid):
        put_grid(_place(shape, _BELOW_PLACE), slide.below, top, writing)
    if isinstance(slide.below, Shown):
        put_shown(_place(shape, _BELOW_PLACE), slide.below, top)
    if slide.notes:
        put_notes(shape, slide.notes, writing)


def _write_words(slide: Slide, shape: WrittenSlide, writing: Writing) -> None:
    """Into their place; one that stays empty is taken away, since it would ask to be filled."""
    place = _place(shape, _WORDS_PLACE)
    if not slide.words:
        place._element.getparent().remove(place._element)
        return
    box = Box(BODY.left, BODY.top, BODY.width, slide.used) if slide.below else None
    put_words(place, slide.words, writing, box)


def _place(shape: WrittenSlide, index: int) -> Any:
    return next(place for place in shape.placeholders if place.placeholder_format.idx == index)


def _write_feet(slides: list[WrittenSlide], draft: Draft) -> None:
    words = footer_words(draft)
    size = fitted_size((Run(words),), FOOTER, FOOTER_SIZES, draft.document.source, draft)
    for number, slide in enumerate(slides, start=1):
        put_foot(slide, words, size, number, draft.document.properties.language)


def _saved(presentation: Presentation, draft: Draft) -> bytes:
    buffer = BytesIO()
    presentation.save(buffer)
    parts = unpacked(buffer.getvalue())
    return packed({**parts, _APP: with_company(parts[_APP], draft)})
