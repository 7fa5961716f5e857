"""Opens the reference document and saves what has become of it."""

from __future__ import annotations

import re
from copy import deepcopy
from io import BytesIO

from docx import Document as open_document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.parts.story import StoryPart
from lxml import etree
from msgspec import Struct, field

from docgen.diagnostic import Findings
from docgen.write.docx.house.house import House, house_of
from docgen.write.docx.house.lacking import report_added
from docgen.write.docx.house.settings import is_on
from docgen.write.docx.xml import NAMESPACES, PARSER, Element, Xml, qualified
from docgen.write.edition import Reference
from docgen.write.zip import packed, unpacked

_STORY = re.compile(r"word/(?:document|footnotes|header\d|footer\d)\.xml")
_BODY = "docgen puts the body here"


class Package(Struct):
    """A Word file in the making."""

    word: WordDocument
    house: House
    replaced: dict[str, bytes] = field(default_factory=dict)
    """Parts that python-docx does not know, by their names in the zip archive: saved in place of what it holds."""

    @property
    def path(self) -> str:
        """Of the reference document, for messages; empty for the built-in one."""
        return self.house.path

    def edges(self, edge: str) -> list[Element]:
        """The headers, or the footers, of all pages, of the first one and of even ones. All sections share them."""
        return [part.element for part in self.edge_parts(edge)]

    def edge_parts(self, edge: str) -> list[StoryPart]:
        """The parts of the headers, or of the footers, in that order."""
        references = self.last_section.findall(f"w:{edge}Reference", NAMESPACES)
        return [self.word.part.related_parts[reference.get(qualified("r:id"))] for reference in references]

    @property
    def last_section(self) -> Element:
        """The `w:sectPr` at the end of the body."""
        section: Element = self.word.element.body.sectPr
        return section

    @property
    def theme(self) -> Element | None:
        """The theme, where the house has one: it names fonts and colours."""
        part = self.house.files.get("word/theme/theme1.xml")
        return None if part is None else etree.fromstring(part, PARSER)

    @property
    def parts_even_pages(self) -> bool:
        """Whether pages of even number have headers and footers of their own."""
        return is_on(self.word.settings.element.find("w:evenAndOddHeaders", NAMESPACES))

    @property
    def styles(self) -> Element:
        """The `w:styles`."""
        styles: Element = self.word.styles.element
        return styles

    @property
    def numbering(self) -> Element:
        """The `w:numbering`."""
        numbering: Element = self.word.part.numbering_part.element
        return numbering

    @property
    def footnotes(self) -> Part:
        """The part of the footnotes: python-docx knows its bytes and its relationships only."""
        return self.word.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)

    @property
    def extended_properties(self) -> Part:
        """The part of `docProps/app.xml`."""
        part: Part = self.word.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        return part

    def with_body(self, content: Xml) -> Element:
        """The whole `w:document` with another body, to be changed and given to `replace`.

        It is read as one: lxml takes very long to move many elements from one document to another.
        """
        document = deepcopy(self.word.element)
        body = document.find(qualified("w:body"))
        body.clear()
        body.text = _BODY
        shell = etree.tostring(document, encoding="unicode")
        return etree.fromstring(shell.replace(_BODY, content).encode(), PARSER)

    def replace(self, part: Part, content: bytes) -> None:
        """Save other bytes for a part that python-docx only carries along."""
        self.replaced[part.partname.membername] = content

    def saved(self, findings: Findings) -> bytes:
        """The bytes of the file; what the house lacked for it is added to `findings`."""
        buffer = BytesIO()
        self.word.save(buffer)
        parts = {**unpacked(buffer.getvalue()), **self.replaced}
        report_added(self.house, [parts[name] for name in sorted(parts) if _STORY.fullmatch(name)], findings)
        return packed(parts)


def open_reference(reference: Reference | None, findings: Findings) -> Package | None:
    """The house's reference document, or docgen's own, without any content; None where it is refused."""
    house = house_of(reference, findings)
    return None if house is None else Package(open_document(BytesIO(packed(house.files))), house)
