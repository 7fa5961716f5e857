"""Opens a form: the parts of its file that hold text, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import Part
from lxml import etree
from msgspec import Struct

from docgen.codes import forms as codes
from docgen.diagnostic import Findings
from docgen.forms.earlier import forget_bookmarks
from docgen.forms.file import FormFile
from docgen.source import Source
from docgen.write.docx.xml import PARSER, Element

_NAMES = {
    CONTENT_TYPE.WML_DOCUMENT_MAIN: "",
    CONTENT_TYPE.WML_HEADER: "header",
    CONTENT_TYPE.WML_FOOTER: "footer",
    CONTENT_TYPE.WML_FOOTNOTES: "footnotes",
    CONTENT_TYPE.WML_ENDNOTES: "endnotes",
}
"""The parts that are filled, and what messages call them."""
_RESERVED = re.compile("[\ue000-\ue01f]")
"""The private characters by which docgen knows placeholders and marks."""
_TAG = re.compile(rb"\{\{|\{%")


class Story(Struct):
    """One text of a form: its pages, a header, a footer, its notes."""

    part: Part
    key: str
    """The form's path; for other stories than the pages with the part's name behind it."""
    name: str
    """`header 1`; empty for the pages."""
    root: Element

    @property
    def is_text(self) -> bool:
        """Whether passages are looked for in it: in the pages and their footnotes."""
        return self.name in ("", "footnotes")


def stories_of(file: FormFile, path: str, findings: Findings) -> list[Story]:
    """The stories of a form, the pages first. What holds reserved characters, or tags elsewhere, is reported."""
    parts = sorted(file.package.iter_parts(), key=_order)
    stories = list(_stories(parts, path))
    for story in stories:
        found = _RESERVED.search(etree.tostring(story.root, encoding="unicode"))
        if found:
            message = f"the form holds the character U+{ord(found[0]):04X}, which docgen keeps for itself"
            findings.add(codes.TAG.at(Source(path), message, "delete it, and type the words around it again"))
    for part in parts:
        _report_elsewhere(part, path, findings)
    return stories


def _stories(parts: list[Part], path: str) -> Iterator[Story]:
    counts: dict[str, int] = {}
    for part in parts:
        kind = _NAMES.get(part.content_type)
        if kind is None:
            continue
        counts[kind] = counts.get(kind, 0) + 1
        name = f"{kind} {counts[kind]}" if kind in ("header", "footer") else kind
        key = f"{path}:{part.partname}" if kind else path
        root = etree.fromstring(part.blob, PARSER)
        forget_bookmarks(root)
        yield Story(part, key, name, root)


def _order(part: Part) -> tuple[bool, int, str]:
    name = str(part.partname)
    return part.content_type != CONTENT_TYPE.WML_DOCUMENT_MAIN, len(name), name


def _report_elsewhere(part: Part, path: str, findings: Findings) -> None:
    """Tags in parts that are not filled, such as comments and charts; the file's properties are written anew."""
    name = str(part.partname)
    is_markup = name.endswith(".xml") and not name.startswith(("/docProps/", "/customXml/"))
    if part.content_type not in _NAMES and is_markup and _TAG.search(part.blob):
        message = f"the part '{name.lstrip('/')}' of the form holds a tag, which is not filled"
        findings.add(codes.NOT_FILLED_HERE.at(Source(path), message, "move the tag into the text, or delete it"))
