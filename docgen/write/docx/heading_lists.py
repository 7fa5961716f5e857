"""Binds the styles of headings, appendices and numbered paragraphs to the multilevel lists that number them."""

from __future__ import annotations

from docgen.tree.document import AppendixNumbering, Numbering, Properties
from docgen.write.docx.headings import APPENDIX, depth_of
from docgen.write.docx.house.lists import Lists
from docgen.write.docx.house.measures import number, twips
from docgen.write.docx.house.order import child_of, paragraph_properties
from docgen.write.docx.house.styles import Stylesheet, value
from docgen.write.docx.package import Package
from docgen.write.docx.xml import NAMESPACES, Element, Xml, parsed, qualified, w

SCHEMES = {Numbering.DECIMAL: 1, Numbering.LETTERED: 2}
"""The `w:abstractNumId`, and the `w:numId`, of each way to number headings in `numbering.xml`."""
APPENDICES = 3
"""Those of appendices and of the headings inside."""
IN_TEXT, IN_APPENDIX = "NumberedParagraph", "AppendixParagraph"
"""The styles of numbered paragraphs."""
_ROOM = 851
"""How far the words of numbered paragraphs stand to the right, in twips, where nothing says otherwise."""
_VAL = qualified("w:val")


def bind_headings(said: Properties, package: Package) -> None:
    """Make the lists of headings as the paper counts, bind its styles to them, and remove the lists of other papers."""
    sheet = Stylesheet(package.styles)
    room = room_of_paragraphs(package)
    for numbering, id in SCHEMES.items():
        if numbering is said.numbering:
            _bind(id, "Heading", said, sheet, package.numbering, room)
        else:
            _remove_list(id, package.numbering)
    _bind(APPENDICES, "AppendixHeading", said, sheet, package.numbering, room)


def room_of_paragraphs(package: Package) -> int:
    """How far the words of a numbered paragraph stand to the right, in twips: as its style says, or its list."""
    sheet = Stylesheet(package.styles)
    numbering = sheet.said(IN_TEXT, "w:pPr/w:numPr")
    places = [sheet.said(IN_TEXT, "w:pPr/w:ind")]
    if numbering is not None:
        id, level = value(numbering, "w:numId"), number(value(numbering, "w:ilvl"), 0)
        found = Lists(package.numbering).level(id, level, sheet)
        places.append(None if found is None else found.find("w:pPr/w:ind", NAMESPACES))
    lefts = [twips(place.get(qualified("w:left"), ""), 0) for place in places if place is not None]
    return next((left for left in lefts if left > 0), _ROOM)


def room_of_number(style: str, package: Package) -> int:
    """How much room the list that a style is bound to keeps for the number, in twips."""
    for level in package.numbering.iterfind("w:abstractNum/w:lvl", NAMESPACES):
        indent = level.find("w:pPr/w:ind", NAMESPACES)
        if value(level, "w:pStyle") == style and indent is not None:
            return twips(indent.get(qualified("w:hanging"), ""), 0)
    return 0


def _bind(id: int, stem: str, said: Properties, sheet: Stylesheet, numbering: Element, room: int) -> None:
    """One list, whose levels are the headings called `Heading1` or `AppendixHeading1` and so on."""
    abstract = numbering.find(f"w:abstractNum[@w:abstractNumId='{id}']", NAMESPACES)
    assert abstract is not None, "docgen's own lists stand in every package"
    in_appendix = id == APPENDICES
    depth = depth_of(said, appendix=True) if in_appendix else 1 if said.numbers_paragraphs else 6
    styles = {f"{stem}{level + 1}": level for level in range(depth)}
    if in_appendix and said.appendices is AppendixNumbering.NUMBERED:
        _count_in_figures(abstract)
    _end_at(depth, abstract)
    if said.numbers_paragraphs:
        styles |= {(IN_APPENDIX if in_appendix else IN_TEXT): 1}
        _add_paragraphs(in_appendix, said, abstract, room)
    _release(set(styles), abstract, numbering)
    for style, level in styles.items():
        _bind_style(style, level, id, sheet)


