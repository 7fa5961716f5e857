"""Says how words look: a character style for their meaning, and bold or italic that hold in any surroundings."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from docgen.write.docx.xml import NOTHING, Xml, w


class Look(Struct, frozen=True):
    """What is said about words by the nodes around them."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: bool = False


PLAIN = Look()


@cache
def properties(look: Look) -> Xml:
    """The `w:rPr` of a run.

    A style that says bold makes words light again where the paragraph's style says bold too; bold on the run does not.
    """
    parts = []
    if style := _style(look):
        parts.append(w("rStyle", val=style))
    if look.strong:
        parts += [w("b"), w("bCs")]
    if look.emphasis:
        parts += [w("i"), w("iCs")]
    return w("rPr", *parts) if parts else NOTHING


def _style(look: Look) -> str:
    """A run has one style: the most telling one."""
    named = (("Hyperlink", look.link), ("CodeText", look.code), ("Strong", look.strong), ("Emphasis", look.emphasis))
    return next((style for style, holds in named if holds), "")


NOTE_MARK = w("rPr", w("rStyle", val="FootnoteReference"))
"""How the mark of a footnote looks."""
