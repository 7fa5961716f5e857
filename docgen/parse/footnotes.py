"""Footnotes: every mention gets a note of its own, since Word cannot refer twice to one note."""

from __future__ import annotations

from dataclasses import replace

from docgen.codes import markup as codes
from docgen.parse.reader import Reader
from docgen.source import Source
from docgen.tree.block import Block, Blocks
from docgen.tree.document import Footnote
from docgen.tree.inline import FootnoteReference
from docgen.tree.walk import rewrite

_PENDING = "markdown-it footnote "


def reference_to(note: int, source: Source) -> FootnoteReference:
    """A mention of the passage's footnote number `note`; `with_notes` gives it a note of its own."""
    return FootnoteReference(f"{_PENDING}{note}", source)


def add_note(blocks: Blocks, source: Source, reader: Reader) -> str:
    """Add a footnote to the document; its label."""
    label = f"note-{len(reader.footnotes) + 1}"
    reader.footnotes.append(Footnote(label, blocks, source))
    return label


def with_notes(blocks: Blocks, notes: dict[int, tuple[Blocks, Source]], reader: Reader) -> Blocks:
    """The blocks of a passage, with each mention of one of its footnotes bound to a note of its own."""

    def change(node: object) -> object:
        if not isinstance(node, FootnoteReference) or not node.label.startswith(_PENDING):
            return node
        content, source = notes[int(node.label.removeprefix(_PENDING))]
        return replace(node, label=add_note(content, source, reader))

    return tuple(_changed(block, change) for block in blocks) if notes else blocks


def _changed(block: Block, change: object) -> Block:
    return rewrite(block, change)  # type: ignore[arg-type]


def report_unused(notes: dict[str, object], source: Source, reader: Reader) -> None:
    """A footnote that nothing mentions would vanish: say so. `notes` is what markdown-it noted about the passage."""
    footnotes = notes.get("footnotes")
    references = footnotes.get("refs", {}) if isinstance(footnotes, dict) else {}
    for label, number in references.items():
        if number < 0:
            name = f"[^{label.removeprefix(':')}]"
            hint = f"write {name} where it belongs, or remove the note"
            reader.findings.add(codes.UNUSED_FOOTNOTE.at(source, f"nothing mentions the footnote '{name}'", hint))
