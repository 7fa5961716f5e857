"""Parts a document into stretches of upright pages and of pages on their long side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from docgen.tree.block import Block, Blocks, Heading, Landscape, PageBreak, Table
from docgen.write.docx.widths import wants_landscape
from docgen.write.docx.xml import Element, qualified

_A4 = (9412, 13776)
"""The room on the built-in reference document's page, for a section that does not tell its size."""


@dataclass(frozen=True, slots=True)
class Page:
    """The room for text on a page, in twips."""

    measure: int
    height: int


@dataclass(slots=True)
class Stretch:
    """Blocks on pages that all stand alike."""

    landscape: bool
    blocks: list[Block] = field(default_factory=list)


def page_of(section: Element, landscape: bool) -> Page:
    """The page of a section, or the same page turned."""
    size, margins = section.find(qualified("w:pgSz")), section.find(qualified("w:pgMar"))
    if size is None or margins is None:
        return Page(*_A4)
    width, height = _number(size, "w"), _number(size, "h")
    if landscape:
        width, height = max(width, height), min(width, height)
    beside = _number(margins, "left") + _number(margins, "right")
    return Page(width - beside, height - _number(margins, "top") - _number(margins, "bottom"))


def stretches(blocks: Blocks, upright: Page) -> list[Stretch]:
    """All blocks, in order; at least one stretch.

    Headings go with the first block of a landscape stretch below them, and a page break alone makes no stretch.
    """
    found = [Stretch(landscape=False)]
    for landscape, block in _oriented(blocks, upright):
        if found[-1].landscape is not landscape and not isinstance(block, PageBreak):
            found.append(Stretch(landscape, _taken_headings(found[-1]) if landscape else []))
        found[-1].blocks.append(block)
    return [stretch for stretch in found if stretch.blocks] or found


def _oriented(blocks: Blocks, upright: Page) -> Iterator[tuple[bool, Block]]:
    for block in blocks:
        if isinstance(block, Landscape):
            yield from ((True, inner) for _, inner in _oriented(block.blocks, upright))
        else:
            yield isinstance(block, Table) and wants_landscape(block, upright.measure), block


def _taken_headings(stretch: Stretch) -> list[Block]:
    """The headings at the end of a stretch, removed from it: they would stay behind on a page without their text."""
    count = 0
    while count < len(stretch.blocks) and isinstance(stretch.blocks[-count - 1], Heading):
        count += 1
    taken = stretch.blocks[len(stretch.blocks) - count :]
    del stretch.blocks[len(stretch.blocks) - count :]
    return taken


def sections(reference: Element, landscape: Sequence[bool]) -> list[Element]:
    """The properties of each section: all that the reference document's holds, headers and footers too."""
    return [_section(reference, is_landscape, first=i == 0) for i, is_landscape in enumerate(landscape)]


def _section(reference: Element, landscape: bool, first: bool) -> Element:
    """Only the very first page of the document has a header of its own."""
    section = deepcopy(reference)
    title_page = section.find(qualified("w:titlePg"))
    if not first and title_page is not None:
        section.remove(title_page)
    size = section.find(qualified("w:pgSz"))
    if landscape and size is not None:
        long, short = max(_number(size, "w"), _number(size, "h")), min(_number(size, "w"), _number(size, "h"))
        for name, value in (("w", str(long)), ("h", str(short)), ("orient", "landscape")):
            size.set(qualified(f"w:{name}"), value)
    return section


def _number(element: Element, name: str) -> int:
    return int(element.get(qualified(f"w:{name}"), "0"))
