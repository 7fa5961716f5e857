"""Fits docgen's styles into a house that lacks them: its size of text, its colour, its fonts of headings."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from docgen.write.docx.house.measures import number
from docgen.write.docx.house.order import child_of, paragraph_properties
from docgen.write.docx.house.styles import Stylesheet, size_of
from docgen.write.docx.xml import NAMESPACES, Element, qualified

_ACCENTS = ("005EB8", "003087")
"""docgen's own colours of headings, rules and frames; its greys go with any."""
_SMALLEST, _SCALED_FROM = 14, 8
"""In half points. What is smaller still is no text, but keeps a place."""
_CAPTION_BEFORE = 160
_VAL = qualified("w:val")
_HEADINGS = tuple(f"Heading{level}" for level in range(1, 7))


def fit(house: Stylesheet, own: Stylesheet, added: Iterable[str]) -> None:
    """Change the styles that were added, of those ids."""
    known = house.by_id
    new = set(added)
    body, accent = _body_size(house, new), _accent(house, new)
    ratio = body / size_of(own, "BodyText")
    for id in sorted(new):
        _scale(known[id], ratio)
        _colour(known[id], accent)
    _take_distances_of_normal(house, new)
    _part_captions_from_above(house, new)
    _take_fonts_of_headings(house, new)


def _body_size(house: Stylesheet, new: set[str]) -> int:
    return size_of(house, "Normal" if "BodyText" in new else "BodyText")


def _accent(house: Stylesheet, new: set[str]) -> str:
    """The colour of the house's first headings; `auto` where they are black."""
    first = next((id for id in (*_HEADINGS, "Title") if id not in new), "")
    if not first:
        return _ACCENTS[0]
    colour = house.said(first, "w:rPr/w:color")
    return "auto" if colour is None else colour.get(_VAL, "auto")


def _scale(style: Element, ratio: float) -> None:
    for size in style.iter(qualified("w:sz"), qualified("w:szCs")):
        old = number(size.get(_VAL, ""), 0)
        if old >= _SCALED_FROM:
            size.set(_VAL, str(max(_SMALLEST, round(old * ratio))))


def _colour(style: Element, accent: str) -> None:
    places = [(element, name) for element in style.iter("{*}*") for name in (_VAL, qualified("w:color"))]
    for element, name in places:
        if element.get(name) in _ACCENTS:
            element.set(name, accent)


def _take_distances_of_normal(house: Stylesheet, new: set[str]) -> None:
    """A house whose plain text keeps its distances needs no others for running text."""
    said = house.said("Normal", "w:pPr/w:spacing")
    own = house.by_id["BodyText"].find("w:pPr/w:spacing", NAMESPACES)
    if "BodyText" not in new or said is None or own is None:
        return
    if number(said.get(qualified("w:after"), ""), 0) or number(said.get(qualified("w:before"), ""), 0):
        own.attrib.clear()
        own.attrib.update(said.attrib)


def _part_captions_from_above(house: Stylesheet, new: set[str]) -> None:
    """Most houses put captions below, with no distance above; docgen's stand above tables, and often below others."""
    said = house.said("Caption", "w:pPr/w:spacing")
    before = 0 if said is None else number(said.get(qualified("w:before"), ""), 0)
    if "Caption" in new or before >= _CAPTION_BEFORE:
        return
    own = child_of(paragraph_properties(house.by_id["Caption"]), "spacing")
    if said is not None:
        own.attrib.update(said.attrib)
    own.set(qualified("w:before"), str(_CAPTION_BEFORE))


def _take_fonts_of_headings(house: Stylesheet, new: set[str]) -> None:
    """A heading that was added is in the letters of the house's others."""
    there = [id for id in _HEADINGS if id not in new]
    fonts = house.said(there[-1], "w:rPr/w:rFonts") if there else None
    if fonts is None:
        return
    for id in (*_HEADINGS, "TOCHeading"):
        properties = house.by_id[id].find("w:rPr", NAMESPACES)
        if id in new and properties is not None and properties.find("w:rFonts", NAMESPACES) is None:
            properties.insert(0, deepcopy(fonts))
