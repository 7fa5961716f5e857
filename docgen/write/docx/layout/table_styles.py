"""What the styles of tables say: margins and borders of cells, and the looks of heading rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from docgen.write.docx.layout.attributes import length, value
from docgen.write.docx.layout.saying import paragraph_said, run_said
from docgen.write.docx.layout.styles import Styles, Surrounding
from docgen.write.docx.xml import NAMESPACES, Element, qualified

_SIDES = {"top": "top", "bottom": "bottom", "left": "left", "start": "left", "right": "right", "end": "right"}


class TableFormat(Struct):
    """How a table looks, as far as it takes room. Twips."""

    margins: dict[str, int] = field(default_factory=dict)
    """Between a cell's borders and its words: `top`, `left`, `bottom`, `right`."""
    borders: dict[str, int] = field(default_factory=dict)
    """The width of `top`, `bottom`, `left`, `right`, `insideH` and `insideV`."""
    heading_border: int | None = None
    """The width of the border below the heading row, where it has one of its own."""
    around: dict[str, Surrounding] = field(default_factory=dict)
    """What is said about the paragraphs in `wholeTable`, `firstRow`, `firstCol`."""
    shows: frozenset[str] = frozenset()
    """Which of these the table shows."""


def table_format(table: Element, styles: Styles) -> TableFormat:
    """The format of a table, from its style, those below it, and its own properties."""
    own = table.find("w:tblPr", NAMESPACES)
    format = TableFormat()
    style_id = value(own.find("w:tblStyle", NAMESPACES)) if own is not None else ""
    for style in reversed(list(_chain(style_id, styles))):
        _lay_over(format, style, style_id)
    if any(_moves_words(around) for kind, around in format.around.items() if kind in _BANDS):
        styles.unfollowed.add("bands of tables in letters of their own")
    if own is not None:
        _measures(format, own)
    format.shows = _shown(own)
    return format


def _chain(id: str, styles: Styles) -> Iterator[Element]:
    """The style and those that it is based on, from itself downwards."""
    seen: set[str] = set()
    while id not in seen and (style := styles.style(id)) is not None:
        seen.add(id)
        yield style
        id = value(style.find("w:basedOn", NAMESPACES))


def _lay_over(format: TableFormat, style: Element, name: str) -> None:
    properties = style.find("w:tblPr", NAMESPACES)
    if properties is not None:
        _measures(format, properties)
    _say(format, "wholeTable", style, name)
    for part in style.findall("w:tblStylePr", NAMESPACES):
        kind = part.get(qualified("w:type"), "")
        _say(format, kind, part, name)
        below = part.find("w:tcPr/w:tcBorders/w:bottom", NAMESPACES)
        if kind == "firstRow" and below is not None:
            format.heading_border = _border(below)


def _measures(format: TableFormat, properties: Element) -> None:
    for margin in properties.iterfind("w:tblCellMar/*", NAMESPACES):
        format.margins[_SIDES.get(_local(margin), "")] = length(margin, "w")
    for border in properties.iterfind("w:tblBorders/*", NAMESPACES):
        format.borders[_SIDES.get(_local(border), _local(border))] = _border(border)


def _say(format: TableFormat, kind: str, part: Element, name: str) -> None:
    below = format.around.get(kind, Surrounding())
    paragraph = {**below.paragraph, **paragraph_said(part.find("w:pPr", NAMESPACES))}
    run = {**below.run, **run_said(part.find("w:rPr", NAMESPACES))}
    format.around[kind] = Surrounding(paragraph, run, f"{name}:{kind}")


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _border(border: Element) -> int:
    """Its width in twips; Word gives it in eighths of a point."""
    return 0 if value(border) in ("nil", "none") else round(length(border, "sz") * 2.5)


def _shown(properties: Element | None) -> frozenset[str]:
    look = properties.find("w:tblLook", NAMESPACES) if properties is not None else None
    if look is None:
        return frozenset()
    bits = _bits(look.get(qualified("w:val"), ""))
    return frozenset(kind for kind, (name, bit) in _LOOKS.items() if _says(look, name, bool(bits & bit)))


def _moves_words(around: Surrounding) -> bool:
    return bool(around.paragraph or around.run)


_BANDS = ("band1Horz", "band2Horz")


def _bits(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0


def _says(look: Element, name: str, default: bool) -> bool:
    said = look.get(qualified(f"w:{name}"))
    return default if said is None else said in ("1", "true", "on")


_LOOKS: Mapping[str, tuple[str, int]] = {"firstRow": ("firstRow", 0x20), "firstCol": ("firstColumn", 0x80)}


def surrounding(format: TableFormat, row: int, column: int) -> Surrounding:
    """What the style says about the paragraphs of a cell."""
    parts = ["wholeTable"]
    if column == 0 and "firstCol" in format.shows:
        parts.append("firstCol")
    if row == 0 and "firstRow" in format.shows:
        parts.append("firstRow")
    found = [format.around[part] for part in parts if part in format.around]
    if len(found) <= 1:
        return found[0] if found else Surrounding()
    paragraph = {name: said for part in found for name, said in part.paragraph.items()}
    run = {name: said for part in found for name, said in part.run.items()}
    return Surrounding(paragraph, run, "+".join(part.key for part in found))
