"""Writes the part that holds the footnotes."""

from __future__ import annotations

from lxml import etree

from docgen.tree.document import Footnote
from docgen.write.docx.body import write_blocks
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.families import FOOTNOTE
from docgen.write.docx.looks import NOTE_MARK
from docgen.write.docx.written import WrittenParagraph, closed, markup_of, settled
from docgen.write.docx.xml import Element, Xml, joined, parsed, run, serialised, w, words

_MARK = joined((run(w("footnoteRef"), NOTE_MARK), run(words(" "))))


def write_footnotes(place: Place, draft: Draft) -> Element:
    """The part with all notes that are mentioned, behind the reference document's separators."""
    notes = sorted(
        (note for note in draft.document.footnotes if note.label in draft.mentioned), key=lambda note: note.number
    )
    part = draft.package.footnotes
    root = etree.fromstring(part.blob)
    root.extend(parsed(joined([written_note(note, place, draft) for note in notes])))
    draft.package.replace(part, serialised(root))
    return root


def written_note(note: Footnote, place: Place, draft: Draft) -> Xml:
    """The note's own mark stands at the head of its first paragraph."""
    content = closed(settled(write_blocks(note.blocks, place.inside(FOOTNOTE), draft)), FOOTNOTE.text)
    first = content[0]
    if isinstance(first, WrittenParagraph):
        marked = [first.led_by(_MARK), *content[1:]]
    else:
        marked = [WrittenParagraph(FOOTNOTE.text, _MARK), *content]
    return w("footnote", markup_of(marked), id=str(note.number))
