"""Fills the table of contents."""

from __future__ import annotations

from dataclasses import replace

from docgen.tree.block import Contents, ContentsEntry, Heading
from docgen.tree.document import Document
from docgen.tree.inline import Emphasis, FootnoteReference, Inline, Inlines, Link, Strong
from docgen.tree.walk import holds, rewrite, walk


def fill_contents(document: Document) -> Document:
    """The document with the entries of its tables of contents. Footnote marks stay with their headings."""
    if not holds(document, Contents):
        return document
    headings = [node for node in walk(document) if isinstance(node, Heading)]

    def change(node: object) -> object:
        if not isinstance(node, Contents):
            return node
        return replace(node, entries=tuple(_entry(heading) for heading in headings if heading.level <= node.depth))

    return rewrite(document, change)


def _entry(heading: Heading) -> ContentsEntry:
    words = _without_notes(heading.content)
    return ContentsEntry(heading.level, heading.number, words, heading.anchor, heading.source)


def _without_notes(content: Inlines) -> Inlines:
    kept = (inline for inline in content if not isinstance(inline, FootnoteReference))
    return tuple(_inside_without_notes(inline) for inline in kept)


def _inside_without_notes(inline: Inline) -> Inline:
    if isinstance(inline, Emphasis | Strong | Link):
        return replace(inline, content=_without_notes(inline.content))
    return inline
