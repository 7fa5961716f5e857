"""Writes what stands at the head and foot of every page: the reference document's headers and footers, filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from docx.parts.story import StoryPart

from docgen.codes.outputs import LEFT_OUT_OF_EDGE
from docgen.source import Source
from docgen.typesetting.code import joined, points
from docgen.write.docx.headers import fill_edges
from docgen.write.docx.house.edges import EDGES, KINDS
from docgen.write.docx.layout.faces import face
from docgen.write.docx.xml import NAMESPACES, Element, qualified
from docgen.write.typst.logos import DRAWING, Logo, hung, image, logo_of
from docgen.write.typst.looks import Look, direct, typst_look
from docgen.write.typst.program import Program

_PARAGRAPH, _TEXT = qualified("w:p"), qualified("w:t")
_NOT_FILLED = 1.08
_PICTURES = tuple(qualified(f"w:{name}") for name in ("drawing", "pict", "object"))
_SECOND_CHOICE = "{*}Fallback"
"""What Word wrote for programs that do not know its newer shapes."""
_FIELDS = {"PAGE": "page-number", "NUMPAGES": "page-count", "SECTIONPAGES": "page-count"}


def write_edges(program: Program) -> list[str]:
    """Definitions of `header-default`, `footer-first` and so on."""
    fill_edges(program.package, program.document, program.findings)
    written = []
    for edge in EDGES:
        for kind, part in zip(KINDS, program.package.edge_parts(edge), strict=True):
            logos = _logos(part, program)
            _report_pictures(edge, part.element, logos, program)
            hangs = [hung(logo, edge, program) for logo in logos.values() if not logo.is_in_line]
            lines = [_paragraph(paragraph, logos, program) for paragraph in part.element.iter(_PARAGRAPH)]
            written.append(f"#let {edge}-{kind} = context {joined([*hangs, *lines])}")
    return written


def edge_height(edge: str, measure: float, program: Program) -> float:
    """About how high the highest header or footer is on an upright page, whose text is `measure` points wide."""
    return max(_height_of(part, measure, program) for part in program.package.edge_parts(edge))


def _height_of(part: StoryPart, measure: float, program: Program) -> float:
    logos = _logos(part, program)
    return sum(_height(paragraph, logos, measure, program) for paragraph in part.element.iter(_PARAGRAPH))


def _height(paragraph: Element, logos: Mapping[Element, Logo], measure: float, program: Program) -> float:
    look = _look(paragraph, program)
    shown = [logos[drawing] for drawing in paragraph.iter(DRAWING) if drawing in logos]
    inside = [logo for logo in shown if logo.is_in_line]
    rules = sum(edge.space + edge.width for side, edge in look.edges if side != "left")
    wide = sum(logo.width for logo in inside) + _width(paragraph, look)
    lines = max(1, ceil(wide / max(measure - look.left - look.right, 1.0)))
    return (
        look.before + look.after + max([look.line, *(logo.height for logo in inside)]) + (lines - 1) * look.line + rules
    )


def _width(paragraph: Element, look: Look) -> float:
    """What the words of a paragraph take on one line, and a little more, since lines are not filled to their end."""
    letters = face("Arial", look.bold, look.italic)
    words = "".join(element.text or "" for element in paragraph.iter(_TEXT))
    return _NOT_FILLED * look.size * sum(map(letters.width, words))


def _logos(part: StoryPart, program: Program) -> dict[Element, Logo]:
    """The pictures that the PDF can show, by their drawings. Word's second choice, for old programs, is passed over."""
    found = {}
    for drawing in part.element.iter(DRAWING):
        is_second = any(True for _ in drawing.iterancestors(_SECOND_CHOICE))
        logo = None if is_second else logo_of(drawing, part, program)
        if logo:
            found[drawing] = logo
    return found


def _look(paragraph: Element, program: Program) -> Look:
    properties = paragraph.find("w:pPr", NAMESPACES)
    style = paragraph.find("w:pPr/w:pStyle", NAMESPACES)
    name = style.get(qualified("w:val"), "") if style is not None else "Normal"
    return direct(properties, program.looks.said(name))


