"""Writes the marks of footnotes. What a note says was written before: `note-3` in the program."""

from __future__ import annotations

from docgen.codes.outputs import NOTE_INSIDE_NOTE
from docgen.tree.inline import FootnoteReference
from docgen.typesetting.code import literal
from docgen.write.typst.program import Place, Program


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
