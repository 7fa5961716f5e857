"""Numbers the paragraphs of papers that number theirs: 3.1, 3.2 below heading 3."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from docgen.resolve.appendices import appendix_mark
from docgen.tree.block import Block, Blocks, BulletList, Heading, Landscape, OrderedList, Paragraph
from docgen.tree.document import Document


def number_paragraphs(document: Document) -> Document:
    """The document with numbered paragraphs, once its headings have their numbers."""
    if not document.properties.numbers_paragraphs:
        return document
    return replace(document, blocks=_Section().blocks(document.blocks))


class _Section(Struct):
    """The section that the text has come to."""

    number: str = ""
    """What the numbers of its paragraphs begin with; empty where they have none."""
    count: int = 0
    """Of its paragraphs so far."""

    def blocks(self, blocks: Blocks) -> Blocks:
        """Blocks of the text itself. What stands inside another block has no number."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Landscape):
            return replace(block, blocks=self.blocks(block.blocks))
        if isinstance(block, Heading) and block.level == 1:
            self.number, self.count = appendix_mark(block.number), 0
        if isinstance(block, BulletList | OrderedList) and self.number:
            return replace(block, below_number=True)
        return self._numbered(block) if isinstance(block, Paragraph) and self.number else block

    def _numbered(self, paragraph: Paragraph) -> Paragraph:
        self.count += 1
        return replace(paragraph, number=f"{self.number}.{self.count}")
