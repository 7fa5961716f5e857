"""What tables look like: the lines, shades and colours of the reference document's style of tables."""

from __future__ import annotations

from msgspec import Struct

from docgen.typesetting.code import points
from docgen.write.docx.xml import NAMESPACES, Element, qualified
from docgen.write.typst.looks import Edge, Looks, colour_of, edges_of

STYLE = "DocumentTable"
_SIDES = ("top", "bottom", "left", "right", "insideH", "insideV")
_ALIGNED = {"center": "horizon", "bottom": "bottom"}


class TableLook(Struct, frozen=True):
    """The lines around and inside a table, and its row of headings. Colours are as Typst writes them."""

    lines: dict[str, Edge]
    """By side: `top`, `insideH` …; a side without a line is missing."""
    below_headings: Edge | None
    heading_fill: str
    """Empty for none."""
    heading_colour: str
    """Empty where the style of the paragraph decides."""
    heading_side: str
    """Where the words of the headings stand in their cells: `top`, `horizon` or `bottom`."""


def table_look(looks: Looks) -> TableLook:
    """The look of the style of tables, with what the styles below it say."""
    chain = looks.chain(STYLE)
    lines: dict[str, Edge] = {}
    heading: dict[str, Element] = {}
    for style in chain:
        lines |= edges_of(style.find("w:tblPr/w:tblBorders", NAMESPACES), _SIDES)
        heading |= _first_row(style)
    below = edges_of(heading.get("tcBorders"), ("bottom",)).get("bottom")
    side = heading["vAlign"].get(qualified("w:val"), "") if "vAlign" in heading else ""
    fill, colour = _value(heading.get("shd"), "fill"), _value(heading.get("color"), "val")
    return TableLook(lines, below, fill, colour, _ALIGNED.get(side, "top"))


def _first_row(style: Element) -> dict[str, Element]:
    row = style.find("w:tblStylePr[@w:type='firstRow']", NAMESPACES)
    paths = {
        "shd": "w:tcPr/w:shd",
        "tcBorders": "w:tcPr/w:tcBorders",
        "color": "w:rPr/w:color",
        "vAlign": "w:tcPr/w:vAlign",
    }
    found = {name: row.find(path, NAMESPACES) for name, path in paths.items()} if row is not None else {}
    return {name: element for name, element in found.items() if element is not None}


def _value(element: Element | None, name: str) -> str:
    return colour_of(element.get(qualified(f"w:{name}"), "")) if element is not None else ""


def stroke(edge: Edge | None) -> str:
    """A line in Typst's code."""
    return f"{points(edge.width)} + {edge.colour}" if edge and edge.width else "none"


def table_lines(look: TableLook) -> str:
    """The lines of a table as a dictionary of Typst's code: `(top: 1.5pt + blue, inside-h: …)`."""
    names = {"insideH": "inside-h", "insideV": "inside-v"}
    sides = [f"{names.get(side, side)}: {stroke(look.lines.get(side))}" for side in _SIDES]
    below = look.below_headings or look.lines.get("insideH")
    return f"({', '.join(sides)}, below-headings: {stroke(below)})"
