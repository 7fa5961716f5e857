"""Writes lists, and terms with their explanations."""

from __future__ import annotations

from collections.abc import Callable

from docgen.tree.block import Blocks, BulletList, Definition, DefinitionList, ListItem, OrderedList
from docgen.typesetting.code import joined, points, twips
from docgen.write.docx.families import BODY
from docgen.write.typst.inlines import line
from docgen.write.typst.program import Place, Program, look_name

BlocksInside = Callable[[Blocks, Place, Program], str]
"""Writes blocks that stand inside another."""

_BULLETS = ("•", "–", "▪")
_FORMATS = ("1.", "a.", "i.")
"""How numbered lists count, from the outermost one inwards, as in Word."""


def write_list(block: BulletList | OrderedList, place: Place, program: Program, write_inside: BlocksInside) -> str:
    """A list; `place` is where it stands."""
    inside = place.inside_list()
    items = [_item(item, block, inside, program, write_inside) for item in block.items]
    ordered = isinstance(block, OrderedList)
    style = (place.family.number if ordered else place.family.bullet)(inside.level)
    if not block.tight and place.family is BODY:
        style = "ListParagraph"
    program.styles.setdefault(style)
    kind = "numbered" if ordered else "bulleted"
    start = f"first: {block.start}, " if isinstance(block, OrderedList) else ""
    sign = (_FORMATS if ordered else _BULLETS)[(inside.level - 1) % 3]
    step = twips(place.family.step)
    return f'{kind}({look_name(style)}, {step}, "{sign}", {start}{", ".join(items)})'


def _item(
    item: ListItem, block: BulletList | OrderedList, inside: Place, program: Program, write_inside: BlocksInside
) -> str:
    content = write_inside(item.blocks, inside, program) if item.blocks else "par([])"
    return program.marked(content, item.source)


def write_definitions(block: DefinitionList, place: Place, program: Program, write_inside: BlocksInside) -> str:
    """Each term, and its explanation a little further to the right."""
    return joined([_definition(entry, place, program, write_inside) for entry in block.entries])


def _definition(entry: Definition, place: Place, program: Program, write_inside: BlocksInside) -> str:
    in_text = place.family is BODY and not place.level
    words = line(entry.term, place, program)
    term = program.styled("DefinitionTerm", words) if in_text else program.styled(place.text_style, f"strong({words})")
    blocks = write_inside(entry.blocks, place.inside_list(), program)
    return f"{term}; pad(left: {points(place.family.step / 20)}, {blocks})"
