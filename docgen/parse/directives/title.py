"""`:::{title} The words`: the name of the document."""

from __future__ import annotations

from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks, Title


def title(directive: Directive, reader: Reader) -> Blocks:
    """The title, with the option `subtitle`."""
    text = directive.text("subtitle")
    subtitle = reader.inlines(text, directive.place("subtitle")) if text else ()
    return (Title(reader.inlines(directive.argument, directive.source), directive.source, subtitle),)
