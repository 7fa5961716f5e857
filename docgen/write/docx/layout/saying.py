"""What a `w:pPr` or a `w:rPr` says itself: only what it names, so that styles can be laid over one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from docgen.write.docx.layout.attributes import length, switch, value, whole
from docgen.write.docx.layout.formats import NO_EDGE, Edge, TabStop
from docgen.write.docx.layout.unfollowed import of_paragraphs, of_words
from docgen.write.docx.xml import Element, qualified

Said = dict[str, Any]
"""Properties by the names of `ParagraphFormat`'s and of runs' fields."""

ODD = "odd:"
"""Begins the names of properties that the layout does not follow."""

NOTHING_SAID: Mapping[str, Any] = {}


def paragraph_said(properties: Element | None) -> Said:
    """What a `w:pPr` says about its paragraph."""
    said = _said(properties, _PARAGRAPH)
    odd = of_paragraphs(properties) if properties is not None else {}
    return said | {f"{ODD}{name}": words for name, words in odd.items()}


def run_said(properties: Element | None) -> Said:
    """What a `w:rPr` says about its words."""
    said = _said(properties, _RUN)
    odd = of_words(properties) if properties is not None else {}
    return said | {f"{ODD}{name}": words for name, words in odd.items()}


def _said(properties: Element | None, readers: Mapping[str, Callable[[Element], Said]]) -> Said:
    said: Said = {}
    for child in properties if properties is not None else ():
        if reader := readers.get(str(child.tag)):
            said.update(reader(child))
    return said


def _spacing(element: Element) -> Said:
    said: Said = {}
    for name in ("before", "after", "line"):
        if element.get(qualified(f"w:{name}")) is not None:
            said[name] = length(element, name)
    for name in ("before", "after"):
        if element.get(qualified(f"w:{name}Autospacing")) in ("1", "true", "on"):
            said[name] = _AUTOMATIC
    if "line" in said:
        said["rule"] = element.get(qualified("w:lineRule"), "auto")
    return said


_AUTOMATIC = 280
"""What Word and LibreOffice take for a distance that it is to choose: that of web pages."""


def _indent(element: Element) -> Said:
    said: Said = {}
    for name, field in _SIDES.items():
        if element.get(qualified(f"w:{name}")) is not None:
            said[field] = length(element, name)
    if element.get(qualified("w:hanging")) is not None:
        said["first"] = -length(element, "hanging")
    elif element.get(qualified("w:firstLine")) is not None:
        said["first"] = length(element, "firstLine")
    return said


_SIDES = {"left": "left", "start": "left", "right": "right", "end": "right"}
"""Strict files name the sides by the direction of reading."""


def _numbering(element: Element) -> Said:
    said: Said = {}
    number, level = element.find(qualified("w:numId")), element.find(qualified("w:ilvl"))
    if number is not None:
        said["list"] = value(number)
    if level is not None:
        said["level"] = whole(value(level))
    return said


def _tabs(element: Element) -> Said:
    stops = [TabStop(length(tab, "pos"), value(tab, "left")) for tab in element]
    return {"tabs": {stop.position: stop for stop in stops}}


def _borders(element: Element) -> Said:
    return {f"{str(side.tag).rpartition('}')[2]}_edge": _edge(side) for side in element}


def _edge(side: Element) -> Edge:
    look = tuple(sorted(map(str, side.attrib.values())))
    if value(side) in ("nil", "none", ""):
        return NO_EDGE
    return Edge(round(length(side, "sz") * 2.5), length(side, "space") * 20, look)


def _switched(name: str) -> Callable[[Element], Said]:
    return lambda element: {name: switch(element)}


def _fonts(element: Element) -> Said:
    """Letters with accents and dashes have the font of `hAnsi`. Where that is another, no face has both names."""
    plain, other = element.get(qualified("w:ascii")), element.get(qualified("w:hAnsi"))
    name = f"{plain} with {other}" if plain and other and plain != other else plain or other
    theme = element.get(qualified("w:asciiTheme")) or element.get(qualified("w:hAnsiTheme"))
    if theme:
        return {"theme": theme}
    return {"family": name, "theme": ""} if name else {}


def _number(name: str) -> Callable[[Element], Said]:
    return lambda element: {name: whole(value(element))}


def _text(name: str) -> Callable[[Element], Said]:
    return lambda element: {name: value(element)}


_RAGGED = ("left", "start", "right", "end", "center", "")

_PARAGRAPH: dict[str, Callable[[Element], Said]] = {
    qualified("w:spacing"): _spacing,
    qualified("w:ind"): _indent,
    qualified("w:numPr"): _numbering,
    qualified("w:tabs"): _tabs,
    qualified("w:pBdr"): _borders,
    qualified("w:keepNext"): _switched("keep_next"),
    qualified("w:keepLines"): _switched("keep_lines"),
    qualified("w:pageBreakBefore"): _switched("begins_page"),
    qualified("w:widowControl"): _switched("widows"),
    qualified("w:contextualSpacing"): _switched("contextual"),
    qualified("w:framePr"): lambda element: {"floats": True},
    qualified("w:jc"): lambda element: {"justified": value(element) not in _RAGGED},
}

_RUN: dict[str, Callable[[Element], Said]] = {
    qualified("w:rFonts"): _fonts,
    qualified("w:b"): _switched("bold"),
    qualified("w:i"): _switched("italic"),
    qualified("w:sz"): _number("half_points"),
    qualified("w:caps"): _switched("capitals"),
    qualified("w:smallCaps"): _switched("small"),
    qualified("w:spacing"): _number("spacing"),
    qualified("w:vanish"): _switched("hidden"),
    qualified("w:vertAlign"): _text("vertical"),
    qualified("w:kern"): _number("kerned_from"),
    qualified("w:rStyle"): _text("style"),
}
