"""Chooses what stands at the head and foot of the pages: the house's headers and footers, or docgen's own.

There are always three of each: for all pages, for the first, and for even pages. Which of them Word shows, the section
and the settings say. So a watermark can stand in all of them, and nobody loses it by a change of the page set-up.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from docgen.ooxml.relations import relations
from docgen.write.docx.house.carried import Carried, read
from docgen.write.docx.house.lists import move_list_ids
from docgen.write.docx.house.page import sections_of
from docgen.write.docx.house.styles import Stylesheet, drop_unknown_styles, rename
from docgen.write.docx.house.traces import remove_traces
from docgen.write.docx.xml import NAMESPACES, Element, qualified

KINDS = ("default", "first", "even")
EDGES = ("header", "footer")
"""Each is in the parts `word/header1.xml` to `word/header3.xml`, in the order of `KINDS`."""

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_FIRST_DRAWING = 100_000
_MARK = qualified("w:fldChar")
_SHOWN = ("w:drawing", "w:pict", "w:fldSimple", "w:instrText", "w:pgNum", "w:sym")


class Shown(Struct, frozen=True):
    """Which pages differ, as the house says."""

    first: bool
    even: bool


class Renaming(Struct, frozen=True):
    """What has other ids in the new package."""

    styles: Mapping[str, str]
    sheet: Stylesheet
    lists: Element


def house_edges(main: str, document: Element, edge: str, shown: Shown, carried: Carried) -> Mapping[str, str]:
    """The parts of the house's headers, or footers, by the pages they are for; none where none of them says a thing.

    A section without one goes on with that of the section before it.
    """
    found = _stated_edges(main, document, edge, carried)
    wanted = ("default", *(["first"] if shown.first else []), *(["even"] if shown.even else []))
    used = {kind: found[kind] for kind in wanted if kind in found}
    return used if any(_says_something(read(carried.source[name])) for name in used.values()) else {}


def _stated_edges(main: str, document: Element, edge: str, carried: Carried) -> Mapping[str, str]:
    """The parts that stand there in the last section, by the pages they are for."""
    targets = {relation.id: relation.target for relation in relations(carried.source, main)}
    kind = f"w:{edge}Reference"
    references = [item for section in sections_of(document) for item in section.findall(kind, NAMESPACES)]
    named = [(item.get(qualified("w:type"), "default"), item.get(qualified("r:id"), "")) for item in references]
    return {kind: targets[id] for kind, id in named if targets.get(id, "") in carried.source}


def _says_something(part: Element) -> bool:
    texts = (text.text or "" for text in part.iter(qualified("w:t")))
    return any(text.strip() for text in texts) or any(True for tag in _SHOWN for _ in part.iter(qualified(tag)))


def write_edge(edge: str, used: Mapping[str, str], shown: Shown, carried: Carried, renaming: Renaming) -> None:
    """The three headers, or footers. Pages that do not differ have the part of all pages."""
    for number, kind in enumerate(KINDS, start=1):
        differs = (kind == "first" and shown.first) or (kind == "even" and shown.even)
        old = used.get(kind if differs else "default", "")
        root = read(carried.source[old]) if old else _empty(edge)
        remove_traces(root)
        rename(root, renaming.styles)
        drop_unknown_styles(root, renaming.sheet)
        move_list_ids(root, renaming.lists)
        _mend(root)
        _number_drawings(root, number)
        carried.put_with_relations(f"word/{edge}{number}.xml", root, _TYPE.format(edge), old)


def _mend(root: Element) -> None:
    """A header ends with a paragraph, and a field that it begins."""
    if not len(root) or root[-1].tag != qualified("w:p"):
        root.append(root.makeelement(qualified("w:p")))
    if not _fields_are_whole(root):
        etree.strip_elements(root, _MARK, qualified("w:instrText"), with_tail=False)


def _number_drawings(root: Element, number: int) -> None:
    """No two drawings of a document may have one id; those of the text are counted from 1."""
    for count, about in enumerate(root.iter("{*}docPr"), start=1):
        about.set("id", str(_FIRST_DRAWING * (2 * number + root.tag.endswith("ftr")) + count))


def _fields_are_whole(root: Element) -> bool:
    depth = 0
    for mark in root.iter(_MARK):
        kind = mark.get(qualified("w:fldCharType"), "")
        if kind != "begin" and not depth:
            return False
        depth += {"begin": 1, "end": -1}.get(kind, 0)
    return not depth


def write_own_edge(edge: str, own: Mapping[str, bytes], carried: Carried) -> None:
    """docgen's: even pages have the same as all others."""
    for number, name in ((1, f"word/{edge}1.xml"), (2, f"word/{edge}2.xml"), (3, f"word/{edge}1.xml")):
        root = read(own[name])
        remove_traces(root)
        carried.put(f"word/{edge}{number}.xml", root, _TYPE.format(edge))


def _empty(edge: str) -> Element:
    tag = "hdr" if edge == "header" else "ftr"
    return read(f'<w:{tag} xmlns:w="{NAMESPACES["w"]}"><w:p/></w:{tag}>'.encode())
