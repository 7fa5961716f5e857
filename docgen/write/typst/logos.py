"""Pictures in the headers and footers of the house: in their line, or where they are hung on the page."""

from __future__ import annotations

from docx.opc.part import Part
from msgspec import Struct

from docgen.typesetting.code import literal, points
from docgen.write.docx.house.measures import decimal
from docgen.write.docx.page import number_of
from docgen.write.docx.xml import NAMESPACES, Element, qualified
from docgen.write.pictures import fit_image
from docgen.write.typst.program import Program

DRAWING = qualified("w:drawing")
_EMU_PER_POINT = 12_700
_ALIGNED = {"left": "left", "inside": "left", "center": "center", "right": "right", "outside": "right"}
_OF_THE_PAGE = ("page", "leftMargin", "outsideMargin", "insideMargin")
"""What offsets to the side are counted from the edge of the paper for; all others begin at the text."""


class Logo(Struct, frozen=True):
    """A picture of a header or footer that the PDF can show."""

    drawing: Element
    """The `wp:inline` or the `wp:anchor`."""
    path: str
    """Of its file, for the program."""
    width: float
    """In points."""
    height: float

    @property
    def is_in_line(self) -> bool:
        """Whether it stands among the words, and makes its line higher."""
        return self.drawing.tag == qualified("wp:inline")


def logo_of(drawing: Element, part: Part, program: Program) -> Logo | None:
    """The picture that a `w:drawing` shows; None for shapes, text boxes and unfit pictures."""
    frame = next((child for child in drawing if child.tag in (qualified("wp:inline"), qualified("wp:anchor"))), None)
    extent = frame.find("wp:extent", NAMESPACES) if frame is not None else None
    blips = [] if frame is None else list(frame.iter(qualified("a:blip")))
    if frame is None or extent is None or len(blips) != 1:
        return None
    path = _file(blips[0].get(qualified("r:embed"), ""), part, program)
    width, height = (_points(extent.get(side, "")) for side in ("cx", "cy"))
    return Logo(frame, path, width, height) if path and width > 0 and height > 0 else None


def _file(relation: str, part: Part, program: Program) -> str:
    """The picture among the files of the program; empty where it is none that every output can hold."""
    picture = part.related_parts.get(relation)
    shown = fit_image(picture.blob) if picture is not None else None
    return program.file(shown.data, shown.kind) if shown else ""


def logo_image(logo: Logo) -> str:
    """As large as the house has it. Headers and footers are for the eye alone: no text alternative is read there."""
    return f'image({literal(logo.path)}, width: {points(logo.width)}, height: {points(logo.height)}, fit: "stretch")'


def hung(logo: Logo, edge: str, program: Program) -> str:
    """A picture that is hung on the page, seen from the corner of its header or footer."""
    section = program.package.last_section
    margins = section.find("w:pgMar", NAMESPACES)
    if margins is None:
        return logo_image(logo)
    side, dx = _across(logo, number_of(margins, "left") / 20, number_of(margins, "right") / 20)
    dy = _down(logo, edge, number_of(margins, "top") / 20, number_of(margins, edge) / 20)
    return f"place(top + {side}, dx: {points(dx)}, dy: {dy}, {logo_image(logo)})"


def _across(logo: Logo, left: float, right: float) -> tuple[str, float]:
    """Which side of the text a picture stands at, and how far from it, in points."""
    position = logo.drawing.find("wp:positionH", NAMESPACES)
    base = position.get("relativeFrom", "") if position is not None else ""
    aligned = position.findtext("wp:align", "", NAMESPACES) if position is not None else ""
    from_page = base in _OF_THE_PAGE
    if aligned:
        side = _ALIGNED.get(aligned, "left")
        shift = {"left": -left, "center": (right - left) / 2, "right": right}[side]
        return side, shift if from_page else 0.0
    offset = _offset(position)
    if base == "rightMargin":
        return "right", offset + logo.width
    return "left", offset - left if from_page else offset


def _down(logo: Logo, edge: str, top: float, distance: float) -> str:
    """How far below the top of its header or footer a picture begins: a length in Typst's code."""
    position = logo.drawing.find("wp:positionV", NAMESPACES)
    base = position.get("relativeFrom", "") if position is not None else ""
    aligned = position.findtext("wp:align", "", NAMESPACES) if position is not None else ""
    if base not in ("page", "margin", "topMargin"):
        return points(_offset(position))
    from_top = {
        "center": f"(page.height - {points(logo.height)}) / 2",
        "bottom": f"page.height - {points(logo.height)}",
    }
    start = points(top) if base == "margin" else "0pt"
    there = from_top.get(aligned, f"{start} + {points(_offset(position))}")
    edge_top = points(distance) if edge == "header" else f"page.height - {points(distance)} - footer-room"
    return f"{there} - ({edge_top})"


def _offset(position: Element | None) -> float:
    """In points."""
    return _points(position.findtext("wp:posOffset", "", NAMESPACES) if position is not None else "")


def _points(emu: str) -> float:
    """A length that Word gives in EMU; 0 for what is no length of a page."""
    return decimal(emu, 0.0) / _EMU_PER_POINT
