"""`:::{toc} Contents`: the table of contents."""

from __future__ import annotations

from docgen.parse.directives.directive import Directive
from docgen.parse.directives.options import chosen
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks, Contents

DEPTHS = ("3", "1", "2", "4", "5", "6")


def toc(directive: Directive, reader: Reader) -> Blocks:
    """The contents, down to headings of level `depth`."""
    title = reader.inlines(directive.argument, directive.source) if directive.argument else ()
    return (Contents(int(chosen(directive, "depth", DEPTHS, reader)), directive.source, title),)
