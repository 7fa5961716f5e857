"""Writes the table of contents: a field that already shows its entries."""

from __future__ import annotations

from docgen.tree.block import Contents, ContentsEntry
from docgen.tree.document import Numbering
from docgen.tree.walk import plain_text
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.fields import END, opened
from docgen.write.docx.inlines import line
from docgen.write.docx.looks import PLAIN
from docgen.write.docx.text import words_run
from docgen.write.docx.xml import NOTHING, Xml, joined, paragraph, run, w


def write_contents(contents: Contents, place: Place, draft: Draft) -> Xml:
    """The title and the entries. Each leads to its heading; there are no page numbers."""
    title = paragraph("TOCHeading", line(contents.title, place, draft)) if contents.title else NOTHING
    start = opened(f'TOC \\o "1-{contents.depth}" \\n \\h \\z \\u')
    if not contents.entries:
        return joined((title, paragraph("TOC1", joined((start, END)))))
    last = len(contents.entries) - 1
    entries = [
        _entry(entry, start if i == 0 else NOTHING, END if i == last else NOTHING, draft)
        for i, entry in enumerate(contents.entries)
    ]
    return joined((title, *entries))


def _entry(entry: ContentsEntry, before: Xml, after: Xml, draft: Draft) -> Xml:
    """Word allows no link or footnote in an entry: the words alone stand there."""
    content = words_run(plain_text(entry.content), entry.source, PLAIN, draft)
    if entry.number:
        number = words_run(printed_number(entry.number, draft), entry.source, PLAIN, draft)
        content = joined((number, run(w("tab")), content))
    target = draft.targets.anchors.get(entry.anchor)
    linked = w("hyperlink", content, anchor=target.bookmark, history="1") if target else content
    return paragraph(f"TOC{entry.level}", joined((before, linked, after)))


def printed_number(number: str, draft: Draft) -> str:
    """As it stands before a heading: letters and roman numerals are followed by a full stop."""
    return f"{number}." if draft.document.properties.numbering is Numbering.LETTERED else number
