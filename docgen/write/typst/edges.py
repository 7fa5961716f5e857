"""Writes what stands at the head and foot of every page: the reference document's headers and footers, filled in."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.codes.outputs import LEFT_OUT_OF_EDGE
from docgen.source import Source
from docgen.typesetting.code import joined, points
from docgen.write.docx.headers import fill_edges
from docgen.write.docx.house.edges import EDGES, KINDS
from docgen.write.docx.xml import NAMESPACES, Element, qualified
from docgen.write.typst.looks import Look, direct, typst_look
from docgen.write.typst.program import Program

_PARAGRAPH = qualified("w:p")
_PICTURES = tuple(qualified(f"w:{name}") for name in ("drawing", "pict", "object"))
_FIELDS = {"PAGE": "page-number", "NUMPAGES": "page-count", "SECTIONPAGES": "page-count"}


def write_edges(program: Program) -> list[str]:
    """Definitions of `header-default`, `footer-first` and so on."""
    fill_edges(program.package, program.document, program.findings)
    written = []
    for edge in EDGES:
        for kind, part in zip(KINDS, program.package.edges(edge), strict=True):
            _report_pictures(edge, part, program)
            lines = [_paragraph(paragraph, program) for paragraph in part.iter(_PARAGRAPH)]
            written.append(f"#let {edge}-{kind} = {joined(lines)}")
    return written


def edge_height(edge: str, program: Program) -> float:
    """About how high the highest header or footer is, in points: no line of it is expected to wrap."""
    return max(
        sum(_height(paragraph, program) for paragraph in part.iter(_PARAGRAPH)) for part in program.package.edges(edge)
    )


def _height(paragraph: Element, program: Program) -> float:
    look = _look(paragraph, program)
    return (
        look.before
        + look.after
        + look.line
        + sum(edge.space + edge.width for side, edge in look.edges if side != "left")
    )


def _look(paragraph: Element, program: Program) -> Look:
    properties = paragraph.find("w:pPr", NAMESPACES)
    style = paragraph.find("w:pPr/w:pStyle", NAMESPACES)
    name = style.get(qualified("w:val"), "") if style is not None else "Normal"
    return direct(properties, program.looks.said(name))


def _paragraph(paragraph: Element, program: Program) -> str:
    """A line with its tabs as elastic room. One without words keeps its height."""
    look = _look(paragraph, program)
    content = joined(list(_pieces(paragraph, program)))
    rules = [f"{side}: {points(edge.width)} + {edge.colour}" for side, edge in look.edges if side in ("top", "bottom")]
    insets = [f"{side}: {points(edge.space)}" for side, edge in look.edges if side in ("top", "bottom")]
    stroke = f"({', '.join(rules)})" if rules else "none"
    inset = f"({', '.join(insets)})" if insets else "0pt"
    return f"edge-line({typst_look(look)}, {stroke}, {inset}, {content})"


def _pieces(paragraph: Element, program: Program) -> Iterator[str]:
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
        elif not depth and not _is_shown_by_field(element):
            yield from _piece(name, element, program)


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


def _report_pictures(edge: str, part: Element, program: Program) -> None:
    if any(True for tag in _PICTURES for _ in part.iter(tag)):
        message = f"a picture in the {edge} of the reference document is left out of the PDF"
        help = "the words around it are kept; publish the Word file's own PDF where the picture is needed"
        source = Source(program.package.path) if program.package.path else program.document.source
        program.findings.add(LEFT_OUT_OF_EDGE.at(source, message, help))
