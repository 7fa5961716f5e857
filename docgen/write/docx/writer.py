"""Writes a resolved tree as a Word file."""

from __future__ import annotations

from docgen.diagnostic import Findings
from docgen.tree.document import Document
from docgen.write.docx.body import write_blocks
from docgen.write.docx.bookmarks import Bookmarks
from docgen.write.docx.breaks import in_sections, settle
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.footnotes import write_footnotes
from docgen.write.docx.headers import write_headers
from docgen.write.docx.headings import HeadingCounter, bind_headings
from docgen.write.docx.numbering import NumberedLists
from docgen.write.docx.package import Package, open_reference
from docgen.write.docx.properties import write_properties
from docgen.write.docx.relations import Media, Relations
from docgen.write.docx.sections import Stretch, page_of, sections, stretches
from docgen.write.docx.targets import find_targets
from docgen.write.docx.xml import Xml, serialised
from docgen.write.edition import PLAIN_EDITION, Edition


def write_docx(document: Document, findings: Findings, edition: Edition = PLAIN_EDITION) -> bytes:
    """The bytes of the Word file, always the same for a tree. What Word cannot express is added to `findings`."""
    draft = _new_draft(document, findings, edition, open_reference())
    _write_body(draft)
    write_headers(draft)
    write_properties(draft)
    bind_headings(document.properties.numbering, draft.package)
    draft.lists.add_to(draft.package.numbering)
    return draft.package.saved()


def _new_draft(document: Document, findings: Findings, edition: Edition, package: Package) -> Draft:
    bookmarks = Bookmarks()
    targets = find_targets(document, bookmarks)
    counter = HeadingCounter(document.properties.numbering)
    return Draft(document, findings, edition, package, bookmarks, targets, counter, NumberedLists())


def _write_body(draft: Draft) -> None:
    """The text and its footnotes: a part of the package each, with pictures that they share."""
    package = draft.package
    media = Media(package.word.part.package)
    text = Relations(package.word.part, media)
    upright = page_of(package.last_section, landscape=False)
    parts = stretches(draft.document.blocks, upright)
    contents = [_write_stretch(stretch, text, draft) for stretch in parts]
    write_footnotes(Place(Relations(package.footnotes, media), upright.measure, upright.height, in_note=True), draft)
    document = package.with_body(in_sections(contents))
    settle(document, sections(package.last_section, [stretch.landscape for stretch in parts]))
    package.replace(package.word.part, serialised(document))


def _write_stretch(stretch: Stretch, text: Relations, draft: Draft) -> Xml:
    page = page_of(draft.package.last_section, stretch.landscape)
    return write_blocks(tuple(stretch.blocks), Place(text, page.measure, page.height), draft)
