"""Writes what stands inside a line."""

from __future__ import annotations

import re
from html import escape
from typing import assert_never

from docgen.source import Source
from docgen.tree.inline import (
    Abbreviation,
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
)
from docgen.tree.walk import walk
from docgen.write.characters import writable
from docgen.write.html.elements import element
from docgen.write.html.images import image
from docgen.write.html.links import href
from docgen.write.html.page import Page

_LONG_WORD = re.compile(r"\S{20,}")
"""A web or mail address, for example: it may break anywhere, so that it does not widen the page or its column."""


def line(content: Inlines, page: Page) -> str:
    """The HTML of a line."""
    return "".join([_inline(inline, page, linked=False) for inline in content])


def line_without_links(content: Inlines, page: Page) -> str:
    """The same words without links and footnote marks, for a place that is a link itself."""
    return "".join([_inline(inline, page, linked=True) for inline in content])


def verbatim(text: str, source: Source, page: Page) -> str:
    """Words as HTML: nothing in them is markup."""
    return escape(writable(text, source, page.findings), quote=False)


def words(text: str, source: Source, page: Page) -> str:
    """Words of a line as HTML, long ones marked so that they may break."""
    escaped = verbatim(text, source, page)
    return _LONG_WORD.sub(r'<span class="long">\g<0></span>', escaped) if _LONG_WORD.search(text) else escaped


def _inline(inline: Inline, page: Page, linked: bool) -> str:
    match inline:
        case Text():
            return words(inline.text, inline.source, page)
        case Emphasis():
            return f"<em>{_nested(inline.content, page, linked)}</em>"
        case Strong():
            return f"<strong>{_nested(inline.content, page, linked)}</strong>"
        case Code():
            return f"<code>{words(inline.text, inline.source, page)}</code>"
        case LineBreak():
            return "<br>"
        case Abbreviation():
            return _abbreviation(inline, page)
        case Picture():
            return image(inline, page)
        case Link() | CrossReference() | FootnoteReference():
            return _unlinked(inline, page) if linked else _linked(inline, page)
        case _:
            assert_never(inline)


def _nested(content: Inlines, page: Page, linked: bool) -> str:
    return "".join([_inline(inline, page, linked) for inline in content])


def _linked(inline: Link | CrossReference | FootnoteReference, page: Page) -> str:
    match inline:
        case Link():
            return _link(inline, page)
        case CrossReference():
            return _cross_reference(inline, page)
        case FootnoteReference():
            return _footnote_mark(inline, page)
        case _:
            assert_never(inline)


def _unlinked(inline: Link | CrossReference | FootnoteReference, page: Page) -> str:
    """The words of a link that stands inside another link, which HTML forbids."""
    match inline:
        case Link():
            return _nested(inline.content, page, linked=True)
        case CrossReference():
            return words(inline.text or inline.label, inline.source, page)
        case FootnoteReference():
            return ""
        case _:
            assert_never(inline)


def _link(link: Link, page: Page) -> str:
    target = href(link, page)
    if target is None:
        return line(link.content, page)
    title = writable(link.title, link.source, page.findings) if link.title else None
    content = line_without_links(link.content, page) or words(link.target, link.source, page)
    marks = [_footnote_mark(inner, page) for inner in walk(link) if isinstance(inner, FootnoteReference)]
    return element("a", {"href": target, "title": title}, content) + "".join(marks)


def _cross_reference(reference: CrossReference, page: Page) -> str:
    content = words(reference.text or reference.label, reference.source, page)
    place = page.places.labels.get(reference.label)
    return element("a", {"href": f"#{place}"}, content) if place else content


def _abbreviation(abbreviation: Abbreviation, page: Page) -> str:
    """The first use spells it out already; a later one keeps the long form at hand."""
    shown = abbreviation.text or abbreviation.short
    content = words(shown, abbreviation.source, page)
    if shown != abbreviation.short or not abbreviation.expansion:
        return content
    return element("abbr", {"title": writable(abbreviation.expansion, abbreviation.source, page.findings)}, content)


def _footnote_mark(reference: FootnoteReference, page: Page) -> str:
    """The mark, with an id for the way back. A mark without its note shows the label: `resolve` has reported it."""
    note = page.footnotes.get(reference.label)
    shown = words(str(reference.number or reference.label), reference.source, page)
    if note is None:
        return f"<sup>{shown}</sup>"
    place = page.ids.claim(f"{note}-mark")
    page.mentions.setdefault(reference.label, []).append(place)
    spoken = f"Note {reference.number or reference.label}"
    attributes = {"id": place, "href": f"#{note}", "role": "doc-noteref", "aria-label": spoken}
    return f"<sup>{element('a', attributes, shown)}</sup>"
