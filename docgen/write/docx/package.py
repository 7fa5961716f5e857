"""Opens the reference document and saves what has become of it.

The reference document is kept as the files of its package, in `reference/`, so that a change of style can be read and
reviewed. It is zipped when it is needed, and opened by python-docx.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from docx import Document as open_document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.section import Section
from lxml import etree

from docgen.write.docx.xml import PARSER, Element, Xml, qualified
from docgen.write.zip import packed, unpacked

_BODY = "docgen puts the body here"


@dataclass(slots=True)
class Package:
    """A Word file in the making."""

    word: WordDocument
    replaced: dict[str, bytes] = field(default_factory=dict)
    """Parts that python-docx does not know, by their names in the zip archive: saved in place of what it holds."""

    @property
    def section(self) -> Section:
        """The one section of the reference document: its page, headers and footers serve the whole document."""
        return self.word.sections[0]

    @property
    def last_section(self) -> Element:
        """The `w:sectPr` at the end of the body."""
        section: Element = self.word.element.body.sectPr
        return section

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

    def saved(self) -> bytes:
        """The bytes of the file."""
        buffer = BytesIO()
        self.word.save(buffer)
        return packed({**unpacked(buffer.getvalue()), **self.replaced})


def open_reference() -> Package:
    """The built-in reference document, without any content."""
    return Package(open_document(BytesIO(_reference())))


@cache
def _reference() -> bytes:
    return packed(_files(files("docgen.write.docx") / "reference", ""))


def _files(folder: Traversable, above: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for entry in folder.iterdir():
        name = f"{above}{entry.name}"
        found |= _files(entry, f"{name}/") if entry.is_dir() else {name: _text(entry)}
    return found


def _text(file: Traversable) -> bytes:
    """The same bytes on every system: git may have given the lines the ends of Windows."""
    return file.read_bytes().replace(b"\r\n", b"\n")
