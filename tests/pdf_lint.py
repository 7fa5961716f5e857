"""Looks for what PDF/UA asks of a file, beyond what Typst checks itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.pdf_structure import Element, PdfFile, read_pdf

_HEADING = re.compile(r"H([1-6])")


def faults_of(data: bytes) -> list[str]:
    """What is wrong with a file, in words; nothing where all is well."""
    file = read_pdf(data)
    return [*_whole(file), *_headings(file), *_tables(file.root), *_parts(file.root), *_outline(file)]


def _whole(file: PdfFile) -> Iterator[str]:
    checks = {
        "no title": bool(file.title) and file.shows_title,
        "no language": bool(re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", file.language)),
        "not marked as tagged": file.is_marked,
        "does not say that it is PDF/UA": "<pdfuaid:part>1</pdfuaid:part>" in file.metadata,
        "words outside the tree": not file.untagged,
        "a font that is not embedded, or does not know its letters": all(known for _, known in file.fonts),
    }
    yield from (fault for fault, is_well in checks.items() if not is_well)


def _headings(file: PdfFile) -> Iterator[str]:
    levels = [int(found[1]) for each in file.root.walk() if (found := _HEADING.fullmatch(each.tag))]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"a heading of level {level} follows one of level {before}"


def _tables(root: Element) -> Iterator[str]:
    for table in root.named("Table"):
        rows = table.named("TR")
        if not rows or not all(cell.tag == "TH" for cell in _cells(rows[0])):
            yield "a table without heading cells"
        if any(not cell.scope for cell in table.named("TH")):
            yield "a heading cell that does not say what it heads"


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element)]


def _parts(root: Element) -> Iterator[str]:
    for element in root.walk():
        inside = [child.tag for child in element.children if isinstance(child, Element)]
        if element.tag == "Figure" and not element.alt.strip():
            yield "a picture without a text alternative"
        if element.tag == "Link" and not (element.words.strip() or element.named("Figure")):
            yield "a link without words"
        if element.tag == "Link" and not any(each.has_object for each in element.walk()):
            yield "a link that leads nowhere"
        if element.tag == "L" and set(inside) - {"LI", "L", "Caption"}:
            yield "a list that holds something else than items"
        if element.tag == "LI" and not {"LBody"} <= set(inside):
            yield "an item without a body"


def _outline(file: PdfFile) -> Iterator[str]:
    """Bookmarks are the headings below the title, in order."""
    headings = [_plain(each.words) for each in file.root.walk() if re.fullmatch("H[2-6]", each.tag)]
    if [_plain(each) for each in file.bookmarks] != headings:
        yield "bookmarks that differ from the headings"


def _plain(words: str) -> str:
    """Letters only: what is written from right to left stands the other way round in a bookmark."""
    return "".join(sorted(re.sub(r"\W", "", words)))
