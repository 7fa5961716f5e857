"""Puts the record of all passages into the package: a part of docgen's own, and one beside it that names it."""

from __future__ import annotations

from itertools import count

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from docgen.provenance.part import written_properties, written_record
from docgen.provenance.record import Record
from docgen.write.docx.draft import Draft


def write_provenance(draft: Draft) -> None:
    """The record of the passages that were written."""
    if draft.passages.found:
        put_record(draft.passages.record(draft.document), draft.package.word.part)


def put_record(record: Record, text: Part) -> None:
    """The record of the passages of a text, related to it."""
    taken = {str(part.partname) for part in text.package.iter_parts()}
    number = next(number for number in count(1) if f"/customXml/item{number}.xml" not in taken)
    item = _part(f"item{number}", CONTENT_TYPE.XML, written_record(record), text)
    beside = _part(f"itemProps{number}", CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, written_properties(), text)
    item.relate_to(beside, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    text.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _part(name: str, content_type: str, content: bytes, text: Part) -> Part:
    return Part(PackURI(f"/customXml/{name}.xml"), content_type, content, text.package)
