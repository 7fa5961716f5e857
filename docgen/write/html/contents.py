"""Writes tables of contents: the one beside the text, and any that stands in it, such as a list of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.tree.block import Contents, ContentsEntry, ContentsKind, caption_label
from docgen.write.html.elements import Lines, element
from docgen.write.html.inlines import line, line_without_links
from docgen.write.html.page import Page

_DEPTH = 2
"""How deep the contents go where the document does not say."""
_FEWEST = 3
"""A shorter list of headings is no help, unless the document asks for it."""
_TITLES = {ContentsKind.HEADINGS: "Contents", ContentsKind.TABLES: "Tables", ContentsKind.FIGURES: "Figures"}
"""What stands above contents that have no title of their own."""
_PLACES = {kind: f"list-of-{kind.value}" for kind in ContentsKind}


def write_navigation(contents: Contents | None, lines: Lines, page: Page) -> None:
    """The contents beside the text: as the document asks for them, or unasked where there is enough to list."""
    entries = contents.entries if contents else _entries(page)
    if not entries:
        return
    place = page.ids.claim("contents")
    source = page.source_of(contents.source) if contents else None
    title = line(contents.title, page) if contents and contents.title else "Contents"
    with lines.inside("nav", {"class": "contents", "aria-labelledby": place, "data-source": source}):
        lines.add(element("h2", {"id": place}, title))
        _write_list(entries, lines, page)


def write_contents(contents: Contents, lines: Lines, page: Page) -> None:
    """Contents that stand in the text itself."""
    if contents.is_left_out:
        return
    place = page.ids.claim(_PLACES[contents.kind])
    shown = line(contents.title, page) or _TITLES[contents.kind]
    attributes = {"class": "contents", "aria-labelledby": place, "data-source": page.source_of(contents.source)}
    with lines.inside("nav", attributes):
        lines.add(element("p", {"class": "contents-title", "id": place}, shown))
        if contents.entries and contents.kind is ContentsKind.HEADINGS:
            _write_list(contents.entries, lines, page)
        elif contents.entries:
            _write_captions(contents, lines, page)


def _write_captions(contents: Contents, lines: Lines, page: Page) -> None:
    """Each as its caption says it: `Table 2: …`."""
    with lines.inside("ul", {}):
        for entry in contents.entries:
            words = f"{caption_label(contents.kind.captioned, entry.number)}: {line_without_links(entry.content, page)}"
            place = page.places.captioned(contents.kind, int(entry.number))
            lines.add(element("li", {}, element("a", {"href": f"#{place}"}, words) if place else words))


def _entries(page: Page) -> tuple[ContentsEntry, ...]:
    headings = [heading for heading in page.places.headings if heading.level <= _DEPTH]
    if len(headings) < _FEWEST:
        return ()
    return tuple(ContentsEntry(each.level, each.number, each.content, each.anchor, each.source) for each in headings)


def _write_list(entries: Sequence[ContentsEntry], lines: Lines, page: Page) -> None:
    with lines.inside("ul", {}):
        for entry, below in _with_those_below(entries):
            _write_entry(entry, below, lines, page)


def _write_entry(entry: ContentsEntry, below: Sequence[ContentsEntry], lines: Lines, page: Page) -> None:
    number = element("span", {"class": "number"}, entry.number) + " " if entry.number else ""
    words = number + element("span", {}, line_without_links(entry.content, page))
    link = element("a", {"href": f"#{entry.anchor}"}, words) if entry.anchor else words
    if not below:
        lines.add(element("li", {}, link))
        return
    with lines.inside("li", {}):
        lines.add(link)
        _write_list(below, lines, page)


def _with_those_below(entries: Sequence[ContentsEntry]) -> Iterator[tuple[ContentsEntry, Sequence[ContentsEntry]]]:
    """Each entry with the deeper ones that follow it. A list that begins too deep simply begins there."""
    first = 0
    while first < len(entries):
        end = first + 1
        while end < len(entries) and entries[end].level > entries[first].level:
            end += 1
        yield entries[first], entries[first + 1 : end]
        first = end
