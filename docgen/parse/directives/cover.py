"""`:::{cover}`: the first page of a paper."""

from __future__ import annotations

from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks, Cover


def cover(directive: Directive, reader: Reader) -> Blocks:
    """What stands on the cover, the title among it. `resolve` reports a cover that is not the first page."""
    return (Cover(reader.blocks(directive.body), directive.source),)
