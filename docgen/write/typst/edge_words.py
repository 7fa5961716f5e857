"""Writes the words of a line of a header or footer: runs in their looks, tabs, breaks, page numbers and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from docgen.write.docx.layout.faces import face
from docgen.write.docx.xml import Element, qualified
from docgen.write.typst.logos import Logo, logo_image
from docgen.write.typst.looks import Look, Said, look_of
from docgen.write.typst.program import Program

DRAWN = tuple(qualified(f"w:{name}") for name in ("drawing", "pict", "object"))
"""What holds pictures, shapes and text boxes. The words in these are no words of the line."""
SECOND_CHOICE = "Fallback"
"""What Word wrote for programs that do not know its newer shapes."""
_FIELDS = {"PAGE": "page-number", "NUMPAGES": "page-count", "SECTIONPAGES": "page-count"}
_SLACK_OF_LINES = 1.08
"""Lines are not filled to their end: words that are moved to the next one leave room."""


class EdgeLine(Struct, frozen=True):
    """A paragraph of a header or footer."""

    paragraph: Element
    said: Said
    """What its style and the paragraph itself say."""
    logos: Mapping[Element, Logo]
    """The pictures of its header or footer that can be shown."""

    @property
    def look(self) -> Look:
        """The look of its words, unless they say otherwise."""
        return look_of(self.said)

    @property
    def pictures(self) -> list[Logo]:
        """Those that stand among its words, and make the line higher."""
        shown = (self.logos.get(element) for element in inside(self.paragraph))
        return [logo for logo in shown if logo and logo.is_in_line]

    @property
    def width(self) -> float:
        """What it takes on one line, in points, with the slack that several lines would need."""
        letters = face("Arial", self.look.bold, self.look.italic)
        texts = (element.text or "" for element in inside(self.paragraph) if element.tag == qualified("w:t"))
        words = self.look.size * sum(map(letters.width, "".join(texts)))
        return _SLACK_OF_LINES * words + sum(logo.width for logo in self.pictures)


def inside(element: Element) -> Iterator[Element]:
    """All that stands in a line, in order; of what is drawn only that it is there."""
    for child in element.iterchildren("*"):
        if _name(child) == SECOND_CHOICE:
            continue
        yield child
        if child.tag not in DRAWN:
            yield from inside(child)


def pieces(line: EdgeLine, program: Program) -> Iterator[str]:
    """The words, tabs, breaks and page numbers of a line. What a field shows is left out: it is counted anew."""
    field, depth = "", 0
    for element in inside(line.paragraph):
        name, kind = _name(element), element.get(qualified("w:fldCharType"), "")
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        field = "" if kind == "begin" else field or _field_of(name, element)
        if kind == "end":
            yield _FIELDS.get(field, "[]")
        elif name == "fldSimple":
            yield _FIELDS.get(_kind(element.get(qualified("w:instr"), "")), "[]")
        elif element in line.logos:
            yield from _in_line(line.logos[element])
        elif not depth and not _is_shown_by_field(element):
            yield from _piece(name, element, line, program)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _in_line(logo: Logo) -> Iterator[str]:
    if logo.is_in_line:
        yield f"box({logo_image(logo)})"


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


def _piece(name: str, element: Element, line: EdgeLine, program: Program) -> Iterator[str]:
    run = element.getparent()
    if run is None or run.tag != qualified("w:r"):
        return
    text = {"t": element.text or "", "noBreakHyphen": "-", "sym": _symbol(element)}.get(name, "")
    if text:
        yield from _words(text, run, line, program)
    elif name in ("tab", "ptab"):
        yield "h(1fr)"
    elif name in ("br", "cr"):
        yield "linebreak()"


def _symbol(element: Element) -> str:
    """The letter that a `w:sym` shows. A font of signs has places of its own, of which the PDF tells the number."""
    code = element.get(qualified("w:char"), "")
    is_code = 1 <= len(code) <= 5 and all(digit in "0123456789abcdefABCDEF" for digit in code)
    return chr(int(code, 16)) if is_code and not 0xD800 <= int(code, 16) < 0xE000 else ""


def _words(text: str, run: Element, line: EdgeLine, program: Program) -> Iterator[str]:
    """Words, with what sets their look apart from that of their line; none that are hidden."""
    look, base = program.looks.of_run(run, line.said), line.look
    if look.hidden:
        return
    options = [f"fill: {look.colour}"] * (look.colour != base.colour)
    options += [f'weight: "{"bold" if look.bold else "regular"}"'] * (look.bold != base.bold)
    options += [f'style: "{"italic" if look.italic else "normal"}"'] * (look.italic != base.italic)
    options += [f"size: {look.size}pt"] * (look.size != base.size)
    said = program.words(text.upper() if look.capitals else text, program.document.source)
    yield f"text({', '.join([*options, said])})" if options else said
