"""Opens a Word file as its parts, for tests that read its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {
    "w": W,
    "r": R,
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
}


class WordFile:
    """The parts of a Word file."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.data = {name: archive.read(name) for name in self.names}
        markup = [name for name in self.names if name.endswith((".xml", ".rels"))]
        parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
        self.parts = {name: etree.fromstring(self.data[name], parser) for name in markup}

    def stories(self) -> dict[str, Element]:
        """The parts that hold text."""
        kinds = re.compile(r"word/(document|footnotes|header\d*|footer\d*)\.xml")
        return {name: part for name, part in self.parts.items() if kinds.fullmatch(name)}

    def part(self, name: str) -> Element:
        """A part of `word/` by its name without ending: `styles`; without content where the file has none."""
        return self.parts.get(f"word/{name}.xml", etree.Element(w(name)))

    def each(self, name: str) -> Iterator[tuple[str, Element]]:
        """Every element of a kind, `w:tc`, in any story, with the name of the part it stands in."""
        prefix, _, local = name.partition(":")
        for part, root in self.stories().items():
            yield from ((part, found) for found in root.iter(f"{{{NAMES[prefix]}}}{local}"))

    def related(self, name: str) -> dict[str, Element]:
        """The relationships of a part, by their ids."""
        folder, _, stem = name.rpartition("/")
        part = self.parts.get(f"{folder}/_rels/{stem}.rels".lstrip("/"))
        found = [] if part is None else part.findall("rel:Relationship", NAMES)
        return {item.get("Id", ""): item for item in found}


def w(name: str) -> str:
    """`w:val` is the attribute, `w:p` the element."""
    return f"{{{W}}}{name.removeprefix('w:')}"


def val(element: Element, path: str = ".") -> str:
    """The `w:val` of an element below this one; empty where there is none."""
    found = element.find(path, NAMES)
    return "" if found is None else found.get(w("val"), "")


def tag(element: Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def inside(element: Element, name: str) -> bool:
    """Whether an element stands in one of the given kind."""
    return next(element.iterancestors(w(name)), None) is not None
