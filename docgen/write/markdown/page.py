"""What every part of a Markdown file needs to know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.tree.block import Heading
from docgen.tree.document import Document
from docgen.tree.walk import plain_text, walk
from docgen.write.characters import writable
from docgen.write.markdown.escaping import escaped, slug


class Page(Struct, frozen=True):
    """A file in the making."""

    document: Document
    findings: Findings
    anchors: Mapping[str, str]
    """The anchors of headings, as resolved, with those that a repository gives them."""
    labels: Mapping[str, str]
    """What cross-references call a heading -> the anchor that a repository gives it."""
    in_cell: bool = False
    """Whether the words stand in a cell of a table, which is a single line."""

    def words(self, text: str, source: Source) -> str:
        """Words that are never read as markup."""
        return escaped(writable(text, source, self.findings))

    @property
    def of_cells(self) -> Page:
        """The same for what stands in a cell."""
        return replace(self, in_cell=True)


def new_page(document: Document, findings: Findings) -> Page:
    """A file of which nothing is written, but all anchors are known."""
    anchors: dict[str, str] = {}
    labels: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for heading in [node for node in walk(document) if isinstance(node, Heading)]:
        anchor = _anchor(heading, document, taken)
        anchors.setdefault(heading.anchor, anchor)
        if heading.label:
            labels.setdefault(heading.label, anchor)
    return Page(document, findings, anchors, labels)


def _anchor(heading: Heading, document: Document, taken: Counter[str]) -> str:
    """What repositories call a heading: its words, and a number where others before it have the same."""
    name = slug(f"{document.properties.printed_number(heading.number)} {plain_text(heading.content)}".strip())
    count = taken[name]
    taken[name] += 1
    return f"{name}-{count}" if count else name
