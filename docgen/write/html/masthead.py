"""Writes what stands above and below the text: who issues the paper, its name and how final it is."""

from __future__ import annotations

from docgen.tree.block import Block, Cover, DefinitionList, Paragraph, Title
from docgen.wording import day_in_words, sentence_case
from docgen.write.html.blocks import write_blocks, write_definitions
from docgen.write.html.elements import Lines, element
from docgen.write.html.head import title_in_words
from docgen.write.html.inlines import line
from docgen.write.html.page import Page


def write_masthead(head: Cover | Title | None, lines: Lines, page: Page) -> None:
    """The only `h1` of the page stands here: the title, or the document's name where it has none."""
    attributes = {"class": "masthead", "data-source": page.source_of(head.source) if isinstance(head, Cover) else None}
    with lines.inside("header", attributes):
        _write_marking(lines, page)
        if isinstance(head, Cover):
            _write_cover(head, lines, page)
        else:
            _write_head(head, lines, page)


def _write_head(title: Title | None, lines: Lines, page: Page) -> None:
    """What a paper without a cover says of itself."""
    properties = page.document.properties
    if properties.organisation:
        lines.add(element("p", {"class": "organisation"}, page.words(properties.organisation)))
    _write_title(title, lines, page)
    _write_particulars(lines, page)


def _write_cover(cover: Cover, lines: Lines, page: Page) -> None:
    """What stands above the title names who issues the paper."""
    titles = [block for block in cover.blocks if isinstance(block, Title)]
    place = cover.blocks.index(titles[0]) if titles else 0
    for block in cover.blocks[:place]:
        _write_on_cover(block, "organisation", lines, page)
    _write_title(titles[0] if titles else None, lines, page)
    for block in cover.blocks[place + bool(titles) :]:
        _write_on_cover(block, "cover-text", lines, page)


def _write_title(title: Title | None, lines: Lines, page: Page) -> None:
    source = {"data-source": page.source_of(title.source)} if title else {}
    name = line(title.content, page) if title else ""
    lines.add(element("h1", source, name or page.words(title_in_words(page))))
    if title and title.subtitle:
        lines.add(element("p", {"class": "subtitle"}, line(title.subtitle, page)))
    if page.document.properties.is_draft:
        lines.add(element("p", {"class": "draft"}, "Draft"))


def _write_on_cover(block: Block, kind: str, lines: Lines, page: Page) -> None:
    """Facts stand in a row, as they do without a cover."""
    source = page.source_of(block.source)
    if isinstance(block, Paragraph):
        lines.add(element("p", {"class": kind, "data-source": source}, line(block.content, page)))
    elif isinstance(block, DefinitionList):
        write_definitions(block, {"class": "particulars", "data-source": source}, lines, page, "div")
    else:
        write_blocks((block,), lines, page)


def write_foot(lines: Lines, page: Page) -> None:
    """The foot repeats what identifies the paper, for those who come from the end."""
    properties = page.document.properties
    version = f"Version {properties.version}" if properties.version else ""
    named = [properties.organisation, title_in_words(page), version]
    with lines.inside("footer", {}):
        lines.add(element("p", {}, " \N{MIDDLE DOT} ".join(page.words(name) for name in named if name)))
        _write_marking(lines, page)


def _write_marking(lines: Lines, page: Page) -> None:
    marking = page.document.properties.marking
    if marking:
        lines.add(element("p", {"class": "marking"}, page.words(marking)))


def _write_particulars(lines: Lines, page: Page) -> None:
    particulars = _particulars(page)
    if not particulars:
        return
    with lines.inside("dl", {"class": "particulars"}):
        for term, shown in particulars:
            lines.add(f"<div><dt>{term}</dt><dd>{shown}</dd></div>")


def _particulars(page: Page) -> list[tuple[str, str]]:
    properties = page.document.properties
    dated = properties.dated
    shown = [
        ("Version", page.words(properties.version)),
        ("Status", page.words(sentence_case(properties.status))),
        ("Date", element("time", {"datetime": dated.isoformat()}, day_in_words(dated)) if dated else ""),
        ("Author", page.words(properties.author)),
    ]
    return [(term, words) for term, words in shown if words]
