"""Numbers the footnotes in the order in which a reader meets them."""

from __future__ import annotations

from dataclasses import replace

from docgen.tree.document import Document
from docgen.tree.inline import FootnoteReference
from docgen.tree.walk import rewrite, walk


def number_footnotes(document: Document) -> Document:
    """The document with numbered mentions, and its notes in the order of their numbers."""
    if not document.footnotes:
        return document
    mentions = [node.label for block in document.blocks for node in walk(block) if isinstance(node, FootnoteReference)]
    numbers = {label: number for number, label in enumerate(dict.fromkeys(mentions), 1)}

    def change(node: object) -> object:
        return replace(node, number=numbers.get(node.label, 0)) if isinstance(node, FootnoteReference) else node

    blocks = tuple(rewrite(block, change) for block in document.blocks)
    notes = [replace(note, number=numbers[note.label]) for note in document.footnotes if note.label in numbers]
    return replace(document, blocks=blocks, footnotes=tuple(sorted(notes, key=lambda note: note.number)))
