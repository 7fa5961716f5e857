"""Writes the head of the program: the document's facts, the page, and the looks that the text uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct
from msgspec.structs import replace

from docgen.codes.outputs import FONT_STANDS_IN
from docgen.figures.canvas import definitions
from docgen.source import Source
from docgen.typesetting.code import array, literal, points, twips
from docgen.typesetting.fonts import CODE_FAMILIES, FAMILIES
from docgen.write.docx.house.page import shows_first_page
from docgen.write.docx.page import number_of
from docgen.write.docx.xml import NAMESPACES, Element, qualified
from docgen.write.typst.edges import EdgePart, edge_height, read_edges, write_edges
from docgen.write.typst.looks import Look, typst_look
from docgen.write.typst.notes import could_fill_a_page
from docgen.write.typst.program import Program, look_name, name_of
from docgen.write.typst.table_look import stroke, table_lines, table_look

_ALWAYS = (
    "BodyText",
    "Callout",
    "Caption",
    "CalloutTitle",
    "Code",
    "CoverFact",
    "Figure",
    "FootnoteText",
    "PullQuote",
    "Quote",
    "TableText",
)
"""The styles that `preamble.typ` names."""
_LEAST_CELL_MARGIN = 1.4
"""Above and below the words of a cell, in points."""
_PALE = 'rgb("#aeb7bd")'


def write_head(program: Program) -> list[str]:
    """The lines before the text, once all of the text is known."""
    edges = read_edges(program)
    bands = {edge: _band(side, edge, edges, program) for side, edge in _BANDS}
    _report_fonts(program)
    return [
        _about(program),
        _letters(program),
        *(["#set text(costs: (widow: 0%))"] if could_fill_a_page(program.document) else []),
        *_looks(program),
        *_house(program),
        _shipped(),
        *([definitions()] if program.has_charts else []),
        *[f"#let {edge}-room = {points(band.room)}" for edge, band in bands.items()],
        *write_edges(edges, program),
        *_page(bands, program),
        "#show: in-house",
    ]


def _report_fonts(program: Program) -> None:
    """Words in the computer's own spelling have a font of their own in any case."""
    families = dict.fromkeys(program.looks.family(style) for style in program.styles if style != "Code")
    for family in families:
        if family and family not in _LIKE_ARIAL:
            message = f"the PDF is set in {FAMILIES[0]}, since docgen does not bring along the font '{family}'"
            help = "where the font matters, publish the PDF that Word makes of the Word file"
            source = Source(program.package.path) if program.package.path else program.document.source
            program.findings.add(FONT_STANDS_IN.at(source, message, help))


_LIKE_ARIAL = ("Arial", "Arimo", "Helvetica", "Liberation Sans")


def _about(program: Program) -> str:
    said, source = program.document.properties, program.document.source
    author = said.author or said.organisation
    facts = [f"title: {program.words(name_of(program.document), source)}"]
    facts += [f"author: ({program.words(author, source)},)"] if author else []
    return f"#set document({', '.join(facts)})"


def _letters(program: Program) -> str:
    language, _, rest = program.document.properties.language.partition("-")
    region = next((part for part in rest.split("-") if len(part) == 2 and part.isalpha()), "")
    families = array([literal(family) for family in FAMILIES])
    place = f", region: {literal(region.lower())}" if region else ""
    shape = "hyphenate: false, fallback: false, top-edge: 0.905em, bottom-edge: -0.212em"
    return f"#set text(font: {families}, lang: {literal(language.lower())}{place}, {shape})"


def _looks(program: Program) -> list[str]:
    styles = dict.fromkeys([*_ALWAYS, *program.styles])
    return [f"#let {look_name(style)} = {typst_look(_look(style, program))}" for style in styles]


def _look(style: str, program: Program) -> Look:
    """The look of a style. Headings of columns are in the colour of their row, unless they have one of their own."""
    look = program.looks.look(style)
    colour = table_look(program.looks).heading_colour if style.startswith("TableHeading") else ""
    return replace(look, colour=colour) if colour and not program.looks.said(style).get("color.val") else look


