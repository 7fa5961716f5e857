"""What a rule is, and what it sees."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from docgen.diagnostic import Code, Diagnostic
from docgen.schema.content import Content
from docgen.source import Path, Source, SourceMap
from docgen.tree.document import Document


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """All that is known of one programme before its documents are made."""

    content: Content
    sources: SourceMap

    def place(self, *path: str | int) -> Source:
        """Where a value stands, or the nearest value around it: `facts.place("resources", "stated_total")`."""
        return self.sources.value(path)

    def key(self, path: Path) -> Source:
        """Where the key stands that leads to a value."""
        return self.sources.key(path)


@dataclass(frozen=True, slots=True)
class ProgrammeRule:
    """A rule over the content of a programme."""

    code: Code
    check: Callable[[ProgrammeFacts], Iterable[Diagnostic]]
    """Pure: it reports what it finds and changes nothing."""


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """A rule over one resolved document, with the content that it was made from at hand."""

    code: Code
    check: Callable[[Document, ProgrammeFacts], Iterable[Diagnostic]]
    """Pure: it reports what it finds and changes nothing."""


Rule = ProgrammeRule | DocumentRule


def shortened(words: str) -> str:
    """Enough of a long text to know it again in a message."""
    return textwrap.shorten(words, 50, placeholder=" …")
