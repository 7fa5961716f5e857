"""Writes what stands on lines of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from typing import assert_never

from docgen.tree.block import (
    Block,
    Blocks,
    BulletList,
    Callout,
    CodeBlock,
    Contents,
    Cover,
    Definition,
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
    caption_label,
)
from docgen.tree.inline import CrossReference, FootnoteReference, Link, Picture
from docgen.tree.walk import holds
from docgen.wording import sentence_case
from docgen.write.html.charts import write_chart, write_in_words
from docgen.write.html.contents import write_contents
from docgen.write.html.elements import Attributes, Lines, element, opening
from docgen.write.html.images import image
from docgen.write.html.inlines import line, verbatim
from docgen.write.html.page import Page
from docgen.write.html.tables import write_table


def write_blocks(blocks: Blocks, lines: Lines, page: Page) -> None:
    """All of them, in order."""
    for block in blocks:
        _write_block(block, lines, page)


def _write_block(block: Block, lines: Lines, page: Page) -> None:
    match block:
        case Title() | Heading() | Paragraph() | CodeBlock() | PageBreak() | Rule():
            lines.add(_on_one_line(block, page))
        case BulletList() | OrderedList():
            _write_list(block, lines, page)
        case DefinitionList():
            write_definitions(block, {"data-source": page.source_of(block.source)}, lines, page)
        case Quote() | PullQuote():
            _write_quoted(block, lines, page)
        case Landscape():
            attributes = {"class": "landscape", "data-source": page.source_of(block.source)}
            _write_inside("div", attributes, block.blocks, lines, page, False)
        case Cover():
            write_blocks(block.blocks, lines, page)
        case Callout():
            _write_callout(block, lines, page)
        case Table():
            write_table(block, lines, page, _write_inside)
        case Figure():
            _write_figure(block, lines, page)
        case Contents():
            write_contents(block, lines, page)
        case _:
            assert_never(block)


def _on_one_line(block: Title | Heading | Paragraph | CodeBlock | PageBreak | Rule, page: Page) -> str:
    source = {"data-source": page.source_of(block.source)}
    match block:
        case Title():
            return _second_title(block, page)
        case Heading():
            return _heading(block, page)
        case Paragraph():
            return _paragraph(block, source, page)
        case CodeBlock():
            return element("pre", source, f"<code>{verbatim(block.text, block.source, page)}</code>")
        case PageBreak():
            return element("div", {"class": "page-break", **source}, "")
        case Rule():
            return opening("hr", source)
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph, source: Attributes, page: Page) -> str:
    """The number of a numbered one is a word like others, so that it is read out and copied."""
    words = line(paragraph.content, page)
    if not paragraph.number:
        return element("p", {"id": paragraph.anchor or None, **source}, words)
    number = element("span", {"class": "number"}, paragraph.number)
    return element("p", {"id": paragraph.anchor or None, "class": "numbered", **source}, f"{number} {words}")


def _second_title(title: Title, page: Page) -> str:
    """A page has one `h1`; a further title keeps its looks."""
    attributes = {"class": "title", "data-source": page.source_of(title.source)}
    subtitle = f"<br>{line(title.subtitle, page)}" if title.subtitle else ""
    return element("p", attributes, line(title.content, page) + subtitle)


def _heading(heading: Heading, page: Page) -> str:
    """One level below the title; HTML ends at `h6`, so that the deepest level is told to screen readers as 7."""
    level = heading.level + 1
    attributes = {
        "id": heading.anchor or None,
        "aria-level": str(level) if level > 6 else None,
        "data-source": page.source_of(heading.source),
    }
    return element(f"h{min(level, 6)}", attributes, _linked_to_itself(heading, page))


def _linked_to_itself(heading: Heading, page: Page) -> str:
    """The words as a link to their own place, to be copied, so that screen readers hear no words but these.

    Where the words hold links themselves, which HTML does not nest, the link stands behind them.
    """
    number = element("span", {"class": "number"}, heading.number) + " " if heading.number else ""
    words = number + line(heading.content, page)
    if not heading.anchor:
        return words
    attributes = {"class": "to-here", "href": f"#{heading.anchor}"}
    if not holds(heading, Link, CrossReference, FootnoteReference):
        return element("a", attributes, words)
    return words + element("a", {**attributes, "aria-label": "Link to this section"}, "")


def _write_list(block: BulletList | OrderedList, lines: Lines, page: Page) -> None:
    ordered = isinstance(block, OrderedList)
    start = str(block.start) if isinstance(block, OrderedList) and block.start != 1 else None
    attributes = {
        "start": start,
        "type": _MARKS[min(page.lists, _LAST) % len(_MARKS)] if ordered else None,
        "class": " ".join(_kinds_of_list(block)) or None,
        "data-source": page.source_of(block.source),
    }
    with lines.inside("ol" if ordered else "ul", attributes), page.within_lists(page.lists + 1):
        for item in block.items:
            source = {"data-source": page.source_of(item.source)}
            _write_inside("li", source, item.blocks, lines, page, block.tight)


def _kinds_of_list(block: BulletList | OrderedList) -> Iterator[str]:
    if not block.tight:
        yield "loose"
    if block.below_number:
        yield "below-number"


_MARKS = (None, "a", "i")
"""How numbered lists count, from the outermost one inwards: 1, a, i and again, as in Word."""
_LAST = 8
"""Deeper lists count as the ninth does."""


def _write_quoted(quote: Quote | PullQuote, lines: Lines, page: Page) -> None:
    """A quotation; one that is taken out of the text stands apart, with who said it."""
    source = {"data-source": page.source_of(quote.source)}
    if isinstance(quote, Quote):
        _write_quote(quote.blocks, source, lines, page)
        return
    with lines.inside("figure", {"class": "pull-quote", **source}):
        _write_quote(quote.blocks, {}, lines, page)
        if quote.by:
            lines.add(element("figcaption", {}, line(quote.by, page)))


def _write_quote(blocks: Blocks, attributes: Attributes, lines: Lines, page: Page) -> None:
    with page.within_lists(0):
        _write_inside("blockquote", attributes, blocks, lines, page, False)


def write_definitions(
    block: DefinitionList, attributes: Attributes, lines: Lines, page: Page, around: str = ""
) -> None:
    """Terms with their explanations; each pair inside an element `around`, if one is named."""
    inside = page.lists if around else page.lists + 1
    with lines.inside("dl", attributes), page.within_lists(inside):
        for entry in block.entries:
            _write_definition(entry, around, lines, page)


def _write_definition(entry: Definition, around: str, lines: Lines, page: Page) -> None:
    source = {"data-source": page.source_of(entry.source)}
    with lines.inside(around, {}) if around else nullcontext():
        lines.add(element("dt", source, line(entry.term, page)))
        _write_inside("dd", source, entry.blocks, lines, page)


def _write_callout(callout: Callout, lines: Lines, page: Page) -> None:
    """The kind is said in words, since colour alone tells nothing to many readers."""
    place = page.ids.claim("callout")
    kind = verbatim(sentence_case(callout.kind), callout.source, page)
    title = f"{kind}: {line(callout.title, page)}" if callout.title else kind
    source = page.source_of(callout.source)
    classes = f"callout {callout.kind}" if callout.kind in ("note", "important", "decision") else "callout"
    with lines.inside("div", {"class": classes, "role": "note", "aria-labelledby": place, "data-source": source}):
        lines.add(element("p", {"class": "callout-title", "id": place}, title))
        with page.within_lists(0):
            write_blocks(callout.blocks, lines, page)


def _write_figure(figure: Figure, lines: Lines, page: Page) -> None:
    number = f"{caption_label('Figure', figure.number)}: " if figure.number else ""
    place = "" if isinstance(figure.picture, Picture) else page.ids.claim("chart-in-words")
    name = number.rstrip(": ") or "Chart"
    with lines.inside("figure", {"id": page.places.figure(figure), "data-source": page.source_of(figure.source)}):
        if isinstance(figure.picture, Picture):
            lines.add(image(figure.picture, page))
        else:
            write_chart(figure.picture, name, place, figure.source, lines, page)
        if figure.caption:
            lines.add(element("figcaption", {}, number + line(figure.caption, page)))
    if not isinstance(figure.picture, Picture):
        write_in_words(figure.picture, name, place, figure.source, lines, page)


def _write_inside(
    name: str, attributes: Attributes, blocks: Blocks, lines: Lines, page: Page, bare: bool = True
) -> None:
    """Blocks inside an element; if `bare`, a single leading paragraph stands there without a `p` of its own."""
    if not blocks:
        lines.add(element(name, attributes, ""))
        return
    first, rest = blocks[0], blocks[1:]
    if not (bare and isinstance(first, Paragraph)) or any(isinstance(block, Paragraph) for block in rest):
        with lines.inside(name, attributes):
            write_blocks(blocks, lines, page)
    elif not rest:
        lines.add(element(name, attributes, line(first.content, page)))
    else:
        with lines.inside(name, attributes):
            lines.add(line(first.content, page))
            write_blocks(rest, lines, page)
