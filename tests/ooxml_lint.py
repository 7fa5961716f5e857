"""Finds what makes Word offer to repair a file, and what schema validators do not see.

`faults(data)` names every fault of a Word file in one line each; a sound file has none.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}


class WordFile:
    """The parts of a Word file."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.data = {name: archive.read(name) for name in self.names}
        markup = [name for name in self.names if name.endswith((".xml", ".rels"))]
        self.parts = {name: etree.fromstring(self.data[name]) for name in markup}

    def stories(self) -> dict[str, Element]:
        """The parts that hold text."""
        kinds = re.compile(r"word/(document|footnotes|header\d*|footer\d*)\.xml")
        return {name: part for name, part in self.parts.items() if kinds.fullmatch(name)}

    def part(self, name: str) -> Element:
        """A part of `word/` by its name without ending: `styles`."""
        return self.parts[f"word/{name}.xml"]


def w(name: str) -> str:
    """`w:val` is the attribute, `w:p` the element."""
    return f"{{{W}}}{name.removeprefix('w:')}"


def val(element: Element, path: str = ".") -> str:
    """The `w:val` of an element below this one; empty where there is none."""
    found = element.find(path, NAMES)
    return "" if found is None else found.get(w("val"), "")


def faults(data: bytes) -> list[str]:
    """Every fault of a Word file."""
    file = WordFile(data)
    return [f"{name}: {fault}" for name, check in CHECKS.items() for fault in check(file)]


def cells_without_paragraph(file: WordFile) -> Iterator[str]:
    for name, cell in _each(file, "w:tc"):
        if not len(cell) or cell[-1].tag != w("p"):
            yield f"{name}, a cell that ends with {_tag(cell[-1]) if len(cell) else 'nothing'}"


def uneven_rows(file: WordFile) -> Iterator[str]:
    """Each row must fill the grid, and each cell be as wide as the columns that it spans."""
    for name, table in _each(file, "w:tbl"):
        grid = [int(column.get(w("w"), "0")) for column in table.findall("w:tblGrid/w:gridCol", NAMES)]
        for row in table.findall("w:tr", NAMES):
            yield from (f"{name}, {fault}" for fault in _row_faults(row, grid))


def _row_faults(row: Element, grid: list[int]) -> Iterator[str]:
    column = 0
    for cell in row.findall("w:tc", NAMES):
        span = int(val(cell, "w:tcPr/w:gridSpan") or "1")
        width = cell.find("w:tcPr/w:tcW", NAMES)
        if width is None or int(width.get(w("w"), "0")) != sum(grid[column : column + span]):
            yield f"a cell in column {column + 1} is not as wide as its column"
        column += span
    if column != len(grid):
        yield f"a row of {column} columns in a table of {len(grid)}"


def touching_tables(file: WordFile) -> Iterator[str]:
    for name, table in _each(file, "w:tbl"):
        following = table.getnext()
        if following is None or following.tag != w("p"):
            yield f"{name}, a table is followed by {'nothing' if following is None else _tag(following)}"


def bookmarks(file: WordFile) -> Iterator[str]:
    starts = [start for _, start in _each(file, "w:bookmarkStart")]
    ends = [end.get(w("id"), "") for _, end in _each(file, "w:bookmarkEnd")]
    ids = [start.get(w("id"), "") for start in starts]
    yield from (f"two have the id {id}" for id in _twice(ids))
    yield from (f"two are called {name}" for name in _twice(start.get(w("name"), "").lower() for start in starts))
    yield from (f"{id} ends twice" for id in _twice(ends))
    yield from (f"{id} has no start or no end" for id in sorted(set(ids) ^ set(ends)))
    for start in starts:
        if not re.fullmatch(r"[A-Za-z_]\w{0,39}", start.get(w("name"), "")):
            yield f"'{start.get(w('name'))}' is no name for one"


def anchors(file: WordFile) -> Iterator[str]:
    """Links and reference fields must lead to a bookmark."""
    known = {start.get(w("name")) for _, start in _each(file, "w:bookmarkStart")}
    wanted = [link.get(w("anchor")) for _, link in _each(file, "w:hyperlink") if link.get(w("anchor"))]
    instructions = [text.text or "" for _, text in _each(file, "w:instrText")]
    wanted += [text.split()[1] for text in instructions if text.split()[0] in ("REF", "NOTEREF", "PAGEREF")]
    yield from (f"nothing is called {name}" for name in wanted if name not in known)


def fields(file: WordFile) -> Iterator[str]:
    for name, part in file.stories().items():
        depth = 0
        for mark in part.iter(w("fldChar")):
            depth += {"begin": 1, "end": -1}.get(mark.get(w("fldCharType"), ""), 0)
            if depth < 0:
                yield f"{name}, one ends that has not begun"
        if depth:
            yield f"{name}, {depth} have no end"


def styles(file: WordFile) -> Iterator[str]:
    known = {style.get(w("styleId")) for style in file.part("styles").findall("w:style", NAMES)}
    used = [val(style) for tag in ("w:pStyle", "w:rStyle", "w:tblStyle") for _, style in _each(file, tag)]
    used += [val(style) for tag in ("w:basedOn", "w:next", "w:link") for style in file.part("styles").iter(w(tag))]
    used += [val(style) for style in file.part("numbering").iter(w("pStyle"))]
    yield from (f"'{style}' is not defined" for style in sorted(set(used) - known))


