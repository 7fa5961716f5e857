"""Adds the footnotes of narratives to those that a form has."""

from __future__ import annotations

from collections.abc import Sequence

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from docgen.forms.file import FormFile
from docgen.forms.grafting import Grafting
from docgen.tree.block import Block, Blocks
from docgen.tree.document import Document, Footnote
from docgen.tree.inline import FootnoteReference
from docgen.tree.walk import Node, rewrite
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.footnotes import written_note
from docgen.write.docx.house.measures import number
from docgen.write.docx.relations import Media, Relations
from docgen.write.docx.xml import Element, joined, parsed, qualified, serialised

_NOTE, _ID, _TYPE = qualified("w:footnote"), qualified("w:id"), qualified("w:type")
_MEASURE, _HEIGHT = 9026, 13958


def with_free_numbers(document: Document, passages: Sequence[Blocks], file: FormFile) -> tuple[Document, list[Blocks]]:
    """The document and its passages, with footnotes numbered after the form's. Word counts them anew as they stand."""
    last = _last_number(file)
    if not last or not document.footnotes:
        return document, list(passages)

    def change(node: Node) -> Node:
        match node:
            case FootnoteReference(label, source, number) if number:
                return FootnoteReference(label, source, number + last)
            case Footnote(label, blocks, source, number) if number:
                return Footnote(label, blocks, source, number + last)
            case _:
                return node

    return rewrite(document, change), [tuple(_changed(block, change) for block in blocks) for blocks in passages]


def _changed(block: Block, change: object) -> Block:
    return rewrite(block, change)  # type: ignore[arg-type]


def add_footnotes(file: FormFile, draft: Draft, grafting: Grafting, media: Media) -> None:
    """The notes whose marks were written."""
    notes = [note for note in draft.document.footnotes if note.label in draft.mentioned]
    if not notes:
        return
    part = _part(file, draft)
    place = Place(Relations(part, media), _MEASURE, _HEIGHT, in_note=True)
    ordered = sorted(notes, key=lambda note: note.number)
    made = parsed(joined([written_note(note, place, draft) for note in ordered]))
    grafting.graft(made)
    file.root_of(part).extend(made)


def _part(file: FormFile, draft: Draft) -> Part:
    """The form's footnotes; where it has none, a part with docgen's separators."""
    own = etree.fromstring(draft.package.footnotes.blob)
    for note in [note for note in own if not _is_separator(note)]:
        own.remove(note)
    return file.part(RELATIONSHIP_TYPE.FOOTNOTES, "footnotes", CONTENT_TYPE.WML_FOOTNOTES, serialised(own))


def _is_separator(note: Element) -> bool:
    return note.get(_TYPE, "normal") != "normal"


def _last_number(file: FormFile) -> int:
    rels = file.text.rels.values()
    part = next((relation.target_part for relation in rels if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES), None)
    notes = file.root_of(part).iter(_NOTE) if part is not None else ()
    return max([0, *(number(note.get(_ID, ""), 0) for note in notes)])
