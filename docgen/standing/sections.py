"""Which files of the content each section of a paper prints, read from the sources of its tree."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from msgspec import Struct, field

from docgen.load.repository import CONTENT
from docgen.tree.block import Blocks, Contents, Figure, Heading, Landscape
from docgen.tree.chart import Label
from docgen.tree.document import Document
from docgen.tree.inline import Inline, Picture
from docgen.tree.walk import Node, plain_text, walk

FRONT = "Before the first heading"
IN_THE_FORM = "In the form"
NOTES = "Footnotes"


class Section(Struct):
    """A heading, and the files that what stands below it prints."""

    title: str
    level: int = 0
    files: dict[str, None] = field(default_factory=dict)
    """Their paths, in the order of appearance: of blocks, or of values among the words of a template."""
    named: dict[str, None] = field(default_factory=dict)
    """The files of values that stand inside a text of another file: `{fact}`, `{name}`, `{date}`."""


def sections_of(document: Document, narratives: Collection[str], is_form: bool = False) -> list[Section]:
    """The sections of a paper in order. Headings that stand in one of the `narratives` begin none.

    A form has headings of its own that docgen does not read: what goes into it is one section.
    """
    sections = [Section(IN_THE_FORM if is_form else FRONT)]
    for block in _flat(document.blocks):
        if isinstance(block, Heading) and block.source.path not in narratives and not is_form:
            number = document.properties.printed_number(block.number)
            sections.append(Section(f"{number} {plain_text(block.content)}".strip(), block.level))
        _read(block, sections[-1])
    notes = Section(NOTES)
    for note in document.footnotes:
        _read(note, notes)
    printed = {path for section in sections for path in section.files}
    notes.files = {path: None for path in notes.files if path not in printed}
    return [*sections, notes] if notes.files else sections


def _flat(blocks: Blocks) -> Iterator[Node]:
    """The blocks, those on turned pages among them. Contents repeat what stands elsewhere."""
    for block in blocks:
        if isinstance(block, Landscape):
            yield from _flat(block.blocks)
        elif not isinstance(block, Contents):
            yield block


def _read(block: Node, section: Section) -> None:
    """Note the files of a block: in the order of reading, words follow the block that holds them."""
    holder = block.source.path
    for node in walk(block):
        is_inline = isinstance(node, Inline)
        holder = holder if is_inline else node.source.path
        for path in _paths(node):
            into = section.named if is_inline and _is_content(holder) and path != holder else section.files
            into.update({path: None} if _is_content(path) else {})


def _paths(node: Node) -> Iterator[str]:
    """Where a node comes from; of a chart, where each word of it does."""
    yield node.source.path
    if isinstance(node, Figure) and not isinstance(node.picture, Picture):
        yield from (label.source.path for label in _labels(node.picture))


def _labels(part: Any) -> Iterator[Label]:
    """The words of a chart, and of whatever it is made of."""
    if isinstance(part, Label):
        yield part
    elif isinstance(part, tuple):
        yield from (label for item in part for label in _labels(item))
    elif isinstance(part, Struct):
        yield from (label for name in part.__struct_fields__ for label in _labels(getattr(part, name)))


def _is_content(path: str) -> bool:
    return path.startswith(f"{CONTENT}/")
