"""Writes the marks of footnotes. What a note says was written before: `note-3` in the program."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.codes.outputs import NOTE_INSIDE_NOTE
from docgen.tree.block import Paragraph
from docgen.tree.document import Document, Footnote
from docgen.tree.inline import FootnoteReference, LineBreak, Text
from docgen.tree.walk import walk
from docgen.typesetting.code import literal
from docgen.write.typst.program import Place, Program

_MOST_LINES = 40
"""That the notes of one paragraph take where they surely fit on its page."""
_LETTERS = 60
"""On a line of a note, at least."""


def note(reference: FootnoteReference, place: Place, program: Program) -> str:
    """The mark with its note; a further mention leads to the first one.

    A mark without its note shows the label: `resolve` has reported it.
    """
    shown = program.words(str(reference.number or reference.label), reference.source)
    known = program.notes.get(reference.label)
    if known is None or not known.number or place.in_note:
        _report_inside(reference, place, program)
        return f"super({shown})"
    if reference.label in program.mentioned:
        return f"footnote(label({literal(note_name(known.number))}))"
    program.mentioned.add(reference.label)
    name = note_name(known.number)
    return f"[#footnote(numbering: _ => {shown}, {name})<{name}>]"


def note_name(number: int) -> str:
    """What the program calls a note, and the place of its mark."""
    return f"note-{number}"


def _report_inside(reference: FootnoteReference, place: Place, program: Program) -> None:
    if place.in_note:
        message = f"The footnote '{reference.label}' is mentioned inside a footnote only, and left out"
        help = "put what it says into the footnote around it, or mention it in the text"
        program.findings.add(NOTE_INSIDE_NOTE.at(reference.source, message, help))


def could_fill_a_page(document: Document) -> bool:
    """Whether the notes of a paragraph could.

    Typst 0.15 then loses the line before its last, where it keeps these two together.
    """
    takes = {note.label: _lines(note) for note in document.footnotes}
    if sum(takes.values()) <= _MOST_LINES:
        return False
    return any(_lines_below(node, takes) > _MOST_LINES for node in walk(document) if isinstance(node, Paragraph))


def _lines_below(paragraph: Paragraph, takes: Mapping[str, int]) -> int:
    return sum(takes.get(node.label, 0) for node in walk(paragraph) if isinstance(node, FootnoteReference))


def _lines(note: Footnote) -> int:
    nodes = list(walk(note))
    letters = sum(len(node.text) for node in nodes if isinstance(node, Text))
    return letters // _LETTERS + sum(isinstance(node, (Paragraph, LineBreak)) for node in nodes)
