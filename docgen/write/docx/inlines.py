"""Writes what stands inside a line."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

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
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.links import link_around
from docgen.write.docx.looks import PLAIN, Look
from docgen.write.docx.notes import note_mark
from docgen.write.docx.pictures import inline_picture
from docgen.write.docx.references import cross_reference
from docgen.write.docx.text import verbatim_run, words_run
from docgen.write.docx.xml import Xml, joined, run, w


def line(content: Inlines, place: Place, draft: Draft, look: Look = PLAIN) -> Xml:
    """The runs of a line."""
    return joined([_inline(inline, place, draft, look) for inline in content])


def passage(
    content: Inlines, source: Source, place: Place, draft: Draft, look: Look = PLAIN, is_part: bool = False
) -> Xml:
    """The runs of a paragraph, marked with where they came from. `is_part` where other words stand before them."""
    return draft.passages.around(source, content, line(content, place, draft, look), is_part)


def _inline(inline: Inline, place: Place, draft: Draft, look: Look) -> Xml:
    match inline:
        case Text():
            return words_run(inline.text, inline.source, look, draft)
        case Abbreviation():
            return words_run(inline.text or inline.short, inline.source, look, draft)
        case Code():
            return verbatim_run(inline.text, inline.source, replace(look, code=True), draft)
        case LineBreak():
            return run(w("br"))
        case Emphasis():
            return line(inline.content, place, draft, replace(look, emphasis=True))
        case Strong():
            return line(inline.content, place, draft, replace(look, strong=True))
        case Link() | CrossReference() | FootnoteReference():
            return _leading_away(inline, place, draft, look)
        case Picture():
            return inline_picture(inline, place, draft)
        case _:
            assert_never(inline)


def _leading_away(inline: Link | CrossReference | FootnoteReference, place: Place, draft: Draft, look: Look) -> Xml:
    match inline:
        case Link():
            return _link(inline, place, draft, look)
        case CrossReference():
            return cross_reference(inline, look, draft)
        case FootnoteReference():
            return note_mark(inline, place, draft)
        case _:
            assert_never(inline)


def _link(link: Link, place: Place, draft: Draft, look: Look) -> Xml:
    """A link inside a link, which Word forbids, keeps its words."""
    if look.link:
        return line(link.content, place, draft, look)
    linked = replace(look, link=True)
    content = line(link.content, place, draft, linked) or words_run(link.target, link.source, linked, draft)
    return link_around(link, content, place, draft) or line(link.content, place, draft, look)
