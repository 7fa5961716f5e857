"""How a document is to be made: what a writer is told beside the tree."""

from __future__ import annotations

from msgspec import Struct


class Reference(Struct, frozen=True):
    """A Word document of the house, whose styles, page, headers and footers a paper takes over."""

    path: str
    """Relative to the repository's root, for diagnostics."""
    content: bytes


class Edition(Struct, frozen=True):
    """The same tree and the same edition give the same bytes."""

    reference: Reference | None = None
    """None for the reference document that docgen brings along."""
    clean: bool = False
    """Whether everything is left out that tells where the words came from: for publication."""
    preview: bool = False
    """Whether a web page tells the source of each block, for docgen's own preview."""


PLAIN_EDITION = Edition()
