"""Writes what stands at the head and foot of every page: the reference document's headers and footers, filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import ceil

from docx.parts.story import StoryPart
from msgspec import Struct

from docgen.codes.outputs import LEFT_OUT_OF_EDGE
from docgen.source import Source
from docgen.typesetting.code import array, joined, points
from docgen.write.docx.headers import fill_edges
from docgen.write.docx.house.edges import EDGES, KINDS
from docgen.write.docx.house.measures import number
from docgen.write.docx.xml import NAMESPACES, Element, qualified
from docgen.write.typst.edge_words import DRAWN, SECOND_CHOICE, EdgeLine, pieces
from docgen.write.typst.logos import DRAWING, Logo, hung, logo_of
from docgen.write.typst.looks import laid_over, typst_look
from docgen.write.typst.program import Program

_PARAGRAPH, _TABLE, _ROW, _CELL = (qualified(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_IN_SECOND_CHOICE = f"{{*}}{SECOND_CHOICE}"


class EdgePart(Struct, frozen=True):
    """A header or footer of all pages, of the first one or of even ones."""

    edge: str
    """`header` or `footer`."""
    kind: str
    """`default`, `first` or `even`."""
    root: Element
    logos: Mapping[Element, Logo]
    """The pictures that the PDF can show, by their drawings."""


def read_edges(program: Program) -> list[EdgePart]:
    """All of them, with the document's facts in their braces; what the PDF cannot show of them is reported."""
    fill_edges(program.package, program.document, program.findings)
    parts = []
    for edge in EDGES:
        for kind, part in zip(KINDS, program.package.edge_parts(edge), strict=True):
            parts.append(EdgePart(edge, kind, part.element, _logos(part, program)))
            _report_drawn(parts[-1], program)
    return parts


def write_edges(parts: Iterable[EdgePart], program: Program) -> list[str]:
    """Definitions of `header-default`, `footer-first` and so on."""
    written = []
    for part in parts:
        hangs = [hung(logo, part.edge, program) for logo in part.logos.values() if not logo.is_in_line]
        lines = [_block(block, part, program) for block in _blocks(part.root)]
        written.append(f"#let {part.edge}-{part.kind} = context {joined([*hangs, *lines])}")
    return written


def edge_height(parts: Iterable[EdgePart], edge: str, measure: float, program: Program) -> float:
    """About how high the highest header or footer is on an upright page, whose text is `measure` points wide."""
    return max(_height(_blocks(part.root), measure, part, program) for part in parts if part.edge == edge)


def _height(blocks: Iterable[Element], measure: float, part: EdgePart, program: Program) -> float:
    return sum(
        _line_height(_line(block, part, program), measure)
        if block.tag == _PARAGRAPH
        else sum(_row_height(row, block, measure, part, program) for row in block.iterchildren(_ROW))
        for block in blocks
    )


def _line_height(line: EdgeLine, measure: float) -> float:
    look = line.look
    rules = sum(edge.space + edge.width for side, edge in look.edges if side != "left")
    lines = max(1, ceil(line.width / max(measure - look.left - look.right, 1.0)))
    highest = max([look.line, *(logo.height for logo in line.pictures)])
    return look.before + look.after + highest + (lines - 1) * look.line + rules


def _row_height(row: Element, table: Element, measure: float, part: EdgePart, program: Program) -> float:
    widths = _widths(table)
    cells = zip(row.iterchildren(_CELL), widths, strict=False)
    heights = [_height(_blocks(cell), measure * width / sum(widths), part, program) for cell, width in cells]
    return max(heights, default=0.0)


def _blocks(element: Element) -> Iterator[Element]:
    """The paragraphs and tables of a header, a cell or a content control, in order; not those of a text box."""
    for child in element.iterchildren("*"):
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag not in DRAWN:
            yield from _blocks(child)


def _block(block: Element, part: EdgePart, program: Program) -> str:
    return _paragraph(_line(block, part, program), program) if block.tag == _PARAGRAPH else _table(block, part, program)


def _line(paragraph: Element, part: EdgePart, program: Program) -> EdgeLine:
    style = paragraph.find("w:pPr/w:pStyle", NAMESPACES)
    name = style.get(qualified("w:val"), "") if style is not None else "Normal"
    said = laid_over(paragraph.find("w:pPr", NAMESPACES), program.looks.said(name))
    return EdgeLine(paragraph, said, part.logos)


def _paragraph(line: EdgeLine, program: Program) -> str:
    """A line with its tabs as elastic room. One without words keeps its height."""
    content = joined(list(pieces(line, program)))
    edges = [(side, edge) for side, edge in line.look.edges if side in ("top", "bottom")]
    rules = [f"{side}: {points(edge.width)} + {edge.colour}" for side, edge in edges]
    insets = [f"{side}: {points(edge.space)}" for side, edge in edges]
    stroke = f"({', '.join(rules)})" if rules else "none"
    inset = f"({', '.join(insets)})" if insets else "0pt"
    return f"edge-line({typst_look(line.look)}, {stroke}, {inset}, {content})"


def _table(table: Element, part: EdgePart, program: Program) -> str:
    """A table of a header is there for its layout: its cells stand side by side, without lines."""
    widths = _widths(table)
    cells = [
        _cell(cell, len(widths), part, program) for row in table.iterchildren(_ROW) for cell in row.iterchildren(_CELL)
    ]
    columns = array([f"{width:.2f}fr" for width in widths])
    return f"block(above: 0pt, below: 0pt, width: 100%, grid(columns: {columns}, {', '.join(cells)}))"


def _cell(cell: Element, columns: int, part: EdgePart, program: Program) -> str:
    span = cell.find("w:tcPr/w:gridSpan", NAMESPACES)
    wide = number(span.get(qualified("w:val"), ""), 1) if span is not None else 1
    lines = joined([_block(block, part, program) for block in _blocks(cell)])
    return f"grid.cell(colspan: {min(max(wide, 1), columns)}, {lines})"


def _widths(table: Element) -> list[float]:
    """The shares of the columns. Where the table does not tell, all are as wide as one another."""
    told = [number(each.get(qualified("w:w"), ""), 0) for each in table.iterfind("w:tblGrid/w:gridCol", NAMESPACES)]
    cells = max((sum(1 for _ in row.iterchildren(_CELL)) for row in table.iterchildren(_ROW)), default=1)
    is_told = len(told) >= cells and all(width > 0 for width in told)
    return [float(width) for width in told] if is_told else [1.0] * max(cells, 1)


def _logos(part: StoryPart, program: Program) -> dict[Element, Logo]:
    """The pictures that the PDF can show: not those in text boxes, nor in Word's second choice for old programs."""
    found = {}
    for drawing in part.element.iter(DRAWING):
        logo = None if _is_within(drawing) else logo_of(drawing, part, program)
        if logo:
            found[drawing] = logo
    return found


def _is_within(drawing: Element) -> bool:
    """Whether something that is drawn holds it, or a second choice."""
    return any(True for _ in drawing.iterancestors(*DRAWN, _IN_SECOND_CHOICE))


def _report_drawn(part: EdgePart, program: Program) -> None:
    """Report a header or footer with anything in it that is drawn and that the PDF does not show."""
    drawn = [element for element in part.root.iter(*DRAWN) if element not in part.logos and not _is_within(element)]
    if drawn:
        message = f"a picture or text box in the {part.edge} of the reference document is left out of the PDF"
        help = "the words around it are kept; save a picture in the reference document as PNG or JPEG"
        source = Source(program.package.path) if program.package.path else program.document.source
        program.findings.add(LEFT_OUT_OF_EDGE.at(source, message, help))
