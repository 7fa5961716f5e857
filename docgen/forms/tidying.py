"""Mends what repeating and leaving out parts of a form has left behind: ids given twice, cells without a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from docgen.forms.words import take_out
from docgen.write.docx.xml import Element, qualified

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_P, _TC, _TBL, _TR = (qualified(name) for name in ("w:p", "w:tc", "w:tbl", "w:tr"))
_ID, _NAME, _VAL = qualified("w:id"), qualified("w:name"), qualified("w:val")
_PARAGRAPH_IDS = (f"{_W14}paraId", f"{_W14}textId")
_STARTS, _ENDS = qualified("w:bookmarkStart"), qualified("w:bookmarkEnd")


def tidy(roots: Iterable[Element]) -> None:
    """All stories of a form together: ids hold for the whole file."""
    roots = list(roots)
    for root in roots:
        _mend_tables(root)
        _drop_repeated_bookmarks(root)
    _drop_repeated_paragraph_ids(roots)
    _number_anew(_ids_of_controls(roots))
    _number_anew(_ids_of_drawings(roots))


def _mend_tables(root: Element) -> None:
    for table in list(root.iter(_TBL)):
        if next(table.iter(_TR), None) is None:
            take_out(table)
    for cell in root.iter(_TC):
        if not len(cell) or cell[-1].tag not in (_P, qualified("w:sdt")):
            cell.append(cell.makeelement(_P))


def _drop_repeated_paragraph_ids(roots: Iterable[Element]) -> None:
    """Word gives them anew when it saves."""
    seen: set[str] = set()
    for element in [element for root in roots for element in root.iter(_P, _TR)]:
        id = element.get(f"{_W14}paraId", "")
        for name in _PARAGRAPH_IDS if id in seen else ():
            element.attrib.pop(name, "")
        seen.add(id)


def _drop_repeated_bookmarks(root: Element) -> None:
    """The first of those with one name stays: only one place can be meant."""
    for start in _repeated(root.iter(_STARTS), _NAME):
        take_out(start)
    starts = {start.get(_ID): start for start in root.iter(_STARTS)}
    for end in [*_repeated(root.iter(_ENDS), _ID), *(end for end in root.iter(_ENDS) if end.get(_ID) not in starts)]:
        if end.getparent() is not None:
            take_out(end)
    ended = {end.get(_ID) for end in root.iter(_ENDS)}
    for start in [start for id, start in starts.items() if id not in ended]:
        take_out(start)


def _repeated(elements: Iterable[Element], name: str) -> list[Element]:
    """Those that say of themselves what one before them has said."""
    seen: set[str] = set()
    found = []
    for element in elements:
        said = element.get(name, "").casefold()
        found += [element] if said in seen else []
        seen.add(said)
    return found


def _ids_of_controls(roots: Iterable[Element]) -> list[tuple[Element, str]]:
    return [(id, _VAL) for root in roots for id in root.iter(_ID)]


def _ids_of_drawings(roots: Iterable[Element]) -> list[tuple[Element, str]]:
    return [(drawing, "id") for root in roots for drawing in root.iter(qualified("wp:docPr"))]


def _number_anew(ids: Iterable[tuple[Element, str]]) -> None:
    """Give another number to each that has one given before."""
    found = list(ids)
    taken = {element.get(name, "") for element, name in found}
    free = (str(number) for number in count(1) if str(number) not in taken)
    seen: set[str] = set()
    for element, name in found:
        if element.get(name, "") in seen:
            element.set(name, next(free))
        seen.add(element.get(name, ""))
