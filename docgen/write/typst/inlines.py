"""Writes what stands inside a line: expressions that Typst joins to content."""

from __future__ import annotations

from functools import cache
from typing import assert_never

from msgspec import Struct

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
from docgen.typesetting.breaking import broken
from docgen.typesetting.code import joined, literal
from docgen.write.addresses import address_outside, printable
from docgen.write.docx.layout.faces import Face, face
from docgen.write.typst.notes import note
from docgen.write.typst.pictures import inline_picture
from docgen.write.typst.program import Place, Program

_LONG_WORD = 30
"""In letters. A web address, for example: it may break, so that it does not run out of its column."""
_BOLDER = 1.1
"""How much wider bold letters are, at most."""


def line(content: Inlines, place: Place, program: Program) -> str:
    """One expression that gives the content of a line."""
    return joined([_inline(inline, place, program, linked=False) for inline in content])


def unlinked_line(content: Inlines, place: Place, program: Program) -> str:
    """The same words without links and footnote marks, for a place that is a link itself."""
    return joined([_inline(inline, place, program, linked=True) for inline in content])


def words(text: str, source: Source, place: Place, program: Program) -> str:
    """Words of a line; those that do not fit may break: `chance` is an empty box, at which Typst may end a line."""
    said = broken(text, _LongWords(place, program).holds, "chance", lambda piece: program.words(piece, source))
    return said[0] if len(said) == 1 else joined(said) if said else program.words("", source)


class _LongWords(Struct, frozen=True):
    """The words that are wider than their place, and web addresses, which are in any case better broken."""

    place: Place
    program: Program

    def holds(self, word: str) -> bool:
        """Whether a word is one of them. Most are too short to be measured."""
        if len(word) >= _LONG_WORD:
            return True
        look, room = self.program.looks.look(self.place.text_style), self.place.measure / 20
        return len(word) * look.size > room and _BOLDER * sum(map(_regular().width, word)) * look.size > room


@cache
def _regular() -> Face:
    return face("Arial", bold=False, italic=False)


def _inline(inline: Inline, place: Place, program: Program, linked: bool) -> str:
    match inline:
        case Text():
            return words(inline.text, inline.source, place, program)
        case Abbreviation():
            return words(inline.text or inline.short, inline.source, place, program)
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
            return _cross_reference(inline, place, program)
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
            return words(inline.text or inline.label, inline.source, place, program)
        case FootnoteReference():
            return "[]"
        case _:
            assert_never(inline)


def _link(link: Link, place: Place, program: Program) -> str:
    target = _target(link, program)
    if target is None:
        return line(link.content, place, program)
    content = unlinked_line(link.content, place, program)
    shown = content if link.content else words(link.target, link.source, place, program)
    marks = [note(inner, place, program) for inner in link.content if isinstance(inner, FootnoteReference)]
    return joined([f"leading-out({target}, {shown})", *marks])


def _target(link: Link, program: Program) -> str | None:
    """Where a link leads, as Typst writes it; a diagnostic and `None` where the words must do without."""
    if not link.target.strip(" ").startswith("#"):
        address = address_outside(link, "pdf", program.findings)
        return literal(address.replace(" ", "%20")) if address else None
    fragment = link.target.strip(" ")[1:]
    place = program.places.target(fragment)
    if place is None:
        known = (*program.places.anchors, *program.places.labels)
        message = f"Nothing in this document is called '{printable(fragment)}'"
        program.findings.add(LINK_TO_NOWHERE.at(link.source, message, did_you_mean(fragment, known)))
        return None
    return f"label({literal(place)})"


def _cross_reference(reference: CrossReference, place: Place, program: Program) -> str:
    content = words(reference.text or reference.label, reference.source, place, program)
    target = program.places.labels.get(reference.label)
    return f"link(label({literal(target)}), {content})" if target else content
