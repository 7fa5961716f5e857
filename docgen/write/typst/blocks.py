"""Writes what stands on lines of its own."""

from __future__ import annotations

from typing import assert_never

from docgen.codes.outputs import LANDSCAPE_INSIDE, PAGE_BREAK_INSIDE
from docgen.tree.block import (
    Block,
    Blocks,
    BulletList,
    Callout,
    CodeBlock,
    Contents,
    Cover,
    DefinitionList,
    Figure,
    Heading,
    Landscape,
    OrderedList,
    PageBreak,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    Title,
)
from docgen.tree.inline import Picture
from docgen.typesetting.code import joined, points
from docgen.wording import sentence_case
from docgen.write.docx.families import CALLOUT, QUOTE
from docgen.write.typst.captions import captioned
from docgen.write.typst.contents import write_contents
from docgen.write.typst.cover import write_cover
from docgen.write.typst.headings import write_heading
from docgen.write.typst.inlines import line
from docgen.write.typst.lists import write_definitions, write_list
from docgen.write.typst.paragraphs import write_paragraph, write_pull_quote
from docgen.write.typst.pictures import chart_drawing, inline_picture
from docgen.write.typst.program import Place, Program, titled
from docgen.write.typst.short import is_short_callout
from docgen.write.typst.tables import write_table


def write_blocks(blocks: Blocks, place: Place, program: Program) -> str:
    """All of them, in order, as one expression."""
    return joined([program.marked(_write_block(block, place, program), block.source) for block in blocks])


def _write_block(block: Block, place: Place, program: Program) -> str:
    match block:
        case Paragraph():
            return write_paragraph(block, place, program)
        case Title() | Heading() | CodeBlock() | PageBreak() | Rule() | Contents():
            return _write_simple(block, place, program)
        case BulletList() | OrderedList():
            return _list(block, place, program)
        case DefinitionList():
            return write_definitions(block, place, program, write_blocks)
        case Quote() | PullQuote():
            return _quoted(block, place, program)
        case Cover():
            return write_cover(block, place, program, write_blocks)
        case Callout():
            return _callout(block, place, program)
        case Table():
            return write_table(block, place, program, write_blocks)
        case Figure():
            return _figure(block, place, program)
        case Landscape():
            return _landscape_inside(block, place, program)
        case _:
            assert_never(block)


def _write_simple(
    block: Title | Heading | CodeBlock | PageBreak | Rule | Contents, place: Place, program: Program
) -> str:
    match block:
        case Title():
            return _title(block, place, program)
        case Heading():
            return write_heading(block, place, program)
        case CodeBlock():
            return f"code-block({program.words(block.text.removesuffix(chr(10)), block.source)})"
        case PageBreak():
            return _page_break(block, place, program)
        case Rule():
            return "rule"
        case Contents():
            return write_contents(block, place, program)
        case _:
            assert_never(block)


def _quoted(quote: Quote | PullQuote, place: Place, program: Program) -> str:
    if isinstance(quote, PullQuote):
        return write_pull_quote(quote, place, program, write_blocks)
    return f"quote(block: true, {write_blocks(quote.blocks, place.inside(QUOTE), program)})"


def _list(block: BulletList | OrderedList, place: Place, program: Program) -> str:
    if not block.below_number:
        return write_list(block, place, program, write_blocks)
    written = write_list(block, place.moved(program.room), program, write_blocks)
    return f"pad(left: {points(program.room / 20)}, {written})"


def _title(title: Title, place: Place, program: Program) -> str:
    """The first title is the only heading of the first level; a further one keeps its looks."""
    words = line(title.content, place, program)
    if program.level == 0:
        program.level = 1
        program.styles.setdefault("Title")
        shown = titled("Title", 1, words)
    else:
        shown = program.styled("Title", words)
    subtitle = [program.styled("Subtitle", line(title.subtitle, place, program))] if title.subtitle else []
    return joined([shown, *subtitle])


def _callout(callout: Callout, place: Place, program: Program) -> str:
    """The kind is said in words, since colour alone tells nothing to many readers."""
    inside = place.inside(CALLOUT)
    kind = sentence_case(callout.kind)
    lead = program.words(f"{kind}: " if callout.title else kind, callout.source)
    title = program.styled("CalloutTitle", joined([lead, line(callout.title, inside, program)]))
    keeps = "true" if is_short_callout(callout, inside) else "false"
    return f"callout({keeps}, {joined([title, write_blocks(callout.blocks, inside, program)])})"


def _figure(figure: Figure, place: Place, program: Program) -> str:
    """One that cannot be read is told in words."""
    if isinstance(figure.picture, Picture):
        shown = inline_picture(figure.picture, place, program)
    else:
        shown = chart_drawing(figure.picture, figure.source, place, program)
    return captioned(figure, shown, place, program)


def _page_break(block: PageBreak, place: Place, program: Program) -> str:
    if not (place.in_cell or place.in_note or place.level or place.family.left):
        return "pagebreak(weak: true)"
    where = "a table" if place.in_cell else "a footnote" if place.in_note else "another block"
    message = f"A page break inside {where} is left out"
    program.findings.add(PAGE_BREAK_INSIDE.at(block.source, message, f"put the page break before or after {where}"))
    return "[]"


def _landscape_inside(block: Landscape, place: Place, program: Program) -> str:
    """Those that stand on their own have become stretches before."""
    message = "Pages on their long side cannot begin inside another block"
    help = "put the 'landscape' directive outside of lists, quotations, callouts and tables"
    program.findings.add(LANDSCAPE_INSIDE.at(block.source, message, help))
    return write_blocks(block.blocks, place, program)
