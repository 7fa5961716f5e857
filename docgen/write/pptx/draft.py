"""What the parts of the writer share while a deck is made."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.tree.document import Document
from docgen.write.characters import writable


@dataclass(frozen=True, slots=True)
class Draft:
    """A deck in the making."""

    document: Document
    findings: Findings

    def writable(self, text: str, source: Source) -> str:
        """Words that a slide can hold."""
        return writable(text, source, self.findings)
