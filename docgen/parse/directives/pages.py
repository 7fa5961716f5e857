"""`:::{landscape}` and `:::{page-break}`: how pages stand and where they begin."""

from __future__ import annotations

from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks, Landscape, PageBreak


def landscape(directive: Directive, reader: Reader) -> Blocks:
    """The body on pages that stand on their long side."""
    return (Landscape(reader.blocks(directive.body), directive.source),)


def page_break(directive: Directive, reader: Reader) -> Blocks:
    """What follows begins on a new page."""
    return (PageBreak(directive.source),)
