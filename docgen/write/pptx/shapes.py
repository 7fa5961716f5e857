"""Puts words, tables and pictures into the places of a slide's layout."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from msgspec.structs import replace
from pptx.oxml import parse_xml
from pptx.slide import Slide as WrittenSlide

from docgen.write.docx.xml import NAMESPACES, NOTHING, Element, Xml, element, joined
from docgen.write.pptx.grids import grid_height
from docgen.write.pptx.markup import Writing, emu, paragraphs, runs
from docgen.write.pptx.page import BODY, FOOTER_SIZES, Box
from docgen.write.pptx.tables import column_widths, table
from docgen.write.pptx.words import Grid, Manner, Runs, Shown, Words

_PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
_DECLARED = {"xmlns:a": NAMESPACES["a"], "xmlns:r": NAMESPACES["r"], "xmlns:p": _PRESENTATION}
_NOTE_SIZE = 12.0
_LARGEST = 1.5
"""How much larger than its natural size a picture may be shown."""
FOOTER_PLACE, NUMBER_PLACE = 11, 12
"""As the layouts count their places."""


def put_title(slide: WrittenSlide, title: Runs, size: float, own: float, writing: Writing) -> None:
    """The title. Its place gives its look; only another size is said."""
    shape: Any = slide.shapes.title
    plain = Writing(writing.language, writing.link, own)
    _fill(shape, element("a:p", {}, runs(title, plain, Manner(size))))


def put_words(shape: Any, words: list[Words], writing: Writing, box: Box | None = None) -> None:
    """Paragraphs into a place, which may be moved."""
    _fill(shape, paragraphs(words, writing))
    if box:
        _move(shape, box)


def put_notes(slide: WrittenSlide, notes: list[Words], writing: Writing) -> None:
    """What the speaker says, below the slide. Its words have the size of the place, and lead nowhere."""
    place = slide.notes_slide.notes_placeholder
    plain = [replace(words, manner=replace(words.manner, size=_NOTE_SIZE)) for words in notes]
    put_words(place, plain, Writing(writing.language, lambda _: NOTHING, _NOTE_SIZE))


def put_grid(shape: Any, grid: Grid, top: float, writing: Writing) -> None:
    """A table into the place that is kept for one."""
    frame = shape.insert_table(len(grid.rows) + 1, len(grid.widths))
    old = frame._element.graphic.graphicData.tbl
    old.getparent().replace(old, _parsed(table(grid, writing), declared=True))
    frame.left, frame.top = emu(BODY.left), emu(top)
    frame.width, frame.height = sum(column_widths(grid)), emu(grid_height(grid))
    _describe(frame, grid.description)


def put_shown(shape: Any, shown: Shown, top: float) -> None:
    """A picture into the place that is kept for one: whole, in its own proportions, and in the middle."""
    picture = shape.insert_picture(BytesIO(shown.data))
    picture.crop_left = picture.crop_right = picture.crop_top = picture.crop_bottom = 0
    room = BODY.top + BODY.height - top
    scale = min(_LARGEST, BODY.width / shown.width, room / shown.height)
    width, height = shown.width * scale, shown.height * scale
    _move(picture, Box(BODY.left + (BODY.width - width) / 2, top, width, height))
    _describe(picture, shown.alt)


def put_foot(slide: WrittenSlide, words: str, size: float, number: int, language: str) -> None:
    """The footer and the number of the slide."""
    text = element("a:r", {}, _small(size, language), Xml(f"<a:t>{_escaped(words)}</a:t>"))
    identity = {"id": "{5A0E9E5B-6C3E-4B0B-9B5C-0C6B5C1E0D11}", "type": "slidenum"}
    field = element("a:fld", identity, _small(FOOTER_SIZES[0], language), Xml(f"<a:t>{number}</a:t>"))
    tree: Any = slide.shapes._spTree
    first = max(shape.shape_id for shape in slide.shapes) + 1
    tree.append(_parsed(_placeholder(first, "Footer", "ftr", FOOTER_PLACE, joined((_to("l"), text))), declared=False))
    tree.append(
        _parsed(
            _placeholder(first + 1, "Slide number", "sldNum", NUMBER_PLACE, joined((_to("r"), field))), declared=False
        )
    )


def _small(size: float, language: str) -> Xml:
    """LibreOffice takes nothing of this from the layout."""
    colour = element("a:solidFill", {}, element("a:schemeClr", {"val": "accent6"}))
    return element(
        "a:rPr",
        {"lang": language, "sz": str(round(size * 100))},
        colour,
        element("a:latin", {"typeface": "+mn-lt"}),
    )


def _to(side: str) -> Xml:
    return element("a:pPr", {"algn": side})


def _placeholder(id_: int, name: str, kind: str, place: int, content: Xml) -> Xml:
    properties = element(
        "p:nvSpPr",
        {},
        element("p:cNvPr", {"id": str(id_), "name": f"{name} {id_ - 1}"}),
        element("p:cNvSpPr", {}, element("a:spLocks", {"noGrp": "1"})),
        element("p:nvPr", {}, element("p:ph", {"type": kind, "sz": "quarter", "idx": str(place)})),
    )
    body = element("p:txBody", {}, element("a:bodyPr", {}), element("a:lstStyle", {}), element("a:p", {}, content))
    return element("p:sp", _DECLARED, properties, element("p:spPr", {}), body)


def _fill(shape: Any, content: Xml) -> None:
    body: Element = shape.text_frame._txBody
    for paragraph in body.findall(f"{{{NAMESPACES['a']}}}p"):
        body.remove(paragraph)
    holder = _parsed(element("a:lstStyle", _DECLARED, content), declared=False)
    body.extend(list(holder))


def _parsed(content: Xml, declared: bool) -> Element:
    """The element, of the class that python-pptx has for it."""
    if declared:
        holder: Element = parse_xml(element("p:txBody", _DECLARED, content))
        return holder[0]
    root: Element = parse_xml(content)
    return root


def _move(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (
        emu(box.left),
        emu(box.top),
        emu(box.width),
        emu(box.height),
    )


def _describe(shape: Any, words: str) -> None:
    """The text alternative."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("descr", words)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
