"""Finds docgen's styles among those of the house, by their names, and adds the ones that it lacks.

Word knows a style by its name: `heading 1`, in any language and with any capitals. Ids are the program's own
(`Heading1`, `berschrift1`, `FirstParagraph`). So the house's styles get the ids that docgen writes, in all parts at
once, and no later stage needs to know that there were others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from msgspec import Struct

from docgen.write.docx.house.measures import number
from docgen.write.docx.xml import NAMESPACES, Element, qualified

_DEFAULTS = {"paragraph": "Normal", "character": "DefaultParagraphFont", "table": "TableNormal", "numbering": "NoList"}
"""docgen's ids of the styles that hold where no other is named."""
_IN_TEXT = ("w:pStyle", "w:rStyle", "w:tblStyle")
_IN_STYLES = ("w:basedOn", "w:next", "w:link")
_IN_NUMBERING = ("w:pStyle", "w:styleLink", "w:numStyleLink")
_VAL, _ID, _TYPE = qualified("w:val"), qualified("w:styleId"), qualified("w:type")


class Stylesheet(Struct, frozen=True):
    """The `w:styles` of a document."""

    root: Element

    def __iter__(self) -> Iterator[Element]:
        return iter(self.root.findall("w:style", NAMESPACES))

    @property
    def by_id(self) -> Mapping[str, Element]:
        """Each style by its id."""
        return {style.get(_ID, ""): style for style in self}

    def lineage(self, id: str) -> list[Element]:
        """A style, the one that it is based on, and so on."""
        known, found = self.by_id, dict[str, Element]()
        while id in known and id not in found:
            found[id] = known[id]
            id = value(known[id], "w:basedOn")
        return list(found.values())

    def said(self, id: str, path: str) -> Element | None:
        """What a style, or the nearest one that it is based on, says: `w:rPr/w:sz`; else what the document says."""
        places = [style.find(path, NAMESPACES) for style in self.lineage(id)]
        kind = "pPr" if path.startswith("w:pPr") else "rPr"
        places.append(self.root.find(f"w:docDefaults/w:{kind}Default/{path}", NAMESPACES))
        return next((place for place in places if place is not None), None)


def value(element: Element, path: str) -> str:
    """The `w:val` of what stands below an element; empty where there is none."""
    found = element.find(path, NAMESPACES)
    return "" if found is None else found.get(_VAL, "")


def name_of(style: Element) -> str:
    """What a person calls the style."""
    return value(style, "w:name")


def adopt_names(house: Stylesheet, own: Stylesheet) -> Mapping[str, str]:
    """Give the house's styles the ids of docgen's; which id each of them had before, and has now."""
    _drop_repeated(house)
    _drop_loose_ends(house)
    wanted = {(style.get(_TYPE, ""), _folded(name_of(style))): style.get(_ID, "") for style in own}
    renamed: dict[str, str] = {}
    for style in house:
        id = _wanted_id(style, wanted)
        if id and id not in renamed.values():
            renamed[style.get(_ID, "")] = id
    ours, theirs = set(own.by_id), list(house.by_id)
    taken = ours.union(theirs)
    for old in theirs:
        if old not in renamed and old in ours:
            renamed[old] = _free(f"{old}House", taken)
            taken.add(renamed[old])
    rename(house.root, renamed)
    for style in house:
        style.set(_ID, renamed.get(style.get(_ID, ""), style.get(_ID, "")))
    return renamed


def _wanted_id(style: Element, wanted: Mapping[tuple[str, str], str]) -> str:
    """docgen's id for a style of the house; the default styles need not be called as docgen calls them."""
    kind = style.get(_TYPE, "paragraph")
    if style.get(qualified("w:default"), "0") in ("1", "true", "on"):
        return _DEFAULTS.get(kind, "")
    names = [name_of(style), *value(style, "w:aliases").split(",")]
    found = [wanted[kind, _folded(name)] for name in names if (kind, _folded(name)) in wanted]
    return next((id for id in found if id not in _DEFAULTS.values()), "") or next(iter(found), "")


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _free(id: str, taken: set[str]) -> str:
    number = next(number for number in range(len(taken) + 1) if f"{id}{number or ''}" not in taken)
    return f"{id}{number or ''}"


def _drop_repeated(house: Stylesheet) -> None:
    """An id that is given twice means its first style."""
    seen: set[str] = set()
    for style in list(house):
        id = style.get(_ID, "")
        if not id or id in seen:
            house.root.remove(style)
        seen.add(id)


def rename(root: Element, renamed: Mapping[str, str]) -> None:
    """Follow the new ids wherever a part names a style."""
    for tag in dict.fromkeys((*_IN_TEXT, *_IN_STYLES, *_IN_NUMBERING)):
        for element in root.iter(qualified(tag)):
            element.set(_VAL, renamed.get(element.get(_VAL, ""), element.get(_VAL, "")))


def _drop_loose_ends(house: Stylesheet) -> None:
    """What leads to a style that is not there, or back to itself: an id given anew could seem to mend or close it."""
    _drop_unknown(_IN_STYLES, house.root, house)
    known = house.by_id
    settled: set[str] = set()
    for id in known:
        _break_circle(id, known, settled)


def _break_circle(id: str, known: Mapping[str, Element], settled: set[str]) -> None:
    """Let a style that is based on itself, over others perhaps, be based on none. `settled` are those looked at."""
    walked: set[str] = set()
    while id in known and id not in settled and id not in walked:
        walked.add(id)
        id = value(known[id], "w:basedOn")
    based = known[id].find("w:basedOn", NAMESPACES) if id in walked else None
    if based is not None:
        known[id].remove(based)
    settled |= walked


def drop_unknown_styles(root: Element, house: Stylesheet) -> None:
    """In a header or footer: what names a style that is not there looks as if it named none."""
    _drop_unknown(_IN_TEXT, root, house)


def _drop_unknown(tags: tuple[str, ...], root: Element, house: Stylesheet) -> None:
    known = house.by_id
    for element in list(root.iter(*map(qualified, tags))):
        parent = element.getparent()
        if element.get(_VAL) not in known and parent is not None:
            parent.remove(element)


def add_missing(house: Stylesheet, own: Stylesheet) -> Mapping[str, str]:
    """Add docgen's styles that the house lacks; their names by their ids."""
    known = house.by_id
    names = {_folded(name_of(style)) for style in house}
    added: dict[str, str] = {}
    for style in own:
        id = style.get(_ID, "")
        if id in known:
            continue
        added[id] = name_of(style)
        house.root.append(_renamed(deepcopy(style), names))
    _mark_defaults(house)
    return added


def _renamed(style: Element, names: set[str]) -> Element:
    """Two styles of one name, of which one is for words and one for paragraphs, would confuse Word."""
    name = style.find("w:name", NAMESPACES)
    if name is not None and _folded(name_of(style)) in names:
        name.set(_VAL, f"{name_of(style)} (docgen)")
    return style


def _mark_defaults(house: Stylesheet) -> None:
    for style in house:
        is_default = _DEFAULTS.get(style.get(_TYPE, "paragraph")) == style.get(_ID)
        if is_default:
            style.set(qualified("w:default"), "1")
        elif qualified("w:default") in style.attrib:
            del style.attrib[qualified("w:default")]


def size_of(sheet: Stylesheet, id: str) -> int:
    """The size of a style's letters, in half points."""
    found = sheet.said(id, "w:rPr/w:sz")
    return number("" if found is None else found.get(_VAL, ""), 20)
