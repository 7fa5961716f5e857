"""Writes lists."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from docgen.tree.block import Blocks, BulletList, ListItem, OrderedList, Paragraph
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.families import BODY, DEEPEST
from docgen.write.docx.inlines import passage
from docgen.write.docx.written import Written, WrittenParagraph
from docgen.write.docx.xml import NOTHING, Xml, joined, w

BlocksInside = Callable[[Blocks, Place, Draft], list[Written]]
"""Writes blocks that stand inside another."""

_LAST_LEVEL = 8
"""Word has nine levels of lists, counted from 0; still deeper lists use the last one's signs."""


class _Marking(Struct, frozen=True):
    """How the items of a list are marked."""

    style: str
    numbering: Xml
    """The list and the level, where the style does not say them."""


def write_list(
    block: BulletList | OrderedList, place: Place, draft: Draft, write_inside: BlocksInside
) -> list[Written]:
    """A list; `place` is where it stands."""
    inside = place.inside_list()
    marking = _numbered(block, inside, draft) if isinstance(block, OrderedList) else _bulleted(inside)
    if not block.tight and place.family is BODY:
        marking = _loose(marking, block, inside)
    return [piece for item in block.items for piece in _item(item, marking, inside, draft, write_inside)]


def _bulleted(inside: Place) -> _Marking:
    deep = inside.level > DEEPEST
    return _Marking(
        inside.family.bullet(inside.level), _numbering(inside, str(inside.family.bullets)) if deep else NOTHING
    )


def _numbered(block: OrderedList, inside: Place, draft: Draft) -> _Marking:
    """A list of its own for each, since Word would count on from the list before."""
    id = draft.lists.begin(inside.family.numbers, _level(inside), block.start)
    return _Marking(inside.family.number(inside.level), _numbering(inside, id))


def _loose(marking: _Marking, block: BulletList | OrderedList, inside: Place) -> _Marking:
    """The style with distance between items says nothing about their marks."""
    bullets = _numbering(inside, str(inside.family.bullets))
    return _Marking("ListParagraph", marking.numbering if isinstance(block, OrderedList) else bullets)


def _numbering(inside: Place, id: str) -> Xml:
    return w("numPr", w("ilvl", val=str(_level(inside))), w("numId", val=id))


def _level(inside: Place) -> int:
    return min(inside.level - 1, _LAST_LEVEL)


def _item(item: ListItem, marking: _Marking, inside: Place, draft: Draft, write_inside: BlocksInside) -> list[Written]:
    """The mark stands before the first paragraph; an item that begins otherwise has it on a line of its own."""
    first = item.blocks[0] if item.blocks else None
    rest = item.blocks[1:] if isinstance(first, Paragraph) else item.blocks
    words = passage(first.content, first.source, inside, draft) if isinstance(first, Paragraph) else NOTHING
    indentation = inside.indentation(hanging=inside.family.step)
    marked = WrittenParagraph(marking.style, words, joined((marking.numbering, indentation)))
    return [marked, *write_inside(rest, inside, draft)]
