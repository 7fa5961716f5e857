"""Writes the marks of footnotes."""

from __future__ import annotations

from docgen.codes.outputs import NOTE_INSIDE_NOTE
from docgen.tree.inline import FootnoteReference
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.fields import field
from docgen.write.docx.looks import NOTE_MARK
from docgen.write.docx.xml import Xml, run, w, words


def note_mark(reference: FootnoteReference, place: Place, draft: Draft) -> Xml:
    """The mark of a footnote.

    Word counts the notes itself, so a further mention of the same note refers to its first mark. A mark without its
    note shows the label: `resolve` has reported it.
    """
    shown = draft.writable(str(reference.number or reference.label), reference.source)
    if bookmark := draft.mentioned.get(reference.label):
        return field(f"NOTEREF {bookmark} \\f \\h", run(words(shown), NOTE_MARK))
    known = any(note.label == reference.label and note.number for note in draft.document.footnotes)
    if not known or place.in_note:
        return _words_of_mark(reference, shown, place, draft)
    several = draft.targets.mentions.get(reference.label, 0) > 1
    name = draft.bookmarks.claim(f"note-{reference.number}") if several else ""
    draft.mentioned[reference.label] = name
    return draft.bookmarks.around(name, run(w("footnoteReference", id=str(reference.number)), NOTE_MARK))


def _words_of_mark(reference: FootnoteReference, shown: str, place: Place, draft: Draft) -> Xml:
    if place.in_note:
        message = f"The footnote '{reference.label}' is mentioned inside a footnote only, and left out"
        help = "put what it says into the footnote around it, or mention it in the text"
        draft.findings.add(NOTE_INSIDE_NOTE.at(reference.source, message, help))
    return run(words(shown), NOTE_MARK)
