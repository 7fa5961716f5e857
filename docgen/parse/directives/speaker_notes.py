"""`:::{speaker-notes}`: what a speaker says to a slide; in papers, a box with the same words."""

from __future__ import annotations

from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.tree.block import SPEAKER_NOTES, Blocks, Callout


def speaker_notes(directive: Directive, reader: Reader) -> Blocks:
    """Notes that go with the slide of the text around them."""
    return (Callout(SPEAKER_NOTES, (), reader.blocks(directive.body), directive.source),)
