"""A document has one cover, and it comes first."""

from __future__ import annotations

from docgen.codes import markup as codes
from docgen.diagnostic import Findings
from docgen.tree.block import Cover
from docgen.tree.document import Document
from docgen.tree.walk import walk


def check_cover(document: Document, findings: Findings) -> None:
    """Report each cover that is not the first thing in the document."""
    first = document.blocks[0] if document.has_cover else None
    for node in walk(document):
        if isinstance(node, Cover) and node is not first:
            hint = "put ':::{cover}' before all other text, once"
            findings.add(codes.COVER_NOT_FIRST.at(node.source, "the cover is not the first page", hint))
