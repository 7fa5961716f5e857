"""The Word file of a form: opened, changed part by part, and saved with the same bytes on every build."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import cast

from docx import Document as open_document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package as WordPackage
from lxml import etree
from msgspec import Struct, field

from docgen.diagnostic import Findings
from docgen.forms.earlier import forget_record
from docgen.ooxml.relations import content_type, main_part
from docgen.ooxml.word import WORD_FILE, word_package
from docgen.source import Source
from docgen.tree.document import Properties
from docgen.write.characters import writable
from docgen.write.docx.xml import NAMESPACES, PARSER, Element, serialised
from docgen.write.zip import packed, unpacked

_LONGEST = 255
_EPOCH = date(1980, 1, 1)
_TEMPLATE = "template.main+xml"


class FormFile(Struct):
    """A form that is being filled."""

    word: WordDocument
    changed: dict[Part, Element] = field(default_factory=dict)
    """The roots of the parts that were changed."""

    @property
    def text(self) -> Part:
        """The part that holds the pages."""
        part: Part = self.word.part
        return part

    @property
    def package(self) -> WordPackage:
        """All parts."""
        package: WordPackage = self.word.part.package
        return package

    def root_of(self, part: Part) -> Element:
        """The root of a part, to be changed."""
        if part not in self.changed:
            self.changed[part] = etree.fromstring(part.blob, PARSER)
        return self.changed[part]

    def part(self, kind: str, name: str, content_type: str, empty: bytes) -> Part:
        """The part of a kind that the pages lead to; made where the form has none."""
        found = next((relation for relation in self.text.rels.values() if relation.reltype == kind), None)
        if found is not None:
            return cast(Part, found.target_part)
        made = Part(PackURI(f"/word/{name}.xml"), content_type, empty, self.package)
        self.text.relate_to(made, kind)
        return made

    @property
    def numbering(self) -> Element:
        """The definitions of lists."""
        empty = serialised(etree.Element(f"{{{NAMESPACES['w']}}}numbering", nsmap={"w": NAMESPACES["w"]}))
        part = self.part(RELATIONSHIP_TYPE.NUMBERING, "numbering", CONTENT_TYPE.WML_NUMBERING, empty)
        return self.root_of(part)

    @property
    def styles(self) -> Element:
        """The definitions of styles."""
        return self.root_of(self.text.part_related_by(RELATIONSHIP_TYPE.STYLES))

    def saved(self) -> bytes:
        """The bytes of the file."""
        buffer = BytesIO()
        self.word.save(buffer)
        changed = {part.partname.membername: serialised(root) for part, root in self.changed.items()}
        return packed({**unpacked(buffer.getvalue()), **changed})


def open_form(content: bytes, path: str, findings: Findings) -> FormFile | None:
    """The form; None where it is refused, which is reported. `path` is for the message."""
    parts = word_package(content, path, findings)
    if parts is None:
        return None
    if content_type(parts, main_part(parts)).endswith(_TEMPLATE):
        findings.add(WORD_FILE.damaged("the form is saved as a Word template").at(Source(path)))
        return None
    try:
        form = FormFile(open_document(BytesIO(packed(parts))))
    except Exception:  # python-docx raises a dozen kinds for parts that do not fit together
        message = "its parts do not fit together: one leads to another that is missing, or to none"
        findings.add(WORD_FILE.damaged(message).at(Source(path)))
        return None
    forget_record(form.text)
    return form


def write_properties(file: FormFile, properties: Properties, form: Source, findings: Findings) -> None:
    """What the file says about itself comes from the content, as in every paper: never from a machine or a clock."""
    core = file.word.core_properties
    author = properties.author or properties.organisation
    core.title, core.author, core.version, core.content_status = (
        writable(text, form, findings)[:_LONGEST]
        for text in (properties.title, author, properties.version, properties.status)
    )
    core.last_modified_by = core.author
    day = properties.dated or _EPOCH
    core.created = core.modified = datetime(day.year, day.month, day.day)
