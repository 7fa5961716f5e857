"""Writes terms with their explanations."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.tree.block import Definition, DefinitionList
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.families import BODY
from docgen.write.docx.inlines import passage
from docgen.write.docx.lists import BlocksInside
from docgen.write.docx.looks import Look
from docgen.write.docx.written import Written, WrittenParagraph


def write_definitions(block: DefinitionList, place: Place, draft: Draft, write_inside: BlocksInside) -> list[Written]:
    """Each term, and its explanation a little further to the right."""
    in_text = place.family is BODY and not place.level
    inside = replace(place.inside_list(), style="Definition") if in_text else place.inside_list()
    written: list[Written] = []
    for entry in block.entries:
        written += [_term(entry, in_text, place, draft), *write_inside(entry.blocks, inside, draft)]
    return written


def _term(entry: Definition, in_text: bool, place: Place, draft: Draft) -> WrittenParagraph:
    """Only in running text has it a style of its own: elsewhere its size would be wrong."""
    if in_text:
        return WrittenParagraph("DefinitionTerm", passage(entry.term, entry.source, place, draft))
    term = passage(entry.term, entry.source, place, draft, Look(strong=True))
    return WrittenParagraph(place.text_style, term, place.indentation(), keeps_next=True)
