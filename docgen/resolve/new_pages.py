"""Lets each section begin on a page of its own, where the type of paper asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.tree.block import Block, Blocks, Cover, Heading, PageBreak
from docgen.tree.document import Document


def begin_sections(document: Document) -> Document:
    """The document with a page break before each heading of the first level but the first one, if that is asked for."""
    return replace(document, blocks=tuple(_parted(document.blocks))) if document.properties.new_pages else document


def _parted(blocks: Blocks) -> Iterator[Block]:
    """Where a page ends in any case, behind a cover or a break of the author's own, there is no further break."""
    before: Block | None = None
    is_first = True
    for block in blocks:
        begins = isinstance(block, Heading) and block.level == 1
        if begins and not is_first and not isinstance(before, Cover | PageBreak):
            yield PageBreak(block.source)
        is_first = is_first and not begins
        yield block
        before = block
