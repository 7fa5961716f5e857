"""Writes a resolved tree as a Word file."""

from __future__ import annotations

from docgen.diagnostic import Findings
from docgen.tree.document import Document
from docgen.write.docx.body import write_blocks
from docgen.write.docx.bookmarks import Bookmarks
from docgen.write.docx.breaks import in_sections
from docgen.write.docx.cover_room import lower_cover
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.footnotes import write_footnotes
from docgen.write.docx.headers import write_headers
from docgen.write.docx.heading_lists import bind_headings, room_of_paragraphs
from docgen.write.docx.headings import HeadingCounter
from docgen.write.docx.numbering import NumberedLists, first_free
from docgen.write.docx.package import Package, open_reference
from docgen.write.docx.page import page_of
from docgen.write.docx.page_numbers import number_pages, stand_ins
from docgen.write.docx.passages import Passages
from docgen.write.docx.properties import write_properties
from docgen.write.docx.provenance import write_provenance
from docgen.write.docx.relations import Media, Relations
from docgen.write.docx.sections import Stretch, sections, stretches
from docgen.write.docx.targets import find_targets
from docgen.write.docx.written import Written
from docgen.write.docx.xml import Element, serialised
from docgen.write.edition import PLAIN_EDITION, Edition


def write_docx(document: Document, findings: Findings, edition: Edition = PLAIN_EDITION) -> bytes:
    """The bytes of the Word file, always the same for a tree. What Word cannot express is added to `findings`."""
    package = open_reference(edition.reference, findings)
    if package is None:
        return b""
    lower_cover(document.properties, package)
    draft = _new_draft(document, findings, edition, package)
    text, footnotes = _write_body(draft)
    write_headers(draft)
    write_properties(draft)
    bind_headings(document.properties, draft.package)
    draft.lists.add_to(draft.package.numbering)
    number_pages(text, footnotes, draft)
    write_provenance(draft)
    package.replace(package.word.part, serialised(text))
    return draft.package.saved(findings)


def _new_draft(document: Document, findings: Findings, edition: Edition, package: Package) -> Draft:
    bookmarks = Bookmarks()
    targets = find_targets(document, bookmarks)
    counter = HeadingCounter(document.properties)
    lists = NumberedLists(first_free(package.numbering))
    passages = Passages(bookmarks, are_kept=not edition.clean)
    pages = stand_ins(targets)
    draft = Draft(document, findings, edition, package, bookmarks, targets, counter, lists, passages, pages=pages)
    draft.room = room_of_paragraphs(package)
    return draft


def _write_body(draft: Draft) -> tuple[Element, Element]:
    """The text and its footnotes: a part of the package each, with pictures that they share."""
    package = draft.package
    media = Media(package.word.part.package)
    text = Relations(package.word.part, media)
    upright, turned = page_of(package.last_section, landscape=False), page_of(package.last_section, landscape=True)
    parts = stretches(draft.document, upright, turned, draft.least_widths)
    contents = [_write_stretch(stretch, text, draft) for stretch in parts]
    page = turned if draft.document.properties.landscape else upright
    below = Place(Relations(package.footnotes, media), page.measure, page.height, in_note=True)
    footnotes = write_footnotes(below, draft)
    ends = sections(package.last_section, [stretch.landscape for stretch in parts])
    return package.with_body(in_sections(contents, ends)), footnotes


def _write_stretch(stretch: Stretch, text: Relations, draft: Draft) -> list[Written]:
    page = page_of(draft.package.last_section, stretch.landscape)
    return write_blocks(tuple(stretch.blocks), Place(text, page.measure, page.height), draft)
