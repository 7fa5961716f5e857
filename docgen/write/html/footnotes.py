"""Writes the footnotes at the end of the text, with ways back."""

from __future__ import annotations

from docgen.tree.document import Footnote
from docgen.write.html.blocks import write_blocks
from docgen.write.html.elements import Lines, element
from docgen.write.html.page import Page

_ARROW = "↩\N{VARIATION SELECTOR-15}"
"""The selector keeps it from being shown as a picture."""


def write_footnotes(lines: Lines, page: Page) -> None:
    """All notes by their number. They are written apart first, since one note may lead to another."""
    notes = sorted(page.document.footnotes, key=lambda note: (note.number == 0, note.number))
    if not notes:
        return
    written = [(note, _body(note, page)) for note in notes]
    place = page.ids.claim("notes")
    with lines.inside("section", {"class": "notes", "role": "doc-endnotes", "aria-labelledby": place}):
        lines.add(element("h2", {"id": place}, "Notes"))
        _write_notes(written, lines, page)


def _body(note: Footnote, page: Page) -> Lines:
    body = Lines()
    write_blocks(note.blocks, body, page)
    return body


def _write_notes(notes: list[tuple[Footnote, Lines]], lines: Lines, page: Page) -> None:
    with lines.inside("ol", {}):
        for note, body in notes:
            _write_note(note, body, lines, page)


def _write_note(note: Footnote, body: Lines, lines: Lines, page: Page) -> None:
    back = _ways_back(note, page)
    if back and body.written and body.written[-1].endswith("</p>"):
        body.written[-1] = f"{body.written[-1].removesuffix('</p>')} {back}</p>"
    elif back:
        body.add(element("p", {}, back))
    attributes = {
        "id": page.footnotes[note.label],
        "value": str(note.number) if note.number else None,
        "data-source": page.source_of(note.source),
    }
    with lines.inside("li", attributes):
        lines.add_all(body)


def _ways_back(note: Footnote, page: Page) -> str:
    """One arrow for each mark that leads to the note."""
    marks = page.mentions.get(note.label, [])
    return " ".join(_way_back(note, mark, position, len(marks)) for position, mark in enumerate(marks, start=1))


def _way_back(note: Footnote, mark: str, position: int, count: int) -> str:
    which = f", place {position} of {count}" if count > 1 else ""
    spoken = f"Back to note {note.number or note.label} in the text{which}"
    return element("a", {"href": f"#{mark}", "role": "doc-backlink", "aria-label": spoken}, _ARROW)
