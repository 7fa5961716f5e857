"""Reads the structure tree of a PDF: its elements with their words, as a screen reader is given them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

_CODE = re.compile(rb"<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


@dataclass
class Element:
    """One element of the tree."""

    tag: str
    """Without its slash: `H1`, `TD`."""
    alt: str = ""
    scope: str = ""
    """Of a heading cell: `Column` or `Row`."""
    children: list[Element | str] = field(default_factory=list)
    has_object: bool = False
    """Whether an annotation, such as a link, belongs to it."""

    @property
    def words(self) -> str:
        """All words inside it."""
        return "".join(child if isinstance(child, str) else child.words for child in self.children)

    def walk(self) -> Iterator[Element]:
        """The element and all elements inside it, in the order of reading."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def named(self, *tags: str) -> list[Element]:
        """The elements with one of these tags."""
        return [element for element in self.walk() if element.tag in tags]


@dataclass
class PdfFile:
    """What a PDF says of itself, and its tree."""

    root: Element
    title: str
    language: str
    is_marked: bool
    shows_title: bool
    bookmarks: list[str]
    metadata: str
    """The XMP packet."""
    untagged: list[str]
    """Words on pages that belong neither to the tree nor to an artifact."""
    artifacts: list[str]
    """Words of headers, footers and watermarks, page by page."""
    fonts: list[tuple[str, bool]]
    """Each font, and whether it is embedded and knows its letters."""


def read_pdf(data: bytes) -> PdfFile:
    """The whole file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = [_Page(page) for page in pdf.pages]
        by_object = {page.objgen: read for page, read in zip(pdf.pages, pages, strict=True)}
        root: Any = pdf.Root
        viewer: Any = root.get("/ViewerPreferences", {})
        return PdfFile(
            root=_element(root.StructTreeRoot, by_object, None) if "/StructTreeRoot" in root else Element("none"),
            title=str(pdf.docinfo.get("/Title", "")),
            language=str(root.get("/Lang", "")),
            is_marked=bool(root.get("/MarkInfo", {}).get("/Marked", False)),
            shows_title=bool(viewer.get("/DisplayDocTitle", False)),
            bookmarks=list(_bookmarks(pdf)),
            metadata=root.Metadata.read_bytes().decode("utf-8", "replace") if "/Metadata" in root else "",
            untagged=[words for page in pages for words in page.untagged if words.strip()],
            artifacts=["".join(page.artifacts) for page in pages],
            fonts=sorted({font for page in pages for font in page.fonts}),
        )


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[str]:
    def titles(items: Any) -> Iterator[str]:
        for item in items:
            yield str(item.title)
            yield from titles(item.children)

    with pdf.open_outline() as outline:
        yield from titles(outline.root)


def _element(node: Any, pages: dict[Any, _Page], page: Any) -> Element:
    page = node.get("/Pg", page)
    element = Element(str(node.get("/S", "/Root"))[1:], str(node.get("/Alt", "")), _attribute(node, "/Scope"))
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            element.children.append(pages[page.objgen].marked.get(kid, ""))
        elif str(kid.get("/Type", "")) == "/MCR":
            element.children.append(pages[kid.get("/Pg", page).objgen].marked.get(int(kid.MCID), ""))
        elif str(kid.get("/Type", "")) == "/OBJR":
            element.has_object = True
        else:
            element.children.append(_element(kid, pages, page))
    return element


def _attribute(node: Any, name: str) -> str:
    attributes = node.get("/A", [])
    for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(each, pikepdf.Dictionary) and name in each:
            return str(each[name])[1:]
    return ""


class _Page:
    """The words of a page by the number of their marked content."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.marked: dict[int, str] = {}
        self.untagged: list[str] = []
        self.artifacts: list[str] = []
        self.fonts: set[tuple[str, bool]] = set()
        resources: Any = page.obj.get("/Resources", {})
        self.letters = {name: self._font(font) for name, font in resources.get("/Font", {}).items()}
        self.properties: Any = resources.get("/Properties", {})
        self._read(page)

    def _font(self, font: Any) -> dict[int, str]:
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        about = inner.get("/FontDescriptor", {})
        embedded = any(f"/FontFile{kind}" in about for kind in ("", "2", "3"))
        self.fonts.add((str(font.get("/BaseFont", "")), embedded and "/ToUnicode" in font))
        return _letters(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else {}

    def _read(self, page: pikepdf.Page) -> None:
        around: list[tuple[str, int | None]] = []
        letters: dict[int, str] = {}
        instructions: Any = pikepdf.parse_content_stream(page)
        for operands, operator in instructions:
            name = str(operator)
            if name in ("BDC", "BMC"):
                around.append((str(operands[0]), self._number(operands[1]) if name == "BDC" else None))
            elif name == "EMC":
                around.pop()
            elif name == "Tf":
                letters = self.letters[str(operands[0])]
            elif name in ("Tj", "TJ"):
                self._add(_shown(operands[0], letters), around)

    def _number(self, properties: Any) -> int | None:
        found = self.properties[str(properties)] if isinstance(properties, pikepdf.Name) else properties
        return int(found.MCID) if "/MCID" in found else None

    def _add(self, words: str, around: list[tuple[str, int | None]]) -> None:
        number = next((number for _, number in reversed(around) if number is not None), None)
        if number is not None:
            self.marked[number] = self.marked.get(number, "") + words
        elif any(tag == "/Artifact" for tag, _ in around):
            self.artifacts.append(words)
        else:
            self.untagged.append(words)


def _shown(operand: Any, letters: dict[int, str]) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return "".join(letters.get(int.from_bytes(codes[at : at + 2]), "") for at in range(0, len(codes), 2))


def _letters(cmap: bytes) -> dict[int, str]:
    """What each code stands for, as a ToUnicode map says."""
    letters: dict[int, str] = {}
    for kind, body in _BLOCK.findall(cmap):
        for line in body.splitlines():
            found = [bytes.fromhex(code.decode()) for code in _CODE.findall(line)]
            if kind == b"bfchar" and len(found) == 2:
                letters[int.from_bytes(found[0])] = found[1].decode("utf-16-be")
            elif kind == b"bfrange" and len(found) == 3:
                first, last = int.from_bytes(found[0]), int.from_bytes(found[1])
                text = found[2].decode("utf-16-be")
                letters |= {code: text[:-1] + chr(ord(text[-1]) + code - first) for code in range(first, last + 1)}
    return letters
