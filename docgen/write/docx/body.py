"""Writes what stands on lines of its own."""

from __future__ import annotations

from typing import assert_never

from docgen.codes.outputs import HEADING_NUMBER_AS_TEXT, LANDSCAPE_INSIDE, PAGE_BREAK_INSIDE
from docgen.source import Source
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
    Orientation,
    PageBreak,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    Title,
)
from docgen.tree.inline import Picture
from docgen.wording import sentence_case
from docgen.write.docx.captions import anchored, caption
from docgen.write.docx.contents import write_contents
from docgen.write.docx.cover import write_cover
from docgen.write.docx.definitions import write_definitions
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.families import CALLOUT, QUOTE
from docgen.write.docx.headings import style_of
from docgen.write.docx.inlines import line, passage
from docgen.write.docx.lists import write_list
from docgen.write.docx.looks import PLAIN
from docgen.write.docx.paragraphs import below_number, without_number, write_paragraph, write_pull_quote
from docgen.write.docx.pictures import chart_picture, inline_picture
from docgen.write.docx.tables import write_table
from docgen.write.docx.text import verbatim_run, words_run
from docgen.write.docx.written import NewPage, Written, WrittenParagraph
from docgen.write.docx.xml import NOTHING, joined, run, w


def write_blocks(blocks: Blocks, place: Place, draft: Draft) -> list[Written]:
    """All of them, in order."""
    return [piece for block in blocks for piece in _write_block(block, place, draft)]


def _write_block(block: Block, place: Place, draft: Draft) -> list[Written]:
    match block:
        case Paragraph():
            return [write_paragraph(block, place, draft)]
        case Title() | Heading() | CodeBlock() | PageBreak() | Rule() | Contents():
            return _write_simple(block, place, draft)
        case BulletList() | OrderedList():
            return write_list(block, below_number(place, draft) if block.below_number else place, draft, write_blocks)
        case DefinitionList():
            return write_definitions(block, place, draft, write_blocks)
        case Quote() | PullQuote():
            return _quoted(block, place, draft)
        case Cover():
            return write_cover(block, place, draft, write_blocks)
        case Callout():
            return _callout(block, place, draft)
        case Table():
            _check_orientation(block, place, draft)
            return write_table(block, place, draft, write_blocks)
        case Figure():
            return _figure(block, place, draft)
        case Landscape():
            return _landscape_inside(block, place, draft)
        case _:
            assert_never(block)


def _write_simple(
    block: Title | Heading | CodeBlock | PageBreak | Rule | Contents, place: Place, draft: Draft
) -> list[Written]:
    match block:
        case Title():
            return _title(block, place, draft)
        case Heading():
            return [_heading(block, place, draft)]
        case CodeBlock():
            return [_code(block, place, draft)]
        case PageBreak():
            return _page_break(block, place, draft)
        case Rule():
            return [WrittenParagraph("Rule", properties=place.indentation())]
        case Contents():
            return write_contents(block, place, draft)
        case _:
            assert_never(block)


def _quoted(quote: Quote | PullQuote, place: Place, draft: Draft) -> list[Written]:
    if isinstance(quote, PullQuote):
        return write_pull_quote(quote, place, draft, write_blocks)
    return write_blocks(quote.blocks, place.inside(QUOTE), draft)


def _code(block: CodeBlock, place: Place, draft: Draft) -> WrittenParagraph:
    text = verbatim_run(block.text.removesuffix("\n"), block.source, PLAIN, draft)
    return WrittenParagraph("Code", draft.passages.around(block.source, (), text), place.indentation())


def _title(title: Title, place: Place, draft: Draft) -> list[Written]:
    parts = (("Title", title.content), ("Subtitle", title.subtitle))
    return [WrittenParagraph(style, passage(words, title.source, place, draft)) for style, words in parts if words]


def _heading(heading: Heading, place: Place, draft: Draft) -> WrittenParagraph:
    """Word counts the headings itself. Where its number would differ from the tree's, that one is written as text."""
    target = draft.targets.anchors.get(heading.anchor)
    is_counted = draft.headings.follows(heading)
    is_part = bool(heading.number) and not is_counted
    words = passage(heading.content, heading.source, place, draft, is_part=is_part)
    content = draft.bookmarks.around(target.bookmark if target else "", words)
    style = style_of(heading)
    if is_counted:
        return WrittenParagraph(style, content)
    uncounted = without_number() if draft.headings.numbers(heading) else NOTHING
    if not heading.number:
        return WrittenParagraph(style, content, uncounted)
    message = f"The heading's number '{heading.number}' is written as text, since Word would give it another"
    help = "let no level of headings be left out, and number all headings of a level or none"
    draft.findings.add(HEADING_NUMBER_AS_TEXT.at(heading.source, message, help))
    number = words_run(draft.document.properties.printed_number(heading.number), heading.source, PLAIN, draft)
    return WrittenParagraph(style, joined((number, run(w("tab")), content)), uncounted)


def _callout(callout: Callout, place: Place, draft: Draft) -> list[Written]:
    """The kind is said in words, since colour alone tells nothing to many readers."""
    inside = place.inside(CALLOUT)
    kind = sentence_case(callout.kind)
    lead = words_run(f"{kind}: " if callout.title else kind, callout.source, PLAIN, draft)
    title = joined((lead, line(callout.title, inside, draft)))
    named = draft.passages.around(callout.source, callout.title, title)
    head = WrittenParagraph("CalloutTitle", named, inside.indentation())
    return [head, *write_blocks(callout.blocks, inside, draft)]


def _figure(figure: Figure, place: Place, draft: Draft) -> list[Written]:
    if isinstance(figure.picture, Picture):
        drawing = inline_picture(figure.picture, place, draft)
    else:
        drawing = chart_picture(figure.picture, figure.source, place, draft)
    picture = draft.passages.around(figure.source, (), drawing)
    picture = anchored(figure, picture, draft)
    shown = WrittenParagraph("Figure", picture, place.indentation(), keeps_next=bool(figure.caption))
    return [shown, *caption(figure, place, draft)]


def _page_break(block: PageBreak, place: Place, draft: Draft) -> list[Written]:
    if not (place.in_cell or place.in_note):
        return [NewPage()]
    _report_inside(block.source, place, draft)
    return []


def _report_inside(source: Source, place: Place, draft: Draft) -> None:
    where = "a table" if place.in_cell else "a footnote"
    message = f"A page break inside {where} is left out"
    draft.findings.add(PAGE_BREAK_INSIDE.at(source, message, f"put the page break before or after {where}"))


def _landscape_inside(block: Landscape, place: Place, draft: Draft) -> list[Written]:
    """Those that stand on their own have become sections before: `sections.py`."""
    message = "Pages on their long side cannot begin inside another block"
    help = "put the 'landscape' directive outside of lists, quotations, callouts and tables"
    draft.findings.add(LANDSCAPE_INSIDE.at(block.source, message, help))
    return write_blocks(block.blocks, place, draft)


def _check_orientation(table: Table, place: Place, draft: Draft) -> None:
    if table.orientation is Orientation.LANDSCAPE and (place.indent or place.in_cell or place.in_note):
        message = "A table inside another block cannot have a page on its long side"
        help = "put the table outside of lists, quotations, callouts and tables"
        draft.findings.add(LANDSCAPE_INSIDE.at(table.source, message, help))
