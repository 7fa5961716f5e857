"""Writes paragraphs, among them numbered ones, whose number hangs in front of the words as in Word."""

from __future__ import annotations

from docgen.tree.block import Paragraph, PullQuote
from docgen.tree.walk import plain_text, walk
from docgen.typesetting.code import joined, points
from docgen.write.docx.families import PULL_QUOTE
from docgen.write.docx.heading_lists import IN_TEXT
from docgen.write.typst.inlines import line
from docgen.write.typst.lists import BlocksInside
from docgen.write.typst.program import Place, Program, look_name


def write_paragraph(paragraph: Paragraph, place: Place, program: Program) -> str:
    """A paragraph of running text, of a list, of a cell."""
    if not paragraph.number:
        return program.styled(place.text_style, line(paragraph.content, place, program))
    program.styles.setdefault(IN_TEXT)
    words = line(paragraph.content, place.moved(program.room), program)
    label = f" <{paragraph.anchor}>" if paragraph.anchor else ""
    number = program.words(paragraph.number, paragraph.source)
    return f"[#counted({look_name(IN_TEXT)}, {points(program.room / 20)}, {number}, {words}){label}]"


def write_pull_quote(quote: PullQuote, place: Place, program: Program, write_inside: BlocksInside) -> str:
    """The words, and below them who said them."""
    inside = place.inside(PULL_QUOTE)
    words = write_inside(quote.blocks, inside, program)
    by = [program.styled("PullQuoteBy", line(quote.by, inside, program))] if quote.by else []
    length = sum(len(plain_text(node.content)) for node in walk(quote) if isinstance(node, Paragraph))
    keeps = "true" if length <= _LONGEST else "false"
    return f"pull-quote({keeps}, {joined([words, *by])})"


_LONGEST = 600
"""In letters: a quote of more may go on on the next page."""
