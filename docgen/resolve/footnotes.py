"""Numbers the footnotes in the order in which a reader meets them."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.tree.document import Document
from docgen.tree.inline import FootnoteReference
from docgen.tree.walk import rewrite_each


def number_footnotes(document: Document) -> Document:
    """The document with numbered mentions, and its notes in the order of their numbers."""
    if not document.footnotes:
        return document
    text = replace(document, footnotes=())
    mentions = [mention.label for mention in text.nodes.of(FootnoteReference)]
    numbers = {label: number for number, label in enumerate(dict.fromkeys(mentions), 1)}

    def change(mention: FootnoteReference) -> FootnoteReference:
        return replace(mention, number=numbers.get(mention.label, 0))

    notes = [replace(note, number=numbers[note.label]) for note in document.footnotes if note.label in numbers]
    text = rewrite_each(text, change, FootnoteReference)
    return replace(text, footnotes=tuple(sorted(notes, key=lambda note: note.number)))