def numberings(file: WordFile) -> Iterator[str]:
    numbering = file.part("numbering")
    abstract = [item.get(w("abstractNumId"), "") for item in numbering.findall("w:abstractNum", NAMES)]
    numbers = [item.get(w("numId"), "") for item in numbering.findall("w:num", NAMES)]
    used = {val(id) for _, id in _each(file, "w:numId")} | {val(id) for id in file.part("styles").iter(w("numId"))}
    yield from (f"two have the id {id}" for id in [*_twice(abstract), *_twice(numbers)])
    yield from (f"{id} is not defined" for id in sorted(used - set(numbers) - {"0"}))
    wanted = {val(item, "w:abstractNumId") for item in numbering.findall("w:num", NAMES)}
    yield from (f"the list {id} is not defined" for id in sorted(wanted - set(abstract)))
    tags = [_tag(item) for item in numbering.iterchildren("{*}*")]
    if tags != sorted(tags):
        yield "a w:abstractNum stands behind a w:num"


def drawings(file: WordFile) -> Iterator[str]:
    about = [item for _, item in _each(file, "wp:docPr")]
    yield from (f"two have the id {id}" for id in _twice(item.get("id", "") for item in about))
    for item in about:
        if not item.get("descr") and not any(_tag(inner) == "decorative" for inner in item.iter()):
            yield f"{item.get('name')} has no description and is not decorative"


def relationships(file: WordFile) -> Iterator[str]:
    """Each id that a part uses must be defined, each target be there, and each picture be used."""
    reached = {"[Content_Types].xml"}
    for name in [name for name in file.names if name.endswith(".rels")]:
        folder, _, stem = name.partition("_rels/")
        targets = {item.get("Id", ""): item for item in file.parts[name].findall("rel:Relationship", NAMES)}
        inside = [item.get("Target", "") for item in targets.values() if item.get("TargetMode") != "External"]
        paths = {posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") for target in inside}
        yield from (f"{name} leads to {path}, which is not there" for path in sorted(paths - set(file.names)))
        reached |= paths | {name}
        source = file.parts.get(f"{folder}{stem.removesuffix('.rels')}")
        used = set(_relation_ids(source)) if source is not None else set()
        yield from (f"{name} has no {id}" for id in sorted(used - set(targets)))
    needed = {posixpath.join("word/_rels", f"{posixpath.basename(story)}.rels") for story in file.stories()}
    for story in needed - set(file.names):
        part = file.parts[f"word/{posixpath.basename(story).removesuffix('.rels')}"]
        yield from (f"{story} is not there, but {id} is used" for id in _relation_ids(part))
    yield from (f"nothing leads to {name}" for name in sorted(set(file.names) - reached))


def _relation_ids(part: Element) -> list[str]:
    names = (f"{{{R}}}id", f"{{{R}}}embed")
    return [element.get(name, "") for element in part.iter("{*}*") for name in names if element.get(name)]


def content_types(file: WordFile) -> Iterator[str]:
    types = file.parts["[Content_Types].xml"]
    endings = {item.get("Extension") for item in types.findall("ct:Default", NAMES)}
    named = {item.get("PartName", "").lstrip("/") for item in types.findall("ct:Override", NAMES)}
    yield from (f"{name} is not there" for name in sorted(named - set(file.names)))
    for name in file.names:
        if name not in named and name != "[Content_Types].xml" and name.rpartition(".")[2] not in endings:
            yield f"{name} has none"


def footnotes(file: WordFile) -> Iterator[str]:
    notes = [note.get(w("id"), "") for note in file.part("footnotes").findall("w:footnote", NAMES)]
    marks = [mark.get(w("id"), "") for mark in file.part("document").iter(w("footnoteReference"))]
    yield from (f"two have the id {id}" for id in _twice(notes))
    yield from (f"{id} is mentioned twice" for id in _twice(marks))
    yield from (f"{id} has no text" for id in sorted(set(marks) - set(notes)))
    yield from (f"{id} is never mentioned" for id in sorted(set(notes) - set(marks) - {"-1", "0"}))


def sections(file: WordFile) -> Iterator[str]:
    body = file.part("document").find("w:body", NAMES)
    assert body is not None
    if not len(body) or body[-1].tag != w("sectPr"):
        yield "the body does not end with one"
    for section in body.iter(w("sectPr")):
        references = {item.get(w("type")) for item in section.findall("w:headerReference", NAMES)}
        if not {"default", "first"} <= references:
            yield "one has no header of its own"


def prompts(file: WordFile) -> Iterator[str]:
    """Word must not ask anything on opening the file, nor learn whose machine made it."""
    text = b"".join(file.data.values())
    unwanted = (b"updateFields", b"w:dirty", b"customXml", b"rsid", b"python-docx", b"thumbnail")
    yield from (f"'{word.decode()}'" for word in unwanted if word in text)


CHECKS: dict[str, Callable[[WordFile], Iterable[str]]] = {
    "cell": cells_without_paragraph,
    "row": uneven_rows,
    "table": touching_tables,
    "bookmark": bookmarks,
    "anchor": anchors,
    "field": fields,
    "style": styles,
    "numbering": numberings,
    "drawing": drawings,
    "relationship": relationships,
    "content type": content_types,
    "footnote": footnotes,
    "section": sections,
    "prompt": prompts,
}


def _each(file: WordFile, name: str) -> Iterator[tuple[str, Element]]:
    prefix, _, local = name.partition(":")
    for part, root in file.stories().items():
        yield from ((part, found) for found in root.iter(f"{{{NAMES[prefix]}}}{local}"))


def _twice(values: Iterable[str]) -> list[str]:
    return sorted(value for value, count in Counter(values).items() if count > 1)


def _tag(element: Element) -> str:
    return etree.QName(element).localname
