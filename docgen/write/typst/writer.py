"""Writes a resolved tree as a tagged PDF."""

from __future__ import annotations

from docgen.codes.outputs import PDF_REFUSED
from docgen.diagnostic import Findings
from docgen.tree.block import Paragraph, Title
from docgen.tree.document import Document, Footnote
from docgen.tree.walk import walk
from docgen.typesetting.code import joined
from docgen.typesetting.compiling import TypesettingFailed, pdf
from docgen.write.docx.cover_room import lower_cover
from docgen.write.docx.families import FOOTNOTE
from docgen.write.docx.heading_lists import bind_headings, room_of_paragraphs
from docgen.write.docx.layout.layout import theme_fonts
from docgen.write.docx.package import open_reference
from docgen.write.docx.page import Page, page_of
from docgen.write.docx.sections import Stretch, stretches
from docgen.write.edition import PLAIN_EDITION, Edition
from docgen.write.places import Ids, find_places
from docgen.write.typst.blocks import write_blocks
from docgen.write.typst.inlines import line
from docgen.write.typst.looks import Looks
from docgen.write.typst.notes import note_name
from docgen.write.typst.preamble import write_head
from docgen.write.typst.program import Place, Program, name_of, titled


def write_pdf(document: Document, findings: Findings, edition: Edition = PLAIN_EDITION) -> bytes:
    """The bytes of the PDF, always the same for a tree. What it cannot express is added to `findings`."""
    program = new_program(document, findings, edition)
    if program is None:
        return b""
    code = written_program(program)
    try:
        return pdf(code, document.properties.dated, program.files)
    except TypesettingFailed as failure:
        _report(failure, code, program)
        return b""


def new_program(document: Document, findings: Findings, edition: Edition) -> Program | None:
    """A PDF of which nothing is written yet; None where the house's reference document is refused."""
    package = open_reference(edition.reference, findings)
    if package is None:
        return None
    bind_headings(document.properties, package)
    lower_cover(document.properties, package)
    notes = {note.label: note for note in document.footnotes}
    places = find_places(document, Ids())
    looks, room = Looks(package.styles, theme_fonts(package.theme)), room_of_paragraphs(package)
    return Program(document, findings, package, looks, places, notes, room=room)


def written_program(program: Program) -> str:
    """The whole program: the head, the notes, then the text, in stretches of pages that stand alike."""
    section = program.package.last_section
    upright, turned = page_of(section, landscape=False), page_of(section, landscape=True)
    page = turned if program.document.properties.landscape else upright
    notes = _notes(Place(page.measure, page.height, in_note=True).inside(FOOTNOTE), program)
    text = _name(program) + [
        _stretch(stretch, turned if stretch.landscape else upright, program)
        for stretch in stretches(program.document, upright, turned)
    ]
    return "\n".join([*write_head(program), *notes, *text, ""])


def _name(program: Program) -> list[str]:
    """The name of a document without a title: a PDF, like a web page, has one heading of the first level."""
    if any(isinstance(node, Title) for node in walk(program.document)):
        return []
    program.level = 1
    program.styles.setdefault("Title")
    name = program.words(name_of(program.document), program.document.source)
    return [f"#{titled('Title', 1, name)}"]


def _notes(place: Place, program: Program) -> list[str]:
    """What each note says: its first paragraph follows the mark on the same line."""
    return [
        f"#let {note_name(note.number)} = {program.marked(_note(note, place, program), note.source).strip()}"
        for note in program.document.footnotes
        if note.number
    ]


def _note(note: Footnote, place: Place, program: Program) -> str:
    first = note.blocks[0] if note.blocks else None
    if not isinstance(first, Paragraph):
        return write_blocks(note.blocks, place, program)
    rest = [write_blocks(note.blocks[1:], place, program)] if note.blocks[1:] else []
    return joined([_AFTER_MARK, line(first.content, place, program), *rest])


_AFTER_MARK = "h(0.3em)"
"""What stands between the mark of a note and its words."""


def _stretch(stretch: Stretch, page: Page, program: Program) -> str:
    content = write_blocks(tuple(stretch.blocks), Place(page.measure, page.height), program)
    flipped = "true" if stretch.landscape else "false"
    return f"#set page(flipped: {flipped})\n#{content}"


def _report(failure: TypesettingFailed, code: str, program: Program) -> None:
    """A refused program is docgen's own defect: the author is told the place of the content, not of the program."""
    source = program.source_of(failure.line, code)
    message = f"the PDF cannot be made: {failure.message}"
    help = "this is a defect of docgen: please report it with the lines at this place; Word and HTML are not concerned"
    program.findings.add(PDF_REFUSED.at(source, message, help))
