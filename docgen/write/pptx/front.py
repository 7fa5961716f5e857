"""Writes the title slide: who issues the paper, its title, and what is to be known of it."""

from __future__ import annotations

from typing import Any

from pptx.slide import Slide as WrittenSlide

from docgen.write.pptx.draft import Draft
from docgen.write.pptx.filling import slides_of
from docgen.write.pptx.fitted import fitted_size
from docgen.write.pptx.markup import Writing
from docgen.write.pptx.measuring import height_of
from docgen.write.pptx.page import (
    ABOVE_SIZE,
    COVER_ABOVE,
    COVER_BELOW,
    COVER_SIZES,
    COVER_SUBTITLE,
    COVER_TITLE,
    FACT_SIZE,
    SUBTITLE_SIZES,
    Box,
)
from docgen.write.pptx.sections import Front, Section
from docgen.write.pptx.shapes import put_notes, put_title, put_words
from docgen.write.pptx.words import Manner, Piece, Slide, Words

_SUBTITLE_PLACE, _ABOVE_PLACE, _BELOW_PLACE = 1, 13, 14


def put_front(slide: WrittenSlide, front: Front, writing: Writing, draft: Draft) -> None:
    """Fill the places of the title slide; those that stay empty are taken away."""
    source = draft.document.source
    size = fitted_size(front.title, COVER_TITLE, COVER_SIZES, source, draft)
    put_title(slide, front.title, size, COVER_SIZES[0], writing)
    below = [piece for piece in _that_fit(front.below, COVER_BELOW) if isinstance(piece, Words)]
    above = [piece for piece in _that_fit(front.above, COVER_ABOVE) if isinstance(piece, Words)]
    _put(slide, _SUBTITLE_PLACE, _subtitle(front, draft), SUBTITLE_SIZES[0], writing)
    _put(slide, _ABOVE_PLACE, above, ABOVE_SIZE, writing)
    _put(slide, _BELOW_PLACE, below, FACT_SIZE, writing)
    if front.notes:
        put_notes(slide, front.notes, writing)


def rest_of_front(front: Front, draft: Draft) -> list[Slide]:
    """What the title slide has no room for, on slides of their own."""
    rest: list[Piece] = [
        *front.above[len(_that_fit(front.above, COVER_ABOVE)) :],
        *front.below[len(_that_fit(front.below, COVER_BELOW)) :],
    ]
    return slides_of(Section(front.title, pieces=rest), draft) if rest else []


def _that_fit(pieces: list[Piece], box: Box) -> list[Piece]:
    """The first paragraphs that a place has room for."""
    fitting: list[Piece] = []
    used = 0.0
    for piece in pieces:
        used += height_of([piece], box.width) if isinstance(piece, Words) else box.height + 1
        if used > box.height:
            return fitting
        fitting.append(piece)
    return fitting


def _subtitle(front: Front, draft: Draft) -> list[Words]:
    if not front.subtitle:
        return []
    size = fitted_size(front.subtitle, COVER_SUBTITLE, SUBTITLE_SIZES, draft.document.source, draft)
    return [Words(front.subtitle, Manner(size, before=0.0), draft.document.source)]


def _put(slide: WrittenSlide, index: int, words: list[Words], own: float, writing: Writing) -> None:
    place: Any = next(place for place in slide.placeholders if place.placeholder_format.idx == index)
    if words:
        put_words(place, words, Writing(writing.language, writing.link, own))
    else:
        place._element.getparent().remove(place._element)
