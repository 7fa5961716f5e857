"""Writes paragraphs, among them those that Word numbers, and sets lists below their words."""

from __future__ import annotations

from docgen.codes.outputs import HEADING_NUMBER_AS_TEXT
from docgen.tree.block import Paragraph, PullQuote
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.families import PULL_QUOTE
from docgen.write.docx.heading_lists import IN_APPENDIX, IN_TEXT
from docgen.write.docx.inlines import passage
from docgen.write.docx.lists import BlocksInside
from docgen.write.docx.looks import PLAIN
from docgen.write.docx.text import words_run
from docgen.write.docx.written import Written, WrittenParagraph
from docgen.write.docx.xml import Xml, joined, run, w


def write_paragraph(paragraph: Paragraph, place: Place, draft: Draft) -> WrittenParagraph:
    """A paragraph of running text, of a list, of a cell."""
    if paragraph.number:
        return _numbered(paragraph, place, draft)
    content = passage(paragraph.content, paragraph.source, place, draft)
    return WrittenParagraph(place.text_style, content, place.indentation())


def _numbered(paragraph: Paragraph, place: Place, draft: Draft) -> WrittenParagraph:
    """Word counts the paragraphs itself. Where its number would differ from the tree's, that one is written as text."""
    style = IN_APPENDIX if draft.headings.in_appendix else IN_TEXT
    is_counted = draft.headings.follows_in(paragraph)
    words = passage(paragraph.content, paragraph.source, place, draft, is_part=not is_counted)
    target = draft.targets.anchors.get(paragraph.anchor)
    content = draft.bookmarks.around(target.bookmark if target else "", words)
    if is_counted:
        return WrittenParagraph(style, content)
    message = f"The paragraph's number '{paragraph.number}' is written as text, since Word would give it another"
    help = "let the heading above it have a number that Word counts"
    draft.findings.add(HEADING_NUMBER_AS_TEXT.at(paragraph.source, message, help))
    number = words_run(paragraph.number, paragraph.source, PLAIN, draft)
    return WrittenParagraph(style, joined((number, run(w("tab")), content)), without_number())


def without_number() -> Xml:
    """Said by a paragraph that has no number, though its style has one."""
    return w("numPr", w("ilvl", val="0"), w("numId", val="0"))


def below_number(place: Place, draft: Draft) -> Place:
    """Where a list stands that belongs to numbered paragraphs: below their words."""
    return place.moved(draft.room)


def write_pull_quote(quote: PullQuote, place: Place, draft: Draft, write_inside: BlocksInside) -> list[Written]:
    """The words, and below them who said them."""
    inside = place.inside(PULL_QUOTE)
    words = write_inside(quote.blocks, inside, draft)
    if not quote.by:
        return words
    by = passage(quote.by, quote.by[0].source, inside, draft)
    return [*_kept(words), WrittenParagraph("PullQuoteBy", by, inside.indentation())]


def _kept(words: list[Written]) -> list[Written]:
    """On the page of what follows: nobody is named on the next page."""
    return [piece.kept() if isinstance(piece, WrittenParagraph) else piece for piece in words]