def _paragraph(paragraph: Element, logos: Mapping[Element, Logo], program: Program) -> str:
    """A line with its tabs as elastic room. One without words keeps its height."""
    look = _look(paragraph, program)
    content = joined(list(_pieces(paragraph, logos, program)))
    rules = [f"{side}: {points(edge.width)} + {edge.colour}" for side, edge in look.edges if side in ("top", "bottom")]
    insets = [f"{side}: {points(edge.space)}" for side, edge in look.edges if side in ("top", "bottom")]
    stroke = f"({', '.join(rules)})" if rules else "none"
    inset = f"({', '.join(insets)})" if insets else "0pt"
    return f"edge-line({typst_look(look)}, {stroke}, {inset}, {content})"


def _pieces(paragraph: Element, logos: Mapping[Element, Logo], program: Program) -> Iterator[str]:
    """The words, tabs, breaks and page numbers of a paragraph. What a field shows is left out: it is counted anew."""
    field, depth = "", 0
    for element in paragraph.iter():
        name = str(element.tag).rpartition("}")[2]
        kind = element.get(qualified("w:fldCharType"), "")
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        field = "" if kind == "begin" else field or _field_of(name, element)
        if kind == "end":
            yield _FIELDS.get(field, "[]")
        elif name == "fldSimple":
            yield _FIELDS.get(_kind(element.get(qualified("w:instr"), "")), "[]")
        elif element in logos:
            yield from _in_line(logos[element])
        elif not depth and not _is_shown_by_field(element):
            yield from _piece(name, element, program)


def _in_line(logo: Logo) -> Iterator[str]:
    if logo.is_in_line:
        yield f"box({image(logo)})"


def _field_of(name: str, element: Element) -> str:
    """What a field is, where an element says so."""
    return _kind(element.text or "") if name == "instrText" else ""


def _kind(instruction: str) -> str:
    """`PAGE`, of ` PAGE \\* MERGEFORMAT `."""
    return next(iter(instruction.split()), "").upper()


def _is_shown_by_field(element: Element) -> bool:
    """Whether the words are those that a simple field of a page number showed last."""
    around = next(element.iterancestors(qualified("w:fldSimple")), None)
    return around is not None and _kind(around.get(qualified("w:instr"), "")) in _FIELDS


def _piece(name: str, element: Element, program: Program) -> Iterator[str]:
    parent = element.getparent()
    if parent is None or parent.tag != qualified("w:r"):
        return
    if name == "t" and element.text:
        yield _run(parent, program.words(element.text, program.document.source), program)
    elif name in ("tab", "ptab"):
        yield "h(1fr)"
    elif name in ("br", "cr"):
        yield "linebreak()"


def _run(run: Element, words: str, program: Program) -> str:
    """Words in the colour and weight that the run, or its character style, gives them."""
    style = run.find("w:rPr/w:rStyle", NAMESPACES)
    name = style.get(qualified("w:val"), "") if style is not None else ""
    colour = program.looks.colour(name) if name else ""
    bold = program.looks.bolds(name) or run.find("w:rPr/w:b", NAMESPACES) is not None
    options = [f"fill: {colour}"] * bool(colour) + ['weight: "bold"'] * bold
    return f"text({', '.join([*options, words])})" if options else words


def _report_pictures(edge: str, part: Element, logos: Mapping[Element, Logo], program: Program) -> None:
    """Report a header or footer with anything in it that is drawn and that the PDF does not show."""
    drawn = [element for tag in _PICTURES for element in part.iter(tag) if element not in logos]
    if any(True for element in drawn if next(element.iterancestors(_SECOND_CHOICE), None) is None):
        message = f"a picture in the {edge} of the reference document is left out of the PDF"
        help = "the words around it are kept; save it in the reference document as PNG or JPEG"
        source = Source(program.package.path) if program.package.path else program.document.source
        program.findings.add(LEFT_OUT_OF_EDGE.at(source, message, help))
