"""Writes a resolved tree as plain Markdown, as repositories show it: CommonMark with tables and footnotes."""

from __future__ import annotations

import json

from docgen.diagnostic import Findings
from docgen.tree.document import Document, Footnote
from docgen.write.edition import PLAIN_EDITION, Edition
from docgen.write.markdown.blocks import write_blocks
from docgen.write.markdown.page import Page, new_page


def write_markdown(document: Document, findings: Findings, edition: Edition = PLAIN_EDITION) -> bytes:
    """The file in UTF-8 with line feeds. What Markdown cannot express is added to `findings`."""
    page = new_page(document, findings)
    notes = sorted((note for note in document.footnotes if note.number), key=lambda note: note.number)
    parts = [_front(page), write_blocks(document.blocks, page), *[_note(note, page) for note in notes]]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _front(page: Page) -> str:
    """What is said about the document as a whole, as YAML, which repositories show as a table."""
    said = page.document.properties
    facts = {
        "title": said.title,
        "organisation": said.organisation,
        "version": said.version,
        "status": said.status,
        "date": said.dated.isoformat() if said.dated else "",
        "author": said.author,
        "marking": said.marking,
    }
    lines = [f"{name}: {json.dumps(words, ensure_ascii=False)}" for name, words in facts.items() if words]
    return "\n".join(["---", *lines, "---"])


def _note(note: Footnote, page: Page) -> str:
    """Further blocks of a note stand below its first line, four spaces in."""
    first, *rest = write_blocks(note.blocks, page).split("\n")
    return "\n".join([f"[^{note.number}]: {first}", *(f"    {part}" if part else "" for part in rest)])
