"""Writes the cover: who issues the paper, its title, and a quiet list of facts. Its room comes from styles alone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.tree.block import Block, Cover, Definition, DefinitionList, Paragraph, Title
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.inlines import line
from docgen.write.docx.lists import BlocksInside
from docgen.write.docx.looks import Look
from docgen.write.docx.written import NewPage, Written, WrittenParagraph
from docgen.write.docx.xml import joined, run, w, words


def write_cover(cover: Cover, place: Place, draft: Draft, write_inside: BlocksInside) -> list[Written]:
    """What stands above the title names who issues the paper; a draft says so below it. The text begins a new page."""
    has_title = any(isinstance(block, Title) for block in cover.blocks)
    style = "CoverOrganisation" if has_title else "CoverText"
    written: list[Written] = [] if has_title else list(_status(draft))
    for block in cover.blocks:
        written += _on_cover(block, replace(place, style=style), draft, write_inside)
        if isinstance(block, Title):
            written += _status(draft)
            style = "CoverText"
    return [*written, NewPage()]


def _status(draft: Draft) -> Iterator[WrittenParagraph]:
    if draft.document.properties.is_draft:
        yield WrittenParagraph("CoverStatus", run(words("Draft")))


def _on_cover(block: Block, place: Place, draft: Draft, write_inside: BlocksInside) -> list[Written]:
    if isinstance(block, DefinitionList):
        return [piece for entry in block.entries for piece in _fact(entry, place, draft, write_inside)]
    return write_inside((block,), place, draft)


def _fact(fact: Definition, place: Place, draft: Draft, write_inside: BlocksInside) -> list[Written]:
    """A name and its value on one line; where the value is more than a line, below its name."""
    name = line(fact.term, place, draft, Look(strong=True))
    passages = draft.passages
    value = fact.blocks[0] if len(fact.blocks) == 1 else None
    if isinstance(value, Paragraph):
        content = joined((name, run(w("tab")), line(value.content, place, draft)))
        return [WrittenParagraph("CoverFact", passages.around(value.source, (*fact.term, *value.content), content))]
    name = passages.around(fact.source, fact.term, name)
    return [WrittenParagraph("CoverFact", name, keeps_next=True), *write_inside(fact.blocks, place, draft)]
