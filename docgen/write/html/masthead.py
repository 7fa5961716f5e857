"""Writes what stands above and below the text: who issues the paper, its name and how final it is."""

from __future__ import annotations

from docgen.tree.block import Title
from docgen.wording import day_in_words, sentence_case
from docgen.write.html.elements import Lines, element
from docgen.write.html.head import title_in_words
from docgen.write.html.inlines import line
from docgen.write.html.page import Page


def write_masthead(title: Title | None, lines: Lines, page: Page) -> None:
    """The only `h1` of the page stands here: the title, or the document's name where it has none."""
    properties = page.document.properties
    with lines.inside("header", {"class": "masthead"}):
        _write_marking(lines, page)
        if properties.organisation:
            lines.add(element("p", {"class": "organisation"}, page.words(properties.organisation)))
        source = {"data-source": page.source_of(title.source)} if title else {}
        name = line(title.content, page) if title else ""
        lines.add(element("h1", source, name or page.words(title_in_words(page))))
        if title and title.subtitle:
            lines.add(element("p", {"class": "subtitle"}, line(title.subtitle, page)))
        if properties.is_draft:
            lines.add(element("p", {"class": "draft"}, "Draft"))
        _write_particulars(lines, page)


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
