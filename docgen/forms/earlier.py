"""Takes out of a form what docgen wrote into it before: somebody has made a form of one that was filled."""

from __future__ import annotations

import re

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from docgen.forms.words import take_out
from docgen.provenance.part import is_record
from docgen.provenance.record import BOOKMARK
from docgen.write.docx.xml import PARSER, Element, qualified

_OWN = re.compile(rf"{BOOKMARK}\d+", re.ASCII)
_START, _END = qualified("w:bookmarkStart"), qualified("w:bookmarkEnd")
_ID, _NAME = qualified("w:id"), qualified("w:name")


def forget_record(text: Part) -> None:
    """Without the record of an earlier filling: the file would tell sources twice, or in a clean edition."""
    for id, relation in list(text.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_XML and _is_record(relation.target_part):
            del text.rels[id]


def _is_record(part: Part) -> bool:
    try:
        return is_record(etree.fromstring(part.blob, PARSER))
    except etree.XMLSyntaxError:
        return False


def forget_bookmarks(root: Element) -> None:
    """Without the bookmarks that belonged to the record."""
    starts = [start for start in root.iter(_START) if _OWN.fullmatch(start.get(_NAME, ""))]
    ids = {start.get(_ID) for start in starts}
    for mark in [*starts, *(end for end in root.iter(_END) if end.get(_ID) in ids)]:
        take_out(mark)
