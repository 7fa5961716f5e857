"""Writes the cover: who issues the paper, its title, and a quiet list of facts."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.tree.block import Block, Cover, Definition, DefinitionList, Paragraph, Title
from docgen.typesetting.code import joined, points
from docgen.write.typst.inlines import line
from docgen.write.typst.lists import BlocksInside
from docgen.write.typst.program import Place, Program


def write_cover(cover: Cover, place: Place, program: Program, write_inside: BlocksInside) -> str:
    """What stands above the title names who issues the paper; a draft says so below it. The text begins a new page."""
    has_title = any(isinstance(block, Title) for block in cover.blocks)
    style = "CoverOrganisation" if has_title else "CoverText"
    written = [] if has_title else _status(program)
    for block in cover.blocks:
        written.append(_on_cover(block, replace(place, style=style), program, write_inside))
        if isinstance(block, Title):
            written += _status(program)
            style = "CoverText"
    return joined([*written, "pagebreak(weak: true)"])


def _status(program: Program) -> list[str]:
    return [program.styled("CoverStatus", '"Draft"')] if program.document.properties.is_draft else []


def _on_cover(block: Block, place: Place, program: Program, write_inside: BlocksInside) -> str:
    if not isinstance(block, DefinitionList):
        return write_inside((block,), place, program)
    look = program.looks.look("CoverFact")
    facts = [_fact(entry, place, program, write_inside) for entry in block.entries]
    return joined([f"v({points(look.before)}, weak: true)", *facts])


def _fact(fact: Definition, place: Place, program: Program, write_inside: BlocksInside) -> str:
    """A name and its value on one line; where the value is more than a line, below its name."""
    name = f"strong({line(fact.term, place, program)})"
    value = fact.blocks[0] if len(fact.blocks) == 1 else None
    room = points(program.looks.look("CoverFact").left)
    program.styles.setdefault("CoverFact")
    if isinstance(value, Paragraph):
        return program.marked(f"cover-fact({room}, {name}, {line(value.content, place, program)})", value.source)
    return f"{program.styled('CoverFact', name)}; {write_inside(fact.blocks, place, program)}"
