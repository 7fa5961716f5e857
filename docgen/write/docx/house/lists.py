"""Makes the house's marks of lists into docgen's lists.

docgen numbers every list anew, on nine levels, through lists of fixed ids (`families.py`, `headings.py`). A house may
have one list for each style, or none. So docgen's lists stay, and each level whose style the house numbers takes over
what the house says there: its sign, its font, its indentation. Headings are the exception: docgen numbers them or
leaves them without a number, as the type of paper says, and its contents and references repeat these numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy

from msgspec import Struct

from docgen.write.docx.house.measures import number, twips
from docgen.write.docx.house.order import child_of, paragraph_properties
from docgen.write.docx.house.styles import Stylesheet, value
from docgen.write.docx.xml import NAMESPACES, Element, qualified

_VAL = qualified("w:val")
_LIST, _LEVEL, _NUM = qualified("w:abstractNumId"), qualified("w:ilvl"), qualified("w:numId")
_HEADINGS = tuple(f"Heading{level}" for level in range(1, 10))
_NUMBERED = _HEADINGS[:6]
_FIRST_LINE = ("w:firstLine", "w:hanging")
_HEADING_LISTS = ("1", "2", "3")
_MOVED_BY = 100
"""How far the ids of the house's lists move: docgen's are smaller."""


class Lists(Struct, frozen=True):
    """The `w:numbering` of a document."""

    root: Element

    def abstract(self, id: str) -> Element | None:
        """The list that a `w:numId` stands for."""
        found = self.root.find(f"w:num[@w:numId='{id}']", NAMESPACES) if id.isdigit() else None
        list = "" if found is None else value(found, "w:abstractNumId")
        return self.root.find(f"w:abstractNum[@w:abstractNumId='{list}']", NAMESPACES) if list.isdigit() else None

    def level(self, id: str, level: int, styles: Stylesheet) -> Element | None:
        """What a list says about one of its levels; a list may leave that to a style of lists."""
        abstract = self.abstract(id)
        if abstract is None:
            return None
        style = styles.by_id.get(value(abstract, "w:numStyleLink"))
        if style is not None:
            abstract = self.abstract(value(style, "w:pPr/w:numPr/w:numId"))
        path = f"w:lvl[@w:ilvl='{level}']"
        overridden = self.root.find(f"w:num[@w:numId='{id}']/w:lvlOverride[@w:ilvl='{level}']/w:lvl", NAMESPACES)
        return overridden if overridden is not None or abstract is None else abstract.find(path, NAMESPACES)


def merge_lists(house: Element, own: Element, styles: Stylesheet, added: Mapping[str, str]) -> Element:
    """The house's `w:numbering` with docgen's lists in front, and the styles bound to them."""
    _move_ids(house, styles, added)
    _unbind_headings(styles)
    lists, lefts = Lists(house), dict[str, int]()
    ours = [deepcopy(item) for item in own.findall("w:abstractNum", NAMESPACES)]
    for abstract in ours:
        if abstract.get(_LIST) not in _HEADING_LISTS:
            _take_over(abstract, lists, styles, added, lefts)
    _follow(styles, added, lefts)
    release_from_headings(styles)
    nums = [deepcopy(item) for item in own.findall("w:num", NAMESPACES)]
    return _ordered(house, ours, nums, styles)


def _move_ids(house: Element, styles: Stylesheet, added: Mapping[str, str]) -> None:
    """Styles that were added name docgen's lists already."""
    for path, name in (("w:abstractNum", _LIST), ("w:num", _NUM), ("w:num/w:abstractNumId", _VAL)):
        for item in house.findall(path, NAMESPACES):
            item.set(name, _moved(item.get(name, "")))
    known = {item.get(_NUM) for item in house.findall("w:num", NAMESPACES)}
    for style in (style for style in styles if style.get(qualified("w:styleId")) not in added):
        numbering = style.find("w:pPr/w:numPr", NAMESPACES)
        id = None if numbering is None else numbering.find("w:numId", NAMESPACES)
        if numbering is not None and id is not None:
            id.set(_VAL, _moved(id.get(_VAL, "")))
        if numbering is not None and (id is None or id.get(_VAL) not in known):
            _unbind(style)


def _moved(id: str) -> str:
    return str(number(id, 0) + _MOVED_BY) if number(id, 0) >= 0 and id != "" else "0"


