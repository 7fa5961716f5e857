"""Explains each abbreviation where the reader meets it first."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.tree.block import Heading, Title
from docgen.tree.document import Document
from docgen.tree.inline import Abbreviation
from docgen.tree.walk import rewrite_each, walk


def explain_abbreviations(document: Document) -> Document:
    """`Local Medical Committee (LMC)` at the first use, `LMC` after it.

    A heading is not the place to explain in: it keeps the short form, and the first use in the text explains it.
    """
    heads = document.nodes.of(Heading, Title)
    in_headings = {id(node) for head in heads for node in walk(head)}
    explained: set[str] = set()

    def change(node: Abbreviation) -> Abbreviation:
        if node.short in explained or id(node) in in_headings:
            return replace(node, text=node.short)
        explained.add(node.short)
        return replace(node, text=f"{node.expansion} ({node.short})")

    return rewrite_each(document, change, Abbreviation)
