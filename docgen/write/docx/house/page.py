"""Takes over the page of a reference document: the properties of its last section."""

from __future__ import annotations

from copy import deepcopy

from docgen.codes import word_files
from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.write.docx.house.measures import number, twips
from docgen.write.docx.house.settings import is_on
from docgen.write.docx.xml import NAMESPACES, Element, qualified

_KEPT = (
    "type pgSz pgMar pgBorders lnNumType pgNumType cols vAlign titlePg textDirection bidi rtlGutter docGrid"
).split()
"""In the order of the schema. Footnotes are counted through the whole document, so the house cannot say otherwise."""
_LEAST = 2835
"""Five centimetres, in twips."""
_NEAREST = 284
"""Half a centimetre: most printers print no nearer to the edge of the paper."""
_LONGEST = 31680
"""Word has no larger pages."""
_HIGHEST = 32_767
"""Word counts pages no further."""
_LETTER, _LEGAL = (12240, 15840), (12240, 20160)
_NEARLY = 60


def page_section(house: Element, own: Element, path: str, findings: Findings) -> Element:
    """The `w:sectPr` of every page, without headers and footers. `house` and `own` are whole documents."""
    builtin = sections_of(own)[-1]
    section = _only_page([builtin, *sections_of(house)][-1])
    for tag in ("w:pgSz", "w:pgMar"):
        _sound_lengths(section, tag, builtin)
    _one_column(section)
    _sound_first_number(section)
    _check(section, path, findings)
    return section


def sections_of(document: Element) -> list[Element]:
    """The properties of every section, in order."""
    return list(document.iter(qualified("w:sectPr")))


def shows_first_page(section: Element) -> bool:
    """Whether the first page has a header of its own."""
    return is_on(section.find("w:titlePg", NAMESPACES))


def differ_first_page(section: Element) -> None:
    """Let the first page have a header and a footer of its own."""
    for old in section.findall("w:titlePg", NAMESPACES):
        section.remove(old)
    _insert(section.makeelement(qualified("w:titlePg")), section)


def keep_distance(section: Element, edge: str, own: Element) -> None:
    """Room between docgen's own header or footer and the edge of the paper, where the house has set it up for none."""
    margins, builtin = section.find("w:pgMar", NAMESPACES), sections_of(own)[-1].find("w:pgMar", NAMESPACES)
    if margins is not None and builtin is not None and _length(margins, edge) < _NEAREST:
        margins.set(qualified(f"w:{edge}"), builtin.get(qualified(f"w:{edge}"), ""))


def _insert(child: Element, section: Element) -> None:
    """Where the schema wants it."""
    order = [qualified(f"w:{name}") for name in _KEPT]
    before = order[: order.index(str(child.tag))]
    section.insert(sum(other.tag in before for other in section), child)


def _only_page(section: Element) -> Element:
    """What Word's own namespace says, without printers and sessions."""
    made = section.makeelement(qualified("w:sectPr"))
    for name in _KEPT:
        found = section.find(f"w:{name}", NAMESPACES)
        if found is not None:
            made.append(_bare(found))
    return made


def _bare(element: Element) -> Element:
    copied = deepcopy(element)
    inside = f"{{{NAMESPACES['w']}}}"
    for item in copied.iter("{*}*"):
        for name in [name for name in item.attrib if not str(name).startswith(inside)]:
            del item.attrib[name]
    copied.tail = None
    return copied


def _sound_lengths(section: Element, tag: str, builtin: Element) -> None:
    """Lengths as plain twips, each with docgen's where the house says none."""
    own = builtin.find(tag, NAMESPACES)
    found = section.find(tag, NAMESPACES)
    if own is None:
        return
    if found is None:
        _insert(deepcopy(own), section)
        return
    for name, length in own.attrib.items():
        if found.get(name) is None or twips(str(found.get(name)), -_LONGEST) == -_LONGEST:
            found.set(name, length)
        found.set(name, str(twips(str(found.get(name)), 0)))


def _one_column(section: Element) -> None:
    """Papers run in one column: tables are as wide as the page allows."""
    columns = section.find("w:cols", NAMESPACES)
    if columns is not None and number(columns.get(qualified("w:num"), ""), 1) > 1:
        section.remove(columns)
    type = section.find("w:type", NAMESPACES)
    if type is not None and type.get(qualified("w:val")) in ("continuous", "nextColumn"):
        section.remove(type)


def _sound_first_number(section: Element) -> None:
    numbers = section.find("w:pgNumType", NAMESPACES)
    start = qualified("w:start")
    if numbers is not None and not 0 <= number(numbers.get(start, ""), -1) <= _HIGHEST:
        numbers.attrib.pop(start, "")


def _check(section: Element, path: str, findings: Findings) -> None:
    size, margins = section.find("w:pgSz", NAMESPACES), section.find("w:pgMar", NAMESPACES)
    if size is None or margins is None:
        return
    width, height = (_length(size, name) for name in ("w", "h"))
    beside = _length(margins, "left") + _length(margins, "right") + max(_length(margins, "gutter"), 0)
    above = abs(_length(margins, "top")) + abs(_length(margins, "bottom"))
    if width - beside < _LEAST or height - above < _LEAST or max(width, height) > _LONGEST:
        message = "the page leaves too little room for text, or is larger than Word's largest"
        help = "in Word, choose Layout, Size, A4, and Layout, Margins, Normal; then save"
        findings.add(word_files.NO_ROOM_ON_PAGE.at(Source(path), message, help))
    elif any(_is_about((width, height), paper) for paper in (_LETTER, _LEGAL)):
        message = "its pages are US Letter or Legal, not A4"
        findings.add(word_files.PAPER_NOT_A4.at(Source(path), message, "in Word, choose Layout, Size, A4, and save"))


def _is_about(size: tuple[int, int], paper: tuple[int, int]) -> bool:
    return all(abs(length - wanted) < _NEARLY for length, wanted in zip(sorted(size), sorted(paper), strict=True))


def _length(element: Element, name: str) -> int:
    return number(element.get(qualified(f"w:{name}"), ""), 0)