def move_list_ids(root: Element, lists: Element) -> None:
    """In a header or footer: the lists have other ids now."""
    known = {item.get(_NUM) for item in lists.findall("w:num", NAMESPACES)}
    for numbering in list(root.iter(qualified("w:numPr"))):
        id, parent = numbering.find("w:numId", NAMESPACES), numbering.getparent()
        if id is not None and _moved(id.get(_VAL, "")) in known:
            id.set(_VAL, _moved(id.get(_VAL, "")))
        elif parent is not None:
            parent.remove(numbering)


def _unbind_headings(styles: Stylesheet) -> None:
    """docgen numbers headings where the type of paper says so, and only there."""
    for style in styles:
        if style.get(qualified("w:styleId")) in _HEADINGS:
            _unbind(style)


def release_from_headings(styles: Stylesheet) -> None:
    """What is based on a heading, such as Word's own heading of the contents, is neither numbered nor listed as one."""
    below_headings = _based_on_headings(styles)
    for id, style in styles.by_id.items():
        if id in _NUMBERED or style.get(qualified("w:type")) != "paragraph" or id not in below_headings:
            continue
        if style.find("w:pPr/w:numPr", NAMESPACES) is None:
            _bind(style, "0", 0)
        outline = child_of(paragraph_properties(style), "outlineLvl")
        outline.set(_VAL, outline.get(_VAL, "9"))


def _based_on_headings(styles: Stylesheet) -> set[str]:
    """The ids of the styles that are based on a heading, over others perhaps."""
    based: dict[str, list[str]] = {}
    for id, style in styles.by_id.items():
        based.setdefault(value(style, "w:basedOn"), []).append(id)
    found: set[str] = set()
    pending = list(_HEADINGS)
    while pending:
        new = set(based.get(pending.pop(), ())) - found
        found |= new
        pending += new
    return found


def _unbind(style: Element) -> None:
    properties = style.find("w:pPr", NAMESPACES)
    for numbering in [] if properties is None else properties.findall("w:numPr", NAMESPACES):
        numbering.getparent().remove(numbering)  # type: ignore[union-attr]


def _take_over(
    abstract: Element, lists: Lists, styles: Stylesheet, added: Mapping[str, str], lefts: dict[str, int]
) -> None:
    """Each level of one of docgen's lists, from the outermost, as the house has it."""
    step = 0
    for level in abstract.findall("w:lvl", NAMESPACES):
        id, depth = value(level, "w:pStyle"), number(level.get(_LEVEL, ""), 0)
        theirs = None if id in added or not id else _house_level(id, depth, lists, styles)
        if theirs is not None:
            abstract.replace(level, theirs)
            level = theirs
            step = step or _indent(level)[1]
            _bind(styles.by_id[id], abstract.get(_LIST, ""), depth)
        elif step:
            _set_indent(level, _indent(_previous(level))[0] + step, step)
        if id and (step or id not in added):
            lefts[id] = _indent(level)[0]
        if id and id not in added and theirs is None:
            _bind(styles.by_id[id], abstract.get(_LIST, ""), depth)


def _house_level(id: str, depth: int, lists: Lists, styles: Stylesheet) -> Element | None:
    """The house's level for a style, made into one of this depth."""
    numbering = styles.said(id, "w:pPr/w:numPr")
    if numbering is None:
        return None
    old = number(value(numbering, "w:ilvl"), 0)
    found = lists.level(value(numbering, "w:numId"), old, styles)
    if found is None or value(found, "w:numFmt") == "none":
        return None
    level = _at_depth(deepcopy(found), depth, depth - old)
    if level is not None:
        _name_style(level, id)
        _take_style_indent(level, styles.said(id, "w:pPr/w:ind"))
    return level


def _at_depth(level: Element, depth: int, shift: int) -> Element | None:
    """The level with its own number in its text: `%1.` becomes `%2.`. None where an outer level would be lacking."""
    text = level.find("w:lvlText", NAMESPACES)
    written = "" if text is None else text.get(_VAL, "")
    wanted = [int(found) + shift for found in re.findall("%([1-9])", written)]
    if any(not 1 <= place <= depth + 1 for place in wanted):
        return None
    if text is not None:
        text.set(_VAL, re.sub("%([1-9])", lambda found: f"%{int(found[1]) + shift}", written))
    level.set(_LEVEL, str(depth))
    start = level.find("w:start", NAMESPACES)
    if start is not None:
        start.set(_VAL, "1")
    return level


