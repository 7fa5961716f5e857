"""What the parts of the writer share while a deck is made."""

from __future__ import annotations

from msgspec import Struct

from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.tree.document import Document
from docgen.write.characters import writable


class Draft(Struct, frozen=True):
    """A deck in the making."""

    document: Document
    findings: Findings

    def writable(self, text: str, source: Source) -> str:
        """Words that a slide can hold."""
        return writable(text, source, self.findings)
