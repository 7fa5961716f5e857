"""Footnotes: every mention gets a note of its own, since Word cannot refer twice to one note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from docgen.codes import markup as codes
from docgen.parse.reader import Reader
from docgen.source import Source
from docgen.tree.block import Block, Blocks
from docgen.tree.document import Footnote
from docgen.tree.inline import FootnoteReference
from docgen.tree.walk import Node, rewrite, walk

_PENDING = "footnote of the text: "

Notes = Mapping[str, tuple[Blocks, Source]]
"""The footnotes that a text gives, by their names: what they say and where they begin."""


def reference_to(name: str, source: Source) -> FootnoteReference:
    """A mention of a footnote of the text; `with_notes` gives it a note of its own."""
    return FootnoteReference(f"{_PENDING}{name}", source)


def add_note(blocks: Blocks, source: Source, reader: Reader) -> str:
    """Add a footnote to the document; its label."""
    label = f"note-{len(reader.footnotes) + 1}"
    reader.footnotes.append(Footnote(label, blocks, source))
    return label


def with_notes(blocks: Blocks, notes: Notes, reader: Reader) -> Blocks:
    """The blocks of a text, with each mention of one of its footnotes bound to a note of its own.

    A mention of a footnote that the text around a directive gives is left to that text. A footnote that nothing
    mentions would vanish, so it is reported.
    """
    mentioned: set[str] = set()

    def change(node: Node) -> Node:
        name = _name(node)
        if not isinstance(node, FootnoteReference) or name not in notes:
            return node
        mentioned.add(name)
        return replace(node, label=add_note(*notes[name], reader))

    bound = tuple(_changed(block, change) for block in blocks) if notes else blocks
    for name in notes:
        _report(reader.plain(name), name in mentioned, *notes[name], reader)
    return bound


def _name(node: Node) -> str:
    """The name of the footnote that a node mentions; empty where it mentions none that is to be bound."""
    if isinstance(node, FootnoteReference) and node.label.startswith(_PENDING):
        return node.label.removeprefix(_PENDING)
    return ""


def _changed(block: Block, change: object) -> Block:
    return rewrite(block, change)  # type: ignore[arg-type]


def _report(name: str, is_mentioned: bool, blocks: Blocks, source: Source, reader: Reader) -> None:
    if not is_mentioned:
        hint = f"write [^{name}] where it belongs, or remove the note"
        message = f"nothing mentions the footnote '[^{name}]'"
        reader.findings.add(codes.UNUSED_FOOTNOTE.at(source, message, hint))
    for mention in _mentions(blocks):
        message = f"the footnote '[^{name}]' has a footnote of its own"
        reader.findings.add(codes.NOTE_IN_NOTE.at(mention.source, message, "write its words into this one"))


def _mentions(blocks: Blocks) -> Iterable[FootnoteReference]:
    return (node for block in blocks for node in walk(block) if isinstance(node, FootnoteReference))
