"""Numbers headings, tables and figures, and gives each heading its anchor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.resolve.appendices import appendix_number
from docgen.resolve.counting import NUMBERS
from docgen.tree.block import Figure, Heading, Paragraph, Table
from docgen.tree.document import Document, Numbering, Properties
from docgen.tree.walk import plain_text, rewrite_each

_Labelled = Heading | Table | Figure | Paragraph
_NO_LEVEL = 7
"""Deeper than any heading."""


class Counters(Struct):
    """What has been counted so far in one document."""

    properties: Properties
    headings: list[int] = field(default_factory=lambda: [0] * 6)
    appendices: list[int] = field(default_factory=lambda: [0] * 6)
    """Those of appendices, which are counted by themselves."""
    in_appendix: bool = False
    unnumbered: int = _NO_LEVEL
    """The level of the unnumbered heading that the text stands under."""
    tables: int = 0
    figures: int = 0
    reserved: frozenset[str] = frozenset()
    """The anchors that labels ask for: no heading without that label may take one of them."""
    anchors: set[str] = field(default_factory=set)
    following: dict[str, int] = field(default_factory=dict)
    """The last number that was put behind each anchor, so that a thousand headings of one name cost little."""

    def heading(self, heading: Heading) -> Heading:
        """The heading with its number and anchor. An unnumbered heading counts for nothing, nor do those below it."""
        if heading.level <= self.unnumbered:
            self.unnumbered = _NO_LEVEL if heading.numbered else heading.level
        if heading.level == 1:
            self.in_appendix = heading.appendix
        is_numbered = self.unnumbered == _NO_LEVEL and not self._leaves_numbers_to_paragraphs(heading)
        number = self._next_number(heading.level) if is_numbered else ""
        anchor = self.anchor(heading.label or plain_text(heading.content), is_label=bool(heading.label))
        return replace(heading, number=number, numbered=is_numbered, anchor=anchor, appendix=self.in_appendix)

    def _leaves_numbers_to_paragraphs(self, heading: Heading) -> bool:
        return self.properties.numbers_paragraphs and heading.level > 1

    def _next_number(self, level: int) -> str:
        counts = self.appendices if self.in_appendix else self.headings
        counts[level - 1] += 1
        counts[level:] = [0] * (6 - level)
        if not self.in_appendix:
            return NUMBERS[self.properties.numbering](counts[:level])
        is_counted = level == 1 or self.properties.numbering is not Numbering.NONE
        return appendix_number(counts[:level], self.properties.appendices) if is_counted else ""

    def anchor(self, words: str, is_label: bool) -> str:
        """A name of letters, digits and hyphens that no other heading has."""
        base = name = slug(words)
        while name in self.anchors or (name in self.reserved and not is_label):
            self.following[base] = self.following.get(base, 1) + 1
            name = f"{base}-{self.following[base]}"
        self.anchors.add(name)
        return name

    def table(self, table: Table) -> Table:
        """The table with its number; one without a caption has none, nor one that asks for none."""
        is_numbered = bool(table.caption) and table.numbered
        self.tables += is_numbered
        return replace(table, number=self.tables if is_numbered else 0)

    def figure(self, figure: Figure) -> Figure:
        """The figure with its number; one without a caption has none."""
        self.figures += 1 if figure.caption else 0
        return replace(figure, number=self.figures if figure.caption else 0)

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph with an anchor, where it has a label."""
        return replace(paragraph, anchor=self.anchor(paragraph.label, is_label=True)) if paragraph.label else paragraph


def number_blocks(document: Document) -> Document:
    """The document with numbered headings, tables and figures."""
    nodes = document.nodes.of(Heading, Table, Figure, Paragraph)
    labels = {node.label for node in nodes if node.label}
    counters = Counters(document.properties, reserved=frozenset(map(slug, labels)))

    def change(node: _Labelled) -> _Labelled:
        match node:
            case Heading():
                return counters.heading(node)
            case Table():
                return counters.table(node)
            case Figure():
                return counters.figure(node)
            case Paragraph():
                return counters.paragraph(node)
            case _:
                assert_never(node)

    return rewrite_each(document, change, Heading, Table, Figure, *_labelled_paragraphs(nodes))


def _labelled_paragraphs(nodes: Sequence[_Labelled]) -> list[type[Paragraph]]:
    """The class of paragraphs, which papers have many of, where any has a label."""
    return [Paragraph] if any(node.label for node in nodes if isinstance(node, Paragraph)) else []


def slug(words: str) -> str:
    """Words as letters, digits and hyphens: `what-is-our-vision`."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "section"