def _count_in_figures(abstract: Element) -> None:
    """`Appendix 1`, and `A1.1` for the headings inside."""
    for level in abstract.findall("w:lvl", NAMESPACES):
        format, text = level.find("w:numFmt", NAMESPACES), level.find("w:lvlText", NAMESPACES)
        if format is not None and text is not None and format.get(_VAL) == "upperLetter":
            format.set(_VAL, "decimal")
        elif text is not None and text.get(_VAL):
            text.set(_VAL, f"{APPENDIX[0]}{text.get(_VAL, '')}")


def _end_at(depth: int, abstract: Element) -> None:
    """Levels from this one on, counted from 0, number nothing."""
    for level in abstract.findall("w:lvl", NAMESPACES):
        place = number(level.get(qualified("w:ilvl"), ""), 0)
        if place >= depth:
            _replace(level, _level(place, "none", "", "nothing", ""))


def _add_paragraphs(in_appendix: bool, said: Properties, abstract: Element, room: int) -> None:
    """Paragraphs are the second level. Their heading's words stand above theirs, but where it bears a long number."""
    levels = abstract.findall("w:lvl", NAMESPACES)
    style = IN_APPENDIX if in_appendix else IN_TEXT
    prefix = APPENDIX[0] if in_appendix and said.appendices is AppendixNumbering.NUMBERED else ""
    _replace(levels[1], _level(1, "decimal", style, "tab", f"{prefix}%1.%2", room))
    if not in_appendix:
        _set_room(levels[0], room)


def _level(place: int, format: str, style: str, suffix: str, text: str, room: int = 0) -> Xml:
    named = [w("pStyle", val=style)] if style else []
    tabs = [w("tabs", w("tab", val="num", pos=str(room)))] if room else []
    indent = w("ind", left=str(room), hanging=str(room))
    said = [w("start", val="1"), w("numFmt", val=format), *named, w("suff", val=suffix), w("lvlText", val=text)]
    return w("lvl", *said, w("lvlJc", val="left"), w("pPr", *tabs, indent), ilvl=str(place))


def _replace(level: Element, written: Xml) -> None:
    parent, (new,) = level.getparent(), parsed(written)
    assert parent is not None, "a level stands in a list"
    new.tail = level.tail
    parent.replace(level, new)


def _set_room(level: Element, room: int) -> None:
    properties = paragraph_properties(level)
    for tab in properties.iter(qualified("w:tab")):
        tab.set(qualified("w:pos"), str(room))
    indent = child_of(properties, "ind")
    for name in ("w:left", "w:hanging"):
        indent.set(qualified(name), str(room))


def _release(styles: set[str], abstract: Element, numbering: Element) -> None:
    """No other list has these styles: one of the house had them, perhaps."""
    for item in list(numbering.iter(qualified("w:pStyle"))):
        level = item.getparent()
        if level is not None and item.get(_VAL) in styles and level.getparent() is not abstract:
            level.remove(item)


def _bind_style(id: str, level: int, list: int, sheet: Stylesheet) -> None:
    style = sheet.by_id.get(id)
    if style is None:
        return
    properties = paragraph_properties(style)
    numbering = child_of(properties, "numPr")
    numbering[:] = []
    for name, written in (("w:ilvl", level), ("w:numId", list)):
        numbering.append(numbering.makeelement(qualified(name), {_VAL: str(written)}))
    if id not in (IN_TEXT, IN_APPENDIX):
        child_of(properties, "outlineLvl").set(_VAL, str(level))


def _remove_list(id: int, numbering: Element) -> None:
    for path in (f"w:abstractNum[@w:abstractNumId='{id}']", f"w:num[@w:numId='{id}']"):
        for found in numbering.findall(path, NAMESPACES):
            numbering.remove(found)
