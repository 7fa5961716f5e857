"""Fills the table of contents."""

from __future__ import annotations

from dataclasses import replace

from docgen.tree.block import Contents, ContentsEntry, Heading
from docgen.tree.document import Document
from docgen.tree.inline import FootnoteReference
from docgen.tree.walk import rewrite, walk


def fill_contents(document: Document) -> Document:
    """The document with the entries of its tables of contents. Footnote marks stay with their headings."""
    headings = [node for node in walk(document) if isinstance(node, Heading)]

    def change(node: object) -> object:
        if not isinstance(node, Contents):
            return node
        return replace(node, entries=tuple(_entry(heading) for heading in headings if heading.level <= node.depth))

    return rewrite(document, change)


def _entry(heading: Heading) -> ContentsEntry:
    words = tuple(inline for inline in heading.content if not isinstance(inline, FootnoteReference))
    return ContentsEntry(heading.level, heading.number, words, heading.anchor, heading.source)
