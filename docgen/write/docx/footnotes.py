"""Writes the part that holds the footnotes."""

from __future__ import annotations

from lxml import etree

from docgen.tree.document import Footnote
from docgen.write.docx.body import write_blocks
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.families import FOOTNOTE
from docgen.write.docx.looks import NOTE_MARK
from docgen.write.docx.xml import Xml, joined, paragraph, parsed, run, serialised, w, words

_MARK = joined((run(w("footnoteRef"), NOTE_MARK), run(words(" "))))
_FIRST_PARAGRAPH = "</w:pPr>"


def write_footnotes(place: Place, draft: Draft) -> None:
    """All notes that are mentioned, behind the reference document's separators."""
    notes = sorted(
        (note for note in draft.document.footnotes if note.label in draft.mentioned), key=lambda note: note.number
    )
    part = draft.package.footnotes
    root = etree.fromstring(part.blob)
    root.extend(parsed(joined([_note(note, place, draft) for note in notes])))
    draft.package.replace(part, serialised(root))


def _note(note: Footnote, place: Place, draft: Draft) -> Xml:
    """The note's own mark stands at the head of its first paragraph."""
    content = write_blocks(note.blocks, place.inside(FOOTNOTE), draft)
    if not content.startswith("<w:p>"):
        content = joined((paragraph(FOOTNOTE.text), content))
    head, end, rest = content.partition(_FIRST_PARAGRAPH)
    return w("footnote", Xml(f"{head}{end}{_MARK}{rest}"), id=str(note.number))