def _name_style(level: Element, id: str) -> None:
    for old in level.findall("w:pStyle", NAMESPACES):
        level.remove(old)
    named = level.makeelement(qualified("w:pStyle"), {_VAL: id})
    before = ("start", "numFmt", "lvlRestart")
    place = sum(child.tag in [qualified(f"w:{tag}") for tag in before] for child in level)
    level.insert(place, named)


def _take_style_indent(level: Element, said: Element | None) -> None:
    """A numbered list names its number on the paragraph, so that the list's indentation goes before the style's."""
    if said is None:
        return
    indent = _indent_of(level)
    if any(qualified(name) in said.attrib for name in _FIRST_LINE):
        for name in _FIRST_LINE:
            indent.attrib.pop(qualified(name), "")
    indent.attrib.update(said.attrib)


def _indent_of(element: Element) -> Element:
    return child_of(paragraph_properties(element), "ind")


def _indent(level: Element) -> tuple[int, int]:
    """How far the text of a level stands to the right, and its mark to the left of that, in twips."""
    found = level.find("w:pPr/w:ind", NAMESPACES)
    if found is None:
        return 0, 0
    left = found.get(qualified("w:left")) or found.get(qualified("w:start")) or ""
    return twips(left, 0), twips(found.get(qualified("w:hanging"), ""), 0)


def _previous(level: Element) -> Element:
    before = level.getprevious()
    return level if before is None else before


def _set_indent(element: Element, left: int, hanging: int) -> None:
    indent = _indent_of(element)
    indent.attrib.clear()
    indent.set(qualified("w:left"), str(left))
    indent.set(qualified("w:hanging"), str(hanging))


def _bind(style: Element, list: str, depth: int) -> None:
    """A style of the house names docgen's list."""
    _unbind(style)
    numbering = child_of(paragraph_properties(style), "numPr")
    for name, written in (("w:ilvl", str(depth)), ("w:numId", list)):
        numbering.append(numbering.makeelement(qualified(name), {_VAL: written}))


def _follow(styles: Stylesheet, added: Mapping[str, str], lefts: Mapping[str, int]) -> None:
    """Styles that were added stand as far to the right as the house's lists around them."""
    for id, left in lefts.items():
        if id in added:
            hanging = left - lefts.get(_outer(id), 0) or left
            _set_indent(styles.by_id[id], left, min(hanging, left))
        continued = id.replace("Bullet", "Continue")
        if continued != id and continued in added:
            _set_indent(styles.by_id[continued], left, 0)


def _outer(id: str) -> str:
    """The style of the list around: `ListBullet2` around `ListBullet3`."""
    return f"{id[:-1]}2" if id.endswith("3") else id.rstrip("2")


def _ordered(house: Element, ours: list[Element], nums: list[Element], styles: Stylesheet) -> Element:
    """Signs, lists and numbers in the order that Word wants, without the house's lists that no style names."""
    used = {value(style, "w:pPr/w:numPr/w:numId") for style in styles}
    kept = [num for num in house.findall("w:num", NAMESPACES) if num.get(_NUM) in used]
    wanted = {value(num, "w:abstractNumId") for num in kept}
    theirs = [item for item in house.findall("w:abstractNum", NAMESPACES) if item.get(_LIST) in wanted]
    bound = {style.get(qualified("w:styleId")) for style in styles} & _styles_of(ours)
    for abstract in theirs:
        _release(abstract, bound)
    pictures = house.findall("w:numPicBullet", NAMESPACES)
    for child in list(house):
        house.remove(child)
    house.extend([*pictures, *ours, *theirs, *nums, *kept])
    return house


def _styles_of(lists: list[Element]) -> set[str | None]:
    return {style.get(_VAL) for abstract in lists for style in abstract.iter(qualified("w:pStyle"))}


def _release(abstract: Element, bound: set[str | None]) -> None:
    """A list of the house no longer has the styles that are bound to docgen's."""
    for style in list(abstract.iter(qualified("w:pStyle"))):
        parent = style.getparent()
        if style.get(_VAL) in bound and parent is not None:
            parent.remove(style)
