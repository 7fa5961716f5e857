"""Writes what stands inside a line: expressions that Typst joins to content."""

from __future__ import annotations

import re
from typing import assert_never

from docgen.codes.outputs import LINK_TO_NOWHERE
from docgen.source import Source
from docgen.suggest import did_you_mean
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
from docgen.typesetting.code import joined, literal
from docgen.write.addresses import address_outside, printable
from docgen.write.typst.notes import note
from docgen.write.typst.pictures import inline_picture
from docgen.write.typst.program import Place, Program

_LONG_WORD = re.compile(r"(\S{30,})")
"""A web address, for example: it may break anywhere, so that it does not run out of its column."""


def line(content: Inlines, place: Place, program: Program) -> str:
    """One expression that gives the content of a line."""
    return joined([_inline(inline, place, program, linked=False) for inline in content])


def unlinked_line(content: Inlines, place: Place, program: Program) -> str:
    """The same words without links and footnote marks, for a place that is a link itself."""
    return joined([_inline(inline, place, program, linked=True) for inline in content])


def words(text: str, source: Source, program: Program) -> str:
    """Words of a line; long ones may break anywhere: `chance` is an empty box, at which Typst may end a line."""
    parts = [part for part in _LONG_WORD.split(text) if part]
    pieces: list[str] = []
    for part in parts:
        pieces += _in_letters(part, source, program) if _LONG_WORD.fullmatch(part) else [program.words(part, source)]
    return joined(pieces) if len(pieces) != 1 else pieces[0]


def _in_letters(word: str, source: Source, program: Program) -> list[str]:
    pieces = [program.words(word[at : at + _STEP], source) for at in range(0, len(word), _STEP)]
    return [piece for pair in pieces for piece in (pair, "chance")][:-1]


_STEP = 4
"""How many letters of a long word stay together."""


def _inline(inline: Inline, place: Place, program: Program, linked: bool) -> str:
    match inline:
        case Text():
            return words(inline.text, inline.source, program)
        case Abbreviation():
            return words(inline.text or inline.short, inline.source, program)
        case Emphasis():
            return f"emph({_nested(inline.content, place, program, linked)})"
        case Strong():
            return f"strong({_nested(inline.content, place, program, linked)})"
        case Code():
            return f"raw({program.words(inline.text, inline.source)})"
        case LineBreak():
            return '" "; linebreak()'
        case Picture():
            return inline_picture(inline, place, program)
        case Link() | CrossReference() | FootnoteReference():
            return _unlinked(inline, place, program) if linked else _linked(inline, place, program)
        case _:
            assert_never(inline)


def _nested(content: Inlines, place: Place, program: Program, linked: bool) -> str:
    return joined([_inline(inline, place, program, linked) for inline in content])


def _linked(inline: Link | CrossReference | FootnoteReference, place: Place, program: Program) -> str:
    match inline:
        case Link():
            return _link(inline, place, program)
        case CrossReference():
            return _cross_reference(inline, program)
        case FootnoteReference():
            return note(inline, place, program)
        case _:
            assert_never(inline)


def _unlinked(inline: Link | CrossReference | FootnoteReference, place: Place, program: Program) -> str:
    """The words of a link that stands inside another link, which PDF readers cannot tell apart."""
    match inline:
        case Link():
            return _nested(inline.content, place, program, linked=True)
        case CrossReference():
            return words(inline.text or inline.label, inline.source, program)
        case FootnoteReference():
            return "[]"
        case _:
            assert_never(inline)


def _link(link: Link, place: Place, program: Program) -> str:
    target = _target(link, program)
    if target is None:
        return line(link.content, place, program)
    content = unlinked_line(link.content, place, program)
    shown = content if link.content else words(link.target, link.source, program)
    marks = [note(inner, place, program) for inner in link.content if isinstance(inner, FootnoteReference)]
    return joined([f"leading-out({target}, {shown})", *marks])


def _target(link: Link, program: Program) -> str | None:
    """Where a link leads, as Typst writes it; a diagnostic and `None` where the words must do without."""
    if not link.target.strip(" ").startswith("#"):
        address = address_outside(link, program.findings)
        return literal(address.replace(" ", "%20")) if address else None
    fragment = link.target.strip(" ")[1:]
    place = program.places.target(fragment)
    if place is None:
        known = (*program.places.anchors, *program.places.labels)
        message = f"Nothing in this document is called '{printable(fragment)}'"
        program.findings.add(LINK_TO_NOWHERE.at(link.source, message, did_you_mean(fragment, known)))
        return None
    return f"label({literal(place)})"


def _cross_reference(reference: CrossReference, program: Program) -> str:
    content = words(reference.text or reference.label, reference.source, program)
    place = program.places.labels.get(reference.label)
    return f"link(label({literal(place)}), {content})" if place else content
