"""Turns what stands inside a line into runs."""

from __future__ import annotations

from collections.abc import Iterator
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
from docgen.write.addresses import address_outside
from docgen.write.pptx.draft import Draft
from docgen.write.pptx.places import label_place, link_place, note_place
from docgen.write.pptx.words import PLAIN, Look, Run, Runs

_PAPERS = "pdf"
"""What a link to another paper of the pack leads to: few papers are slides, and a PDF opens everywhere."""


def runs_of(content: Inlines, draft: Draft, look: Look = PLAIN) -> Runs:
    """The runs of a line. Pictures are left to whoever places them: a line of a slide has no room for one."""
    return tuple(run for inline in content for run in _runs(inline, draft, look))


def pictures_of(content: Inlines) -> Iterator[Picture]:
    """The pictures of a line, in order."""
    for inline in content:
        if isinstance(inline, Picture):
            yield inline
        elif isinstance(inline, Emphasis | Strong | Link):
            yield from pictures_of(inline.content)


def _runs(inline: Inline, draft: Draft, look: Look) -> Runs:
    match inline:
        case Text():
            return _words(inline.text, inline.source, draft, look)
        case Abbreviation():
            return _words(inline.text or inline.short, inline.source, draft, look)
        case Code():
            return _words(inline.text, inline.source, draft, replace(look, code=True))
        case LineBreak():
            return (Run("\n", look),)
        case Emphasis():
            return runs_of(inline.content, draft, replace(look, italic=True))
        case Strong():
            return runs_of(inline.content, draft, replace(look, bold=True))
        case Link() | CrossReference() | FootnoteReference():
            return _leading(inline, draft, look)
        case Picture():
            return ()
        case _:
            assert_never(inline)


def _words(text: str, source: Source, draft: Draft, look: Look) -> Runs:
    """Words of a line. A line end in them is a space, as in Markdown."""
    shown = draft.writable(text.replace("\n", " "), source)
    return (Run(shown, look),) if shown else ()


def _leading(inline: Link | CrossReference | FootnoteReference, draft: Draft, look: Look) -> Runs:
    match inline:
        case Link():
            return _link(inline, draft, look)
        case CrossReference():
            words = _words(inline.text or inline.label, inline.source, draft, look)
            return tuple(replace(run, place=label_place(inline.label)) for run in words)
        case FootnoteReference():
            mark = draft.writable(str(inline.number or inline.label), inline.source)
            return (Run(mark, replace(look, raised=True), place=note_place(inline.label)),)
        case _:
            assert_never(inline)


def _link(link: Link, draft: Draft, look: Look) -> Runs:
    """The words with their address, or their place among the slides; the words alone where it may not be led to."""
    words = runs_of(link.content, draft, look) or _words(link.target, link.source, draft, look)
    if link.target.startswith("#"):
        return tuple(replace(run, place=run.place or link_place(link.target)) for run in words)
    address = address_outside(link, _PAPERS, draft.findings) or ""
    return tuple(run if run.place else replace(run, address=run.address or address) for run in words)
