"""A document has one title, which also names the file and the running header."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.codes import markup as codes
from docgen.diagnostic import Findings
from docgen.tree.block import Title
from docgen.tree.document import Document
from docgen.tree.walk import plain_text


def take_title(document: Document, findings: Findings) -> Document:
    """The document with the words of its title as its property; each title after the first is reported."""
    titles = document.nodes.of(Title)
    for second in titles[1:]:
        findings.add(codes.TWO_TITLES.at(second.source, "the document has a title already", "write a heading"))
    if not titles:
        return document
    words = plain_text(titles[0].content)
    return document.about(properties=replace(document.properties, title=words))
