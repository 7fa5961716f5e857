"""What every part of a Word file needs to know while it is written, and where each block stands."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.tree.document import Document
from docgen.write.characters import writable
from docgen.write.docx.bookmarks import Bookmarks
from docgen.write.docx.families import BODY, DEEPEST, Family
from docgen.write.docx.headings import HeadingCounter
from docgen.write.docx.numbering import NumberedLists
from docgen.write.docx.package import Package
from docgen.write.docx.passages import Passages
from docgen.write.docx.relations import Relations
from docgen.write.docx.targets import Targets
from docgen.write.docx.widths import LeastWidths
from docgen.write.docx.xml import NOTHING, Xml, w
from docgen.write.edition import Edition


class Draft(Struct):
    """A Word file in the making."""

    document: Document
    findings: Findings
    edition: Edition
    package: Package
    bookmarks: Bookmarks
    targets: Targets
    headings: HeadingCounter
    lists: NumberedLists
    passages: Passages
    mentioned: dict[str, str] = field(default_factory=dict)
    """The footnotes whose mark has been written, by their labels, with the bookmark around the mark."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """The page on which each bookmark stands, as printed there; empty where the contents bear no page numbers."""
    room: int = 0
    """How far the words of numbered paragraphs stand to the right, in twips."""
    least_widths: LeastWidths = field(default_factory=LeastWidths)
    """Of the columns of tables."""
    pictures: int = 0
    """How many pictures have been written."""

    def writable(self, text: str, source: Source) -> str:
        """The text as XML can hold it; a diagnostic tells what it could not."""
        return writable(text, source, self.findings)


class Place(Struct, frozen=True):
    """Where blocks stand: it decides their styles and how wide they may be."""

    relations: Relations
    measure: int
    """The width of the text, in twips."""
    height: int
    """The height of the text on a page, in twips."""
    family: Family = BODY
    style: str = ""
    """The style of paragraphs, where it is not the family's."""
    level: int = 0
    """How many lists are around, within the family's surrounding."""
    indent: int = 0
    """How far the text stands to the right, in twips."""
    shifted: bool = False
    """Whether one surrounding stands inside another, so that its styles do not know how far to the right."""
    in_cell: bool = False
    in_note: bool = False

    @property
    def text_style(self) -> str:
        """The style of a paragraph that stands here."""
        return self.style or (self.family.continued(self.level) if self.level else self.family.text)

    def indentation(self, hanging: int = 0) -> Xml:
        """What a paragraph must say itself, where its style does not indent it as far as it should be."""
        if not self.shifted and self.level <= DEEPEST:
            return NOTHING
        return w("ind", left=str(self.indent), hanging=str(hanging))

    def inside_list(self) -> Place:
        """One list further in."""
        return replace(self._narrower(self.family.step), level=self.level + 1, style="")

    def inside(self, family: Family) -> Place:
        """In a quotation or a callout."""
        narrower = self._narrower(family.left, family.right)
        return replace(narrower, family=family, style="", level=0, shifted=bool(self.indent))

    def moved(self, left: int) -> Place:
        """Further to the right, than the styles know."""
        return replace(self._narrower(left), shifted=True)

    def _narrower(self, left: int, right: int = 0) -> Place:
        measure = max(self.measure - left - right, _NARROWEST)
        return replace(self, measure=measure, indent=self.indent + left)


_NARROWEST = 567
"""A centimetre: lists within lists may leave no room at all."""
