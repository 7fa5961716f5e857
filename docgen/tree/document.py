"""The whole document: its properties, its blocks and its footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.source import Source
from docgen.tree.block import Blocks, Cover
from docgen.tree.order import Nodes, nodes_of


class Numbering(Enum):
    """How headings are numbered."""

    NONE = "none"
    DECIMAL = "decimal"
    """1, 1.1, 1.1.1 … down to level 6."""
    LETTERED = "lettered"
    """A, then I, then a; deeper levels have no number."""


class AppendixNumbering(Enum):
    """How appendices are counted."""

    LETTERED = "lettered"
    """Appendix A, and A.1, A.1.1 for the headings inside."""
    NUMBERED = "numbered"
    """Appendix 1, and A1.1, A1.1.1 for the headings inside, which no section of the text can bear."""


class Properties(Struct, frozen=True):
    """What is said about the document as a whole. Plain words, already chosen for this document."""

    title: str
    organisation: str
    """Who issues it, for the running header and the file's `company`."""
    version: str = ""
    status: str = ""
    """`draft`, `review`, `final` …"""
    dated: date | None = None
    """The day the paper bears; also the creation date in the file, never the clock's."""
    author: str = ""
    marking: str = ""
    """Protective marking, for example `OFFICIAL`; empty for none."""
    language: str = "en-GB"
    numbering: Numbering = Numbering.NONE
    numbers_paragraphs: bool = False
    """Whether the paragraphs of a section are numbered, and of the headings only those of the first level."""
    appendices: AppendixNumbering = AppendixNumbering.LETTERED
    landscape: bool = False
    """Whether all pages stand on their long side."""
    new_pages: bool = False
    """Whether each section of the first level begins on a page of its own."""
    slides: bool = False
    """Whether it is made to be shown as slides as well."""

    def printed_number(self, number: str) -> str:
        """As it stands before a heading: letters and roman numerals are followed by a full stop."""
        return f"{number}." if number.isalpha() and self.numbering is Numbering.LETTERED else number

    @property
    def is_final(self) -> bool:
        """Whether the paper goes out as the last word: then the faults that rules find stop it."""
        return self.status.lower() in ("approved", "final")

    @property
    def is_draft(self) -> bool:
        """Whether the paper must say that it is not final."""
        return self.status.lower() == "draft"


class Footnote(Struct, frozen=True):
    """A note at the foot of the page."""

    label: str
    blocks: Blocks
    source: Source
    number: int = 0
    """From 1, in the order of first mention; `resolve` fills it."""


class Document(Struct, frozen=True, dict=True):
    """One document, ready to be resolved, checked and written."""

    properties: Properties
    blocks: Blocks
    source: Source
    """The template."""
    footnotes: tuple[Footnote, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The files that pictures name, by their path."""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each file that a node came from, by its path, as far as it is known."""

    @property
    def has_cover(self) -> bool:
        """Whether the first page is a cover."""
        return bool(self.blocks) and isinstance(self.blocks[0], Cover)

    def about(self, **said: Any) -> Document:
        """The same blocks and footnotes, of which something else is said: they need not be listed again."""
        document = replace(self, **said)
        document.list_as(self.nodes)
        return document

    def list_as(self, nodes: Nodes) -> None:
        """Let these be its nodes, which somebody has listed already."""
        self.__dict__["nodes"] = nodes

    @cached_property
    def nodes(self) -> Nodes:
        """All nodes inside it."""
        return nodes_of(self)
