"""`:::{callout} Title`: a box that stands out."""

from __future__ import annotations

from docgen.parse.directives.directive import Directive
from docgen.parse.directives.options import chosen
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks, Callout

KINDS = ("note", "important", "decision", "expert")


def callout(directive: Directive, reader: Reader) -> Blocks:
    """A callout of the `kind` note, important, decision or expert."""
    kind = chosen(directive, "kind", KINDS, reader)
    title = reader.inlines(directive.argument, directive.source) if directive.argument else ()
    return (Callout(kind, title, reader.blocks(directive.body), directive.source),)
