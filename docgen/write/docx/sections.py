"""Parts a document into stretches of upright pages and of pages on their long side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from msgspec import Struct, field

from docgen.tree.block import Block, Blocks, Landscape, PageBreak, Table
from docgen.tree.document import Document
from docgen.write.docx.introductions import introduction
from docgen.write.docx.page import Page, number_of
from docgen.write.docx.widths import LeastWidths, wants_landscape
from docgen.write.docx.xml import Element, Xml, markup_of_element, qualified


class Stretch(Struct):
    """Blocks on pages that all stand alike."""

    landscape: bool
    blocks: list[Block] = field(default_factory=list)


def stretches(document: Document, upright: Page, turned: Page, widths: LeastWidths | None = None) -> list[Stretch]:
    """All blocks, in order; at least one stretch.

    What leads up to a landscape stretch goes with it, and page breaks alone make no stretch. A paper may ask for all of
    its pages to stand on their long side.
    """
    found = [Stretch(landscape=False)]
    if document.properties.landscape:
        return [Stretch(True, [block for _, block in _oriented(document.blocks, upright, widths)])]
    for landscape, block in _oriented(document.blocks, upright, widths):
        if found[-1].landscape is not landscape and not isinstance(block, PageBreak):
            found.append(Stretch(landscape, _taken(found, turned) if landscape else []))
        found[-1].blocks.append(block)
    return _merged(found) or found[:1]


def _oriented(blocks: Blocks, upright: Page, widths: LeastWidths | None) -> Iterator[tuple[bool, Block]]:
    for block in blocks:
        if isinstance(block, Landscape):
            yield from ((True, inner) for _, inner in _oriented(block.blocks, upright, widths))
        else:
            yield isinstance(block, Table) and wants_landscape(block, upright.measure, widths), block


def _taken(found: list[Stretch], turned: Page) -> list[Block]:
    """What leads up to a landscape stretch, removed from the stretch before it."""
    blocks = found[-1].blocks
    start = introduction(blocks, turned, between=len(found) > 1)
    taken = blocks[start:]
    del blocks[start:]
    return taken


def _merged(found: list[Stretch]) -> list[Stretch]:
    """Without those that hold nothing to be read, and with neighbours that stand alike as one."""
    merged: list[Stretch] = []
    for stretch in found:
        if all(isinstance(block, PageBreak) for block in stretch.blocks):
            continue
        if merged and merged[-1].landscape is stretch.landscape:
            merged[-1].blocks += stretch.blocks
        else:
            merged.append(stretch)
    return merged


def sections(reference: Element, landscape: Sequence[bool]) -> list[Xml]:
    """The properties of each section: all that the reference document's holds, headers and footers too."""
    return [markup_of_element(_section(reference, turned, first=i == 0)) for i, turned in enumerate(landscape)]


def _section(reference: Element, landscape: bool, first: bool) -> Element:
    """Only the very first page of the document has a header of its own, and only there page numbers begin."""
    section = deepcopy(reference)
    title_page, numbers = section.find(qualified("w:titlePg")), section.find(qualified("w:pgNumType"))
    if not first and title_page is not None:
        section.remove(title_page)
    if not first and numbers is not None:
        numbers.attrib.pop(qualified("w:start"), "")
    size = section.find(qualified("w:pgSz"))
    if landscape and size is not None:
        long, short = max(number_of(size, "w"), number_of(size, "h")), min(number_of(size, "w"), number_of(size, "h"))
        for name, value in (("w", str(long)), ("h", str(short)), ("orient", "landscape")):
            size.set(qualified(f"w:{name}"), value)
    return section