def _house(program: Program) -> list[str]:
    """What tables, callouts and quotations take from the house beside their paragraphs."""
    look = program.looks.look
    cell = look("TableText")
    callout, quote = look("Callout"), look("Quote")
    table = table_look(program.looks)
    return [
        f"#let code-families = {array([literal(family) for family in CODE_FAMILIES])}",
        f"#let link-colour = {program.looks.colour('Hyperlink') or cell.colour}",
        f"#let table-inset = {points(_LEAST_CELL_MARGIN + cell.before + cell.leading / 2)}",
        f"#let table-fill = {table.heading_fill or 'none'}",
        f"#let table-headings = {table.heading_side}",
        f"#let table-lines = {table_lines(table)}",
        f"#let rule-line = {_PALE}",
        f"#let callout-fill = {callout.fill or 'none'}",
        f"#let callout-edge = {stroke(dict(callout.edges).get('left'))}",
        f"#let code-fill = {look('Code').fill or 'none'}",
        f"#let quote-edge = {stroke(dict(quote.edges).get('left'))}",
        f"#let pull-quote-edge = {stroke(dict(look('PullQuote').edges).get('left'))}",
    ]


@cache
def _shipped() -> str:
    return files("docgen.write.typst").joinpath("preamble.typ").read_text(encoding="utf-8").rstrip("\n")


_BANDS = (("top", "header"), ("bottom", "footer"))


class _Band(Struct, frozen=True):
    """Where a header or footer stands on the page, in points."""

    margin: float
    """Where the text begins, from the edge of the paper."""
    distance: float
    """Where the header begins, from the edge of the paper."""

    @property
    def room(self) -> float:
        """The height that it has."""
        return self.margin - self.distance


def _band(side: str, edge: str, edges: Sequence[EdgePart], program: Program) -> _Band:
    """A high header or footer pushes the text away, as in Word, unless the margin is given as exact by its minus."""
    margins = program.package.last_section.find("w:pgMar", NAMESPACES)
    if margins is None:
        return _Band(0.0, 0.0)
    margin, distance = number_of(margins, side) / 20, number_of(margins, edge) / 20
    needed = distance + edge_height(edges, edge, _measure(margins, program), program)
    return _Band(max(margin, needed) if margin >= 0 else -margin, distance)


def _page(bands: Mapping[str, _Band], program: Program) -> list[str]:
    """The page of the reference document."""
    section = program.package.last_section
    size, margins = section.find("w:pgSz", NAMESPACES), section.find("w:pgMar", NAMESPACES)
    if size is None or margins is None:
        return []
    left = number_of(margins, "left") + number_of(margins, "gutter")
    width, height = sorted((number_of(size, "w"), number_of(size, "h")))
    sides = f"left: {twips(left)}, right: {twips(number_of(margins, 'right'))}"
    top, bottom = (points(bands[edge].margin) for _, edge in _BANDS)
    return [
        f"#set page(width: {twips(width)}, height: {twips(height)}, "
        f"margin: (top: {top}, bottom: {bottom}, {sides}), header-ascent: 0pt, footer-descent: 0pt, "
        f"header: block(width: 100%, height: header-room, align(top, {_by_page('header', program)})), "
        f"footer: block(width: 100%, height: footer-room, align(bottom, {_by_page('footer', program)})), "
        f"background: {_watermark(program)})",
        *_first_number(section),
    ]


def _measure(margins: Element, program: Program) -> float:
    """How wide the text of an upright page is, in points."""
    size = program.package.last_section.find("w:pgSz", NAMESPACES)
    sides = sum(number_of(margins, side) for side in ("left", "right", "gutter"))
    width = min(number_of(size, "w"), number_of(size, "h")) if size is not None else sides
    return (width - sides) / 20


def _by_page(edge: str, program: Program) -> str:
    first = f"{edge}-first" if shows_first_page(program.package.last_section) else "none"
    even = f"{edge}-even" if program.package.parts_even_pages else "none"
    return f"by-page({first}, {even}, {edge}-default)"


def _watermark(program: Program) -> str:
    if not program.document.properties.is_draft:
        return "none"
    letters = 'text(size: 150pt, weight: "bold", fill: rgb("#c0c0c040"), "DRAFT")'
    return f"pdf.artifact(place(center + horizon, rotate(-45deg, {letters})))"


def _first_number(section: Element) -> list[str]:
    numbers = section.find("w:pgNumType", NAMESPACES)
    start = numbers.get(qualified("w:start"), "") if numbers is not None else ""
    return [f"#counter(page).update({int(start)})"] if start.isdigit() else []
