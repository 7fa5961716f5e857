"""A document has one cover, and it comes first."""

from __future__ import annotations

from docgen.codes import markup as codes
from docgen.diagnostic import Findings
from docgen.tree.block import Cover
from docgen.tree.document import Document


def check_cover(document: Document, findings: Findings) -> None:
    """Report each cover that is not the first thing in the document."""
    first = document.blocks[0] if document.has_cover else None
    for cover in document.nodes.of(Cover):
        if cover is not first:
            hint = "put ':::{cover}' before all other text, once"
            findings.add(codes.COVER_NOT_FIRST.at(cover.source, "the cover is not the first page", hint))
